const stopWords: ReadonlySet<string> = new Set(
  (
    'a about an and any are as at be been but by can could did do does for from had has have he her his how i if in into is it ' +
    'its me my no not of on or our she should so some such than that the their them then there these they this to us was we ' +
    'were what when where which who why will with would you your'
  ).split(' '),
);

/** The words of a text, in lower case and without diacritics. */
export function spellWords(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  return plain.match(wordForm()) ?? [];
}

// Scripts that put no blanks between words are read a character at a time, and a word without an end in pieces. It stands in a
// function, since V8 takes 3 ms to read it.
function wordForm(): RegExp {
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]{1,64}/gv;
}

/** Whether a word says nothing about what an English text is about. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

const english = /^[a-z]{4,32}$/;

/** The part of an English word that its plural, its tenses and its spellings share, roughly; any other word as it is. */
export function stem(word: string): string {
  if (!english.test(word)) return word;
  return withoutEnding(withoutPlural(word))
    .replace(/i[sz]ation$/, 'is')
    .replace(/e$/, '')
    .replace(/iz$/, 'is')
    .replace(/(?<=[^aeiou])y$/, 'i');
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies')) return word.slice(0, -2);
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutEnding(word: string): string {
  const bare = word.replace(/(?:ing|ed|ly)$/, '');
  if (bare === word || bare.length < 3 || !/[aeiouy]/.test(bare)) return word;
  return bare.replace(/(?<twice>[bdgmnprt])\k<twice>$/, '$<twice>');
}

/** The stems of the words that say what a text is about, in its order. */
export function spellTerms(text: string): readonly string[] {
  return spellWords(text)
    .filter((word) => !isStopWord(word))
    .map(stem);
}
