// GPT-2's own pattern: English endings, then letters, digits or other marks, each with one blank before it, then blanks.
// The last blank of a run stays with the word after it. `\s` of JavaScript knows U+FEFF and not U+0085, unlike that of Unicode.
const word =
  /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\p{White_Space}\p{L}\p{N}]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu;

/** The words of a text: no token ever spans two of them, and together they are the whole text. */
export function splitWords(text: string): readonly string[] {
  return text.match(word) ?? [];
}
