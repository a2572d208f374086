import { createGpt2, gpt2Options } from '../../../src/engines/gpt2.ts';

// A server's process in little: `stay MODEL` prints the id of the model's process and stays; `answer MODEL` answers once.

const [task = '', model = ''] = process.argv.slice(2);
const engine = createGpt2(gpt2Options.parse({ model, threads: 1, gpu: 'off' }));

if (task === 'stay') {
  process.on('SIGTERM', () => undefined);
  process.on('SIGUSR2', () => process.exit(0));
  await engine.warm();
  process.stdout.write(`${engine.pid()}\n`);
  process.stdin.resume();
  setInterval(() => undefined, 60_000);
} else {
  const rest = { messages: [], choices: 1, stop: [], seed: null, temperature: 0 };
  const request = { model: 'gpt2', prompt: 'On', maxTokens: 5, ...rest };
  let count = 0;
  for await (const _ of engine.text({ request, choice: 0, seed: 1 }, new AbortController().signal))
    count += 1;
  process.stdout.write(`answered ${count}\n`);
}
