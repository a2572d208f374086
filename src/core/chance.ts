/** A source of numbers in [0, 1), the same sequence for the same seed. */
export type Random = () => number;

const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;

/** A 32-bit hash of the parts, in order: FNV-1a over UTF-16 units, with murmur3's finaliser. */
export function hash(...parts: readonly (string | number | null | undefined)[]): number {
  let state = fnvOffset;
  for (const part of parts) {
    const text = String(part);
    for (let index = 0; index < text.length; index += 1) {
      state = Math.imul(state ^ text.charCodeAt(index), fnvPrime);
    }
    // A separator that no UTF-16 unit equals, so that ('ab', 'c') and ('a', 'bc') differ.
    state = Math.imul(state ^ 0x10000, fnvPrime);
  }
  return mix(state);
}

/** A generator for the parts given: equal parts give equal numbers (sfc32, Doty-Humphrey 2013). */
export function createRandom(...parts: readonly (string | number | null | undefined)[]): Random {
  const seed = hash(...parts);
  let a = mix(seed ^ 0x9e3779b9);
  let b = mix(seed ^ 0x243f6a88);
  let c = mix(seed ^ 0xb7e15162);
  let counter = 1;
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 0x1_0000_0000;
  };
}

/** An index below `count`, or one of the items at random. */
export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** A draw from the standard normal distribution (Box and Muller 1958). */
export function drawNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

function mix(value: number): number {
  let state = value;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
