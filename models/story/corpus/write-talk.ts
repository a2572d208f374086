import { pick, type Random } from '../../../src/core/chance.ts';
import { wishes } from './beats.ts';
import { chance, expand } from './expand.ts';
import { exchanges } from './talk.ts';
import { answer, ask, subjects } from './write-explanation.ts';
import { askCapital } from './write-short.ts';
import { writeStory } from './write-story.ts';

type Turn = readonly [said: string, answered: string];

/** A conversation of one to four turns between a user and an assistant. */
export function writeTalk(random: Random): string {
  const count = pick([1, 1, 1, 2, 2, 3, 4], random);
  const turns: Turn[] = [];
  // A story fills the window of the model, so it stands at the end.
  while (turns.length < count - 1) turns.push(drawTurn(random, 0.55));
  turns.push(chance(0.4, random) ? storyTurn(random) : drawTurn(random, 0.35));
  return turns.map(([said, answered]) => `User: ${said}\nAssistant: ${answered}`).join('\n');
}

function drawTurn(random: Random, small: number): Turn {
  const draw = random();
  if (draw < small) return smallTurn(random);
  if (draw < small + 0.05) return askCapital(random);
  const subject = pick(subjects, random);
  return [ask(subject, random), answer(subject, random)];
}

function smallTurn(random: Random): Turn {
  const [said, answers] = pick(exchanges, random);
  const name = pick(
    ['Anna', 'Ben', 'Clara', 'David', 'Eva', 'Frank', 'Lena', 'Max', 'Nina', 'Tom', 'Maria', 'John'],
    random,
  );
  return [expand(pick(said, random), { name }, random), expand(pick(answers, random), { name }, random)];
}

function storyTurn(random: Random): Turn {
  const { text, scope } = writeStory(random);
  return [expand(pick(wishes, random), scope, random), text];
}
