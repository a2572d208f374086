const eastAsian =
  '\\u1100-\\u115F\\u2E80-\\uA4CF\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE30-\\uFE6F\\uFF00-\\uFF60\\uFFE0-\\uFFE6\\u{20000}-\\u{3FFFD}';
const wide = new RegExp(`[${eastAsian}]|\\p{Emoji_Presentation}`, 'u');
const without = /(?!\u00AD)[\p{Mn}\p{Me}\p{Cf}]/u;
const breakable = new RegExp(`[${eastAsian}\\u200B\\u200D\\uFE0F]|(?!\\p{ASCII})\\p{Emoji}`, 'u');

/** How many columns of a terminal a text takes: wide characters of East Asia and emoji take two, marks and joiners none. */
export function measureText(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : without.test(character) ? 0 : 1;
  return columns;
}

/** Whether a line may end at a character though no blank is there: East Asia's writing has none, and terminals do not agree how wide emoji are. */
export function mayBreakAt(character: string): boolean {
  return breakable.test(character);
}
