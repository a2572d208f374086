/** One text to answer with. */
export interface Sample {
  readonly text: string;
  /** Words and phrases that ask for it, in the form that `isAskedFor` compares; none: it answers anything. */
  readonly keywords: readonly string[];
}

const separator = /^---[ \t]*$/m;
const matchLine = /^# match:(.*)(?:\n|$)/i;

/** The samples of a file in which lines of `---` stand between them; a first line `# match: hello, hi` names keywords. */
export function parseSamples(file: string): readonly Sample[] {
  const samples = file
    .toWellFormed()
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split(separator)
    .map(parseSample)
    .filter(({ text }) => text !== '');
  if (samples.length === 0) {
    throw new Error(
      'The file given with --samples-file holds no sample: write texts with lines of --- between them.',
    );
  }
  return samples;
}

/** Whether the question says one of the sample's keywords, as whole words in any case. */
export function isAskedFor(sample: Sample, question: string): boolean {
  if (sample.keywords.length === 0) return false;
  const words = spellWords(question);
  return sample.keywords.some((keyword) => words.includes(keyword));
}

function parseSample(part: string): Sample {
  const trimmed = part.trim();
  const keywords = matchLine.exec(trimmed)?.[1]?.split(',').map(spellWords) ?? [];
  return {
    text: trimmed.replace(matchLine, '').trim(),
    keywords: keywords.filter((keyword) => keyword !== ' '),
  };
}

// Words between single blanks, so that 'hi' is not found in 'this'.
function spellWords(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;
}
