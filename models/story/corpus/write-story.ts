import { pick, type Random } from '../../../src/core/chance.ts';
import { endings, introductions, pauses, remarks, titles } from './beats.ts';
import { drawCast } from './cast.ts';
import { chance, expand, type Scope } from './expand.ts';
import { paraphrase } from './paraphrase.ts';
import type { Plot } from './plot.ts';
import { plotsOfFriends } from './plots-together.ts';
import { plotsOfHelp } from './plots-helping.ts';
import { plotsOfTrips } from './plots-outside.ts';
import { plotsOfLearning } from './plots-learning.ts';
import { plotsOfLoss } from './plots-lost.ts';
import { plotsOfQuarrels } from './plots-fables.ts';
import { plotsOfWonder } from './plots-wonder.ts';
import { drawScene } from './scene.ts';

/** A story, and what its placeholders stand for. */
export interface Story {
  readonly title: string;
  readonly text: string;
  readonly scope: Scope;
}

const plots: readonly Plot[] = [
  ...plotsOfFriends,
  ...plotsOfHelp,
  ...plotsOfLearning,
  ...plotsOfLoss,
  ...plotsOfQuarrels,
  ...plotsOfWonder,
  ...plotsOfTrips,
];

/** A story of five to twelve short paragraphs. */
export function writeStory(random: Random): Story {
  const cast = drawCast(random);
  const plot = pick(
    plots.filter(({ only }) => only === undefined || only === cast.kind),
    random,
  );
  const scope = drawScene(random, cast.scope, plot);
  const write = (template: string): string => expand(template, scope, random);
  const paragraphs = [introduce(write, random), ...tell(plot, write, random)];
  return {
    title: write(chance(0.6, random) ? plot.title : pick(titles, random)),
    text: paraphrase(join(paragraphs, random), random),
    scope,
  };
}

function introduce(write: (template: string) => string, random: Random): string {
  const first = write(pick(introductions, random));
  if (chance(0.3, random)) return first;
  return `${first} ${write(pick(remarks, random))}`;
}

function* tell(plot: Plot, write: (template: string) => string, random: Random): Generator<string> {
  for (const [index, step] of plot.steps.entries()) {
    const told = write(pick(step, random));
    const isInside = index > 0 && index < plot.steps.length - 1;
    yield isInside && chance(0.15, random) ? `${write(pick(pauses, random))} ${told}` : told;
  }
  if (chance(0.45, random)) yield write(pick(endings, random));
}

// Some stories are one block, some have a paragraph for each step, most are between.
function join(paragraphs: readonly string[], random: Random): string {
  const share = pick([0.15, 0.5, 0.5, 0.9], random);
  return paragraphs.reduce((text, next) => `${text}${chance(share, random) ? '\n\n' : ' '}${next}`);
}
