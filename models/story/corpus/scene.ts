import { pick, type Random } from '../../../src/core/chance.ts';
import { drawCast } from './cast.ts';
import { expandPhrase, type Scope } from './expand.ts';
import type { Plot } from './plot.ts';
import { drawWorld } from './words.ts';

/** Persons, a place and words that keep their meaning for one text. */
export function drawScene(random: Random, cast: Scope = drawCast(random).scope, plot?: Plot): Scope {
  const scene: Record<string, string | readonly string[]> = { ...drawWorld(random), ...cast };
  for (const key of ['doing', 'trait']) {
    const words = [scene[key] ?? []].flat();
    const first = pick(words, random);
    scene[key] = first;
    scene[`${key}2`] = pick(
      words.filter((word) => word !== first),
      random,
    );
  }
  for (const [key, choices] of Object.entries(plot?.with ?? {})) {
    scene[key] = expandPhrase(pick(choices, random), scene, random);
  }
  return {
    ...scene,
    a_young: `a ${String(scene['young'])}`,
    a_friendkind: `a ${String(scene['friendkind'])}`,
  };
}
