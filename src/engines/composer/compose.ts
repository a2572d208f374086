import type { Random } from '../../core/chance.ts';
import type { GenerationRequest } from '../../core/generation.ts';
import { type Analysis, analyse } from './analyse.ts';
import { cleanOutput } from './clean.ts';
import type { Constraints } from './constraints.ts';
import { type Draft, finishDraft, type Task } from './draft.ts';
import { drawPool, writeSentences, writeWords } from './fit.ts';
import { familyOf } from './knowledge/known.ts';
import { writeJson } from './json-answer.ts';
import { findPack } from './packs.ts';
import { planAnswer } from './plan.ts';
import type { Style } from './sections.ts';
import { type Bank, createWriter } from './writer.ts';

const usualLength = 1400;

/** An answer to the last message, of at least 1,400 characters where the request does not ask for less. */
export function composeAnswer(
  request: Pick<GenerationRequest, 'messages' | 'minCharacters'>,
  random: Random,
): string {
  const analysis = analyse(request.messages);
  const task = createTask(analysis, random);
  const least = request.minCharacters ?? 0;
  const text = cleanOutput(writeConstrained(task, least) ?? writeFree(task, least));
  return text.length >= least ? text : lengthen(task, text, least);
}

/** What an answer is written with. */
export function createTask(analysis: Analysis, random: Random): Task {
  const { subject, prompt, manner, constraints } = analysis;
  const written = {
    ...subject,
    prompt,
    name: manner.name ?? 'Understudy',
    role: manner.role ?? 'a guide',
    audience: constraints.audience ?? 'a newcomer',
    family: familyOf(analysis.kind),
  };
  return {
    analysis,
    pack: findPack(analysis.language),
    writer: createWriter(written, analysis.field, random),
    style: chooseStyle(constraints, random),
  };
}

function chooseStyle(constraints: Constraints, random: Random): Style {
  const draw = random();
  if (constraints.plain === true) return 'plain';
  return draw < 0.65 ? 'headed' : 'prose';
}

// What the request says about form beats what suits its intent.
function writeConstrained(task: Task, least: number): string | undefined {
  const { analysis } = task;
  const { words, sentences, paragraphs, json, brief } = analysis.constraints;
  if (analysis.manner.only !== undefined) return analysis.manner.only;
  if (json !== undefined && !isFixed(analysis)) return writeJson(task, json, least);
  if (isFixed(analysis)) return undefined;
  if (words !== undefined) return writeWords(task, Math.min(words, 5000));
  if (sentences !== undefined) return writeSentences(task, Math.min(sentences, 200)).join(' ');
  if (paragraphs !== undefined)
    return writeParagraphs(task, Math.min(paragraphs, 50), Math.max(least, usualLength));
  if (brief !== true && analysis.followUp !== 'shorter') return undefined;
  const pirate = analysis.manner.pirate && analysis.language === 'en' ? ['Arr!'] : [];
  return [...pirate, ...writeSentences(task, 2 + task.writer.below(2))].join(' ');
}

/** The answer as one JSON object, whatever the prompt says of its form. */
export function writeObject(task: Task, least: number): string {
  const { analysis } = task;
  const form = analysis.constraints.json ?? { keys: [], array: false };
  if (isFixed(analysis) && form.keys.length === 0)
    return JSON.stringify({ response: cleanOutput(writeFree(task, least)) }, null, 2);
  const text = writeJson(task, form, least);
  return text.startsWith('[') ? `{\n  "items": ${text.replaceAll('\n', '\n  ')}\n}` : text;
}

function isFixed({ intent }: Analysis): boolean {
  return [
    'joke',
    'echo',
    'arithmetic',
    'counting',
    'code',
    'haiku',
    'limerick',
    'greeting',
    'thanks',
    'farewell',
    'identity',
    'recall',
    'ping',
  ].includes(intent.kind);
}

function writeFree(task: Task, least: number): string {
  const { analysis } = task;
  if (analysis.answer !== undefined)
    return analysis.manner.pirate ? `Arr! ${analysis.answer}` : analysis.answer;
  const draft: Draft = planAnswer(task);
  // A short answer that has to be longer is lengthened by the caller, with a bridge.
  return finishDraft(task, draft, draft.short === true ? 0 : Math.max(least, usualLength));
}

function writeParagraphs(task: Task, count: number, least: number): string {
  const share = Math.ceil(least / count);
  const pool = drawPool(task);
  const [answer = ''] = writeSentences(task, 1);
  return Array.from({ length: count }, (_, index) => {
    const sentences = [...(index === 0 ? [answer] : []), pool.next(), pool.next()];
    for (let length = sentences.join(' ').length; length < share;) {
      const sentence = pool.next();
      sentences.push(sentence);
      length += sentence.length + 1;
    }
    return sentences.join(' ');
  }).join('\n\n');
}

function lengthen(task: Task, text: string, least: number): string {
  const bridge = task.analysis.language === 'en' ? [task.writer.sentence(bridges)] : [];
  return cleanOutput(
    finishDraft({ ...task, style: 'prose' }, { blocks: [text, ...bridge], spare: [] }, least),
  );
}

const bridges: Bank = [
  'Since there is room for more, here are some thoughts on {topic}.',
  'As you asked for a longer text, let me go on about {topic}.',
  'To fill the space usefully, a few words on {topic}.',
];
