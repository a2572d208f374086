/** A question with a true answer, and the question as part of a sentence. */
export interface Subject {
  readonly question: string;
  readonly clause: string;
  readonly sentences: readonly string[];
}

/** The subjects of a block of lines: `question = clause = sentence / sentence`. */
export function readSubjects(block: string): readonly Subject[] {
  return block
    .trim()
    .split('\n')
    .map((line) => {
      const [question = '', clause = '', answer = ''] = line.split(' = ');
      if (answer === '') throw new Error(`no answer in "${line}"`);
      return { question, clause, sentences: answer.split(' / ') };
    });
}
