// Records two runs of `understudy chat` and draws them as an animation: every token appears when it really arrived.
// Run: npx node docs/pictures/record.ts   (writes docs/pictures/chat.svg)
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { formatStatistics } from '../../src/cli/chat/statistics.ts';
import { startServer } from '../../src/index.ts';

/** Something that appeared: where, when and in which colour. */
interface Piece {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly colour: 'plain' | 'dim' | 'cyan';
  /** Milliseconds after the beginning. */
  readonly moment: number;
}

const event = z.object({
  type: z.enum(['delta', 'finish']),
  text: z.string(),
  moment: z.number(),
  finishReason: z.string().nullish(),
  usage: z.object({ completionTokens: z.number() }).nullish(),
  timeToFirstToken: z.number().nullish(),
  tokensPerSecond: z.number().nullish(),
});

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const questions = ['My name is Ann. How do tides work, in two sentences?', 'What is my name?'];
const pace = { ttft: 400, tokensPerSecond: 20 };
// What stands between a command and what follows it: whoever looks has to read it.
const pause = 900;
const hold = 4000;
const columns = 80;
const lineHeight = 20;
const characterWidth = 8.43;
const left = 20;
const top = 34;

await using server = await startServer({ ...pace, seed: 7 });
// The first answer of a server also loads its tokens.
await ask('warm-up', 'Hello!');
const pieces: Piece[] = [];
let [row, column, now] = [0, 0, 0];
for (const question of questions) {
  put('$ ', 'cyan');
  put(`understudy chat --thread tides "${question}"\n`, 'plain');
  const began = (now += pause);
  const answer = await ask('tides', question);
  for (const [index, { type, text, moment, ...told }] of answer.entries()) {
    now = began + moment;
    if (type === 'delta') {
      if (index === 0) put('assistant> ', 'dim');
      put(text, 'plain');
      continue;
    }
    const figures = formatStatistics({
      firstToken: told.timeToFirstToken ?? undefined,
      total: moment,
      tokens: told.usage?.completionTokens ?? index,
      isCounted: told.usage !== undefined,
      tokensPerSecond: told.tokensPerSecond ?? undefined,
      reason: told.finishReason ?? undefined,
    });
    put(`\n${figures}\n\n`, 'dim');
  }
  now += pause;
}
writeFileSync(new URL('chat.svg', import.meta.url), draw(pieces));

async function ask(thread: string, question: string): Promise<readonly z.output<typeof event>[]> {
  const words = ['chat', '--json', '--thread', thread, '--base-url', server.baseURL, question];
  const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  let lines = '';
  for await (const text of child.stdout.setEncoding('utf8')) lines += String(text);
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => event.parse(JSON.parse(line)));
}

// A token that begins with a blank and has no room begins a line, as chat has it; what is longer is cut where a terminal cuts.
function put(words: string, colour: Piece['colour']): void {
  for (const text of words.split(/(\n)/)) {
    if (text === '\n') [row, column] = [row + 1, 0];
    else if (text.startsWith(' ') && column + text.length >= columns) {
      [row, column] = [row + 1, 0];
      put(text.slice(1), colour);
    } else for (let rest = text; rest !== ''; rest = putLine(rest, colour));
  }
}

function putLine(words: string, colour: Piece['colour']): string {
  if (column === columns) [row, column] = [row + 1, 0];
  const text = words.slice(0, columns - column);
  pieces.push({ row, column, text, colour, moment: now });
  column += text.length;
  return words.slice(text.length);
}

function draw(shown: readonly Piece[]): string {
  const total = (shown.at(-1)?.moment ?? 0) + hold;
  const moments = [...new Set(shown.map(({ moment }) => moment))];
  const height = top + lineHeight * row - lineHeight;
  const width = Math.ceil(columns * characterWidth + 2 * left);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="understudy chat in a terminal: the answers appear token by token">
<style>
:root { --paper: #f8f9fb; --edge: #d5d9e0; --plain: #1b1f24; --dim: #68717f; --cyan: #0b6b8a }
@media (prefers-color-scheme: dark) { :root { --paper: #14171f; --edge: #2c323d; --plain: #e6e6e6; --dim: #8b94a3; --cyan: #6cc7e6 } }
rect { fill: var(--paper); stroke: var(--edge) }
text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre; opacity: 0; animation: 0s step-end infinite; animation-duration: ${(total / 1000).toFixed(2)}s }
${[...new Set(shown.map(({ colour }) => colour))].map((colour) => `.${colour} { fill: var(--${colour}) }`).join(' ')}
${moments.map((moment, index) => formatMoment(moment, index, total)).join('\n')}
@media (prefers-reduced-motion: reduce) { text { animation: none !important; opacity: 1 } }
</style>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>
${shown.map((piece) => place(piece, moments.indexOf(piece.moment))).join('\n')}
</svg>
`;
}

function formatMoment(moment: number, index: number, total: number): string {
  const at = ((moment / total) * 100).toFixed(2);
  return `.m${index} { animation-name: k${index} } @keyframes k${index} { 0% { opacity: 0 } ${at}%, 100% { opacity: 1 } }`;
}

// Blanks at the ends are left out: not every viewer keeps them.
function place({ text, colour, ...at }: Piece, index: number): string {
  const words = text.trim();
  if (words === '') return '';
  const x = left + (at.column + text.length - text.trimStart().length) * characterWidth;
  const length = words.length > 1 ? ` textLength="${(words.length * characterWidth).toFixed(1)}"` : '';
  return `<text x="${x.toFixed(1)}" y="${top + at.row * lineHeight}"${length} class="${colour} m${index}">${escape(words)}</text>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
