// Control and format characters that no answer may carry; tabs become blanks, line ends stay.
const unprintable =
  /(?!\n)[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF0-\uFFFB\uFFFE\uFFFF]/gu;
const head = 2000;
const tail = 2000;

/** The beginning and the end of a message, without control characters and halves of characters. */
export function cleanInput(text: string): string {
  const whole = text.length > head + tail ? `${text.slice(0, head)} ${text.slice(-tail)}` : text;
  return cleanOutput(whole.replaceAll('\r\n', '\n'));
}

/** Text without control characters, other than line ends, and without halves of characters. */
export function cleanOutput(text: string): string {
  return text.toWellFormed().replace(unprintable, ' ');
}

/** A phrase in one line that can stand inside a sentence: no markup, no placeholders, no doubled words. */
export function plainPhrase(text: string, limit: number): string {
  const words: string[] = [];
  for (const word of text.replace(/[`*_~|\\^<>{}[\]$"“”„«»]+/g, ' ').split(/\s+/)) {
    if (word !== '' && word.toLowerCase() !== words.at(-1)?.toLowerCase()) words.push(shorten(word));
  }
  return cutAtWord(words.join(' '), limit);
}

/** A message as it can be quoted inside a sentence: one line, markup removed, cut where a word ends. */
export function quotable(text: string, limit = 90): string {
  return plainPhrase(text.slice(0, limit * 4), limit).replace(/[\s.,;:!]+$/, '');
}

function shorten(word: string): string {
  return word.length > 40 ? `${word.slice(0, 24).toWellFormed().replace('\uFFFD', '')}…` : word;
}

function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.lastIndexOf(' ', limit);
  return `${text
    .slice(0, cut > 0 ? cut : limit)
    .toWellFormed()
    .replace('\uFFFD', '')}…`;
}
