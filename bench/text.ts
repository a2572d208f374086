// Each is one token of every encoding with the blank before it, and five characters with it:
// a server that cuts at tokens and one that cuts every five characters make the same pieces.
const words = [
  ['this', 'that', 'with', 'have', 'from', 'they', 'will', 'what', 'when', 'your'],
  ['said', 'each', 'time', 'look', 'more', 'like', 'into', 'than', 'them', 'some'],
  ['make', 'take', 'come', 'good', 'year', 'work', 'such', 'here', 'only', 'over'],
  ['know', 'just', 'also', 'back', 'only', 'even', 'want', 'most', 'much', 'well'],
].flat();

/** A text of so many words, each of them one token and one piece. */
export function createText(count: number): string {
  return Array.from({ length: count }, (_, index) => words[(index * 7) % words.length] ?? '').join(' ');
}

/** The characters of each piece but the first. */
export const pieceLength = 5;
