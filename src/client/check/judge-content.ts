import { type Judgement, fail, pass, passOver, quote, warn } from './finding.ts';
import type { CheckPlan } from './plan.ts';
import { type StreamRecord, readAnswer } from './read-stream.ts';

/** Judges whether the text of a stream can be read, and whether it speaks of the prompt where the dialect answers one. */
export function judgeContent(stream: StreamRecord, { prompt, dialect }: CheckPlan): Judgement {
  if (stream.pieces.length === 0) return passOver('no text came');
  const text = readAnswer(stream);
  if (text.trim() === '') return fail('nothing but blanks');
  // oxlint-disable-next-line no-control-regex -- Control characters are what is looked for.
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text)) return fail('control characters in the text');
  const shown = `'${quote(text.trim().split('\n', 1)[0] ?? '')}'`;
  if (dialect === 'wordstream' || dialect === 'completion') return pass(shown);
  const said = text.toLowerCase();
  const words = prompt.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  // The stem: an answer about "streaming" may speak of streams.
  const isAbout = words.length === 0 || words.some((word) => said.includes(word.slice(0, 6)));
  return isAbout ? pass(shown) : warn(`no word of the prompt: ${shown}`);
}
