import { type Random, createRandom } from '../../core/chance.ts';
import type { IndexedPicture } from './png.ts';

/** What is drawn. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What the picture comes from: equal seeds give equal pictures. */
  readonly seed: readonly (string | number)[];
}

type Colour = readonly [number, number, number];

/** Draws soft bands of a few colours, as waves that cross each other. */
export function draw({ width, height, seed }: Drawing): IndexedPicture {
  const random = createRandom(...seed);
  const size = Math.max(width, height);
  const across = wave(width, size, random);
  const down = wave(height, size, random);
  const rising = wave(width + height, size, random);
  const falling = wave(width + height, size, random);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    const shift = down[y] ?? 0;
    for (let x = 0; x < width; x += 1) {
      // A byte takes it modulo 256, and the palette goes round.
      pixels[row + x] = (across[x] ?? 0) + shift + (rising[x + y] ?? 0) + (falling[x - y + height] ?? 0);
    }
  }
  return { width, height, palette: mixPalette(random), pixels };
}

// Two sines, slow against the picture.
function wave(length: number, size: number, random: Random): Float64Array {
  const strength = 30 + 40 * random();
  const turns = (0.4 + 1.4 * random()) * (2 * Math.PI);
  const [first, second] = [2 * Math.PI * random(), 2 * Math.PI * random()];
  return Float64Array.from({ length }, (_, place) => {
    const part = (place / size) * turns;
    return strength * (1 + Math.sin(first + part) + 0.5 * Math.sin(second + 2 * part));
  });
}

const stops = 4;

// From each colour to the next one, and from the last one back to the first.
function mixPalette(random: Random): Uint8Array {
  const colours = Array.from({ length: stops }, (): Colour => [random(), random(), random()]);
  const palette = new Uint8Array(256 * 3);
  for (let index = 0; index < 256; index += 1) {
    const place = (index / 256) * stops;
    const part = (1 - Math.cos(Math.PI * (place % 1))) / 2;
    const from = colours[Math.floor(place)] ?? [0, 0, 0];
    const to = colours[(Math.floor(place) + 1) % stops] ?? [0, 0, 0];
    for (const band of [0, 1, 2] as const) {
      palette[3 * index + band] = Math.round(255 * (from[band] * (1 - part) + to[band] * part));
    }
  }
  return palette;
}
