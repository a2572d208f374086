import { createRandom } from '../src/core/chance.ts';
import type { EngineCall } from '../src/core/engine.ts';
import { createComposer } from '../src/engines/composer.ts';
import { composeAnswer } from '../src/engines/composer/compose.ts';

// What an answer of the composer costs when it is composed, and when it is remembered: npx node bench/composer.ts

const prompts = [
  'Explain server-sent events',
  'In one sentence, what is SSE?',
  'How do I learn the guitar?',
  'Docker vs Kubernetes',
  '5 names for a coffee shop',
  'Write a Python function that reverses a string',
  'Explain the blorb in 50 words',
  'Reply in JSON with keys name and age',
  'Tell me about the impact of remote work on small towns',
];

function callFor(content: string, seed: number): EngineCall {
  const messages = [{ role: 'user' as const, content }];
  return {
    request: { model: 'any', messages, choices: 1, stop: [], seed: null, temperature: null },
    choice: 0,
    seed,
  };
}

function measure(rounds: number, work: (round: number) => unknown): string {
  for (let round = 0; round < rounds; round += 1) work(round);
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) work(round);
  return `${(((performance.now() - start) / rounds) * 1000).toFixed(2)} µs`;
}

for (const prompt of prompts) {
  const composed = measure(1000, (round) =>
    composeAnswer(callFor(prompt, round).request, createRandom('composer', round)),
  );
  const engine = createComposer();
  const { signal } = new AbortController();
  const remembered = measure(50_000, () => engine.text(callFor(prompt, 1), signal));
  console.log(`${composed.padStart(10)} composed ${remembered.padStart(10)} remembered   ${prompt}`);
}
