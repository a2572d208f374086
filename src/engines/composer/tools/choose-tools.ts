import type { Tool } from '../../../core/message.ts';
import { readSaid } from './said.ts';
import { enough, readTool, scoreTool, type ToolCard } from './score-tools.ts';

/** A tool, and the part of the message that asks for it. */
export interface Errand {
  readonly tool: Tool;
  readonly text: string;
}

const mostClauses = 20;

/** The tools that a message asks for, each with its own part of the message; none where it asks for words. */
export function chooseTools(text: string, tools: readonly Tool[]): readonly Errand[] {
  const cards = tools.map(readTool);
  const errands = readClauses(text, cards);
  if (errands.length > 1) return errands;
  const best = findBest(text, cards);
  return best === undefined ? [] : [{ tool: best.tool, text }];
}

/** The tool that suits the message best, whether it asks for one or not. */
export function nearestTool(text: string, tools: readonly Tool[]): Tool | undefined {
  const said = readSaid(text);
  const scores = tools.map((tool) => scoreTool(readTool(tool), said));
  return tools[scores.indexOf(Math.max(...scores))];
}

function findBest(text: string, cards: readonly ToolCard[], isClause = false): ToolCard | undefined {
  const said = readSaid(text);
  let best: ToolCard | undefined;
  let most = 0;
  for (const card of cards) {
    const score = scoreTool(card, said, isClause);
    if (score < enough || score <= most) continue;
    best = card;
    most = score;
  }
  return best;
}

// "The weather in Paris, and the time in Tokyo": a clause that asks for no tool belongs to the one before it.
function readClauses(text: string, cards: readonly ToolCard[]): readonly Errand[] {
  const borders = Array.from(text.matchAll(border), ({ 0: found, index }) => ({
    at: index,
    to: index + found.length,
  }));
  if (borders.length === 0 || borders.length >= mostClauses) return [];
  const errands: { tool: Tool; from: number; to: number }[] = [];
  let from = 0;
  for (const { at, to } of [...borders, { at: text.length, to: text.length }]) {
    const best = findBest(text.slice(from, at), cards, true);
    const last = errands.at(-1);
    if (best !== undefined) errands.push({ tool: best.tool, from, to: at });
    else if (last !== undefined) last.to = at;
    from = to;
  }
  return errands.map((errand) => ({ tool: errand.tool, text: text.slice(errand.from, errand.to) }));
}

const border = /[.?!;\n]{1,3}\s{1,3}|,?\s{1,3}(?:and then|and also|and|then|also)\s{1,3}|,\s{1,3}/gi;
