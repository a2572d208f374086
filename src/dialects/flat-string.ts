/** The same string in one piece of memory: a joined one is a tree, walked again at every write that holds it. */
export function flatten(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
