import type { Reading } from './intent.ts';

/** Splits a message into what is asked and the text that it is asked about. */
export function splitMaterial(text: string): { readonly instruction: string; readonly material: string } {
  const asked =
    /^\s*(?:please |can you |could you |would you )*(?:summari[sz]e|sum up|tl;?dr|rewrite|rephrase|paraphrase|improve|fix|correct|proofread|edit|shorten|translate|polish|make)\b/i.test(
      text,
    );
  if (!asked) return { instruction: text, material: '' };
  const cut = /:\s+|\n+|(?=["“«„])/.exec(text);
  if (cut === null) return { instruction: text, material: '' };
  const material = text.slice(cut.index + cut[0].length).replace(/^["“«„\s`]+|["”»“\s`]+$/g, '');
  const outside =
    /["”»]\s*((?:in)?to (?:german|french|spanish|italian|english|japanese|chinese|[A-Z][a-z]+))[.!?\s]*$/.exec(
      text,
    );
  if (outside !== null) {
    const inner = material
      .slice(0, Math.max(0, material.length - outside[0].length + 1))
      .replace(/["”»]\s*$/, '');
    return { instruction: `${text.slice(0, cut.index)} ${outside[1] ?? ''}`, material: inner };
  }
  return { instruction: text.slice(0, cut.index), material };
}

/** Reads requests about a given text: summaries, rewritings, translations. */
export function readMaterialRequest(asked: string, material: string, answer: string): Reading | undefined {
  const translation =
    /^(?:translate|how do (?:you|i) say)\b(.*?)\b(?:in)?to (\p{L}+)|^translate\b(.*)$|^how (?:do|would) (?:you|i) say (.*?) in (\p{L}+)/iu.exec(
      asked,
    );
  if (translation !== null) {
    const source =
      material ||
      (translation[1] ?? translation[3] ?? translation[4] ?? '')
        .replace(/^\s*(?:the|this|following|text|sentence|word|phrase|it|that)*\s*/i, '')
        .trim();
    const language = translation[2] ?? translation[5] ?? 'the other language';
    return {
      intent: { kind: 'translation', language, material: source || answer },
      phrase: source || answer.slice(0, 300),
      task: false,
    };
  }
  const text = material || (/\b(?:this|that|it|above|your (?:answer|last))\b/i.test(asked) ? answer : '');
  if (/^(?:summari[sz]e|sum up|tl;?dr|give (?:me )?a summary of)\b/i.test(asked) && text.length > 60) {
    return { intent: { kind: 'summary', material: text }, phrase: text.slice(0, 300), task: false };
  }
  if (
    /^(?:rewrite|rephrase|paraphrase|improve|fix|correct|proofread|edit|shorten|polish|make (?:this|it|the following))\b/i.test(
      asked,
    ) &&
    text !== ''
  ) {
    return { intent: { kind: 'rewriting', material: text }, phrase: text.slice(0, 300), task: false };
  }
  const named =
    /^(?:summari[sz]e|sum up|give (?:me )?a summary of)\b(?: the (?:main (?:points|ideas) of|plot of|story of|following))? ?(.*)$/i.exec(
      asked,
    );
  return named === null
    ? undefined
    : { intent: { kind: 'explanation', question: 'what' }, phrase: named[1] ?? '', task: false };
}
