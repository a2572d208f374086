import { execFile } from 'node:child_process';
import { type ServerResponse, createServer } from 'node:http';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

// Compares `understudy bench` with autocannon, each in a process of its own, against one server in one run:
// npm ci --prefix bench && npx node bench/agreement.ts

const rounds = 3;
const connections = 10;
const requests = 300;
const target = 0.02;
const schedule = { first: 100, gap: 10, tokens: 20 };

interface Measured {
  readonly streamsPerSecond: number;
  readonly mean: number;
}

const run = promisify(execFile);
const token = `data: ${JSON.stringify({ choices: [{ delta: { content: 'a' } }] })}\n\n`;

const server = createServer((request, response) => {
  request.resume();
  void answer(response);
});

async function answer(response: ServerResponse): Promise<void> {
  const asked = performance.now();
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (let index = 0; index < schedule.tokens; index += 1) {
    await sleep(Math.max(0, asked + schedule.first + index * schedule.gap - performance.now()));
    response.write(token);
  }
  response.end('data: [DONE]\n\n');
}

async function measureOurs(url: string): Promise<Measured> {
  const main = new URL('../src/cli/main.ts', import.meta.url).pathname;
  const words = ['bench', url, '--concurrency', connections, '--requests', requests, '--duration', 60];
  const { stdout } = await run(process.execPath, [main, ...words.map(String), '--json', '--workers', '1']);
  const { streamsPerSecond, endToEnd, streams } = JSON.parse(stdout);
  if (streams !== requests) throw new Error(`understudy bench: ${streams} of ${requests} streams`);
  return { streamsPerSecond, mean: endToEnd.mean };
}

async function measureTheirs(url: string): Promise<Measured> {
  const script = new URL('node_modules/autocannon/autocannon.js', import.meta.url).pathname;
  // It looks every second whether all answers are in: seen every 20 ms, its end is known to 0.3 %.
  const words = ['-c', connections, '-a', requests, '-L', 20, '-m', 'POST', '-b', '{}', '--json', url];
  const { stdout } = await run(process.execPath, [script, ...words.map(String)]);
  const { '2xx': streams, latency, start, finish } = JSON.parse(stdout);
  if (streams !== requests) throw new Error(`autocannon: ${streams} of ${requests} streams`);
  const seconds = (Date.parse(finish) - Date.parse(start)) / 1000;
  return { streamsPerSecond: streams / seconds, mean: latency.mean };
}

function average(all: readonly Measured[], name: keyof Measured): number {
  return all.reduce((sum, each) => sum + each[name], 0) / all.length;
}

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
const url = `http://127.0.0.1:${address.port}/v1/chat/completions`;
const ours: Measured[] = [];
const theirs: Measured[] = [];
// Tools take turns, so that a machine that grows slow is slow for both.
for (let round = 0; round < rounds; round += 1) {
  ours.push(await measureOurs(url));
  theirs.push(await measureTheirs(url));
}
server.closeAllConnections();
server.close();

console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, ${rounds} rounds`);
console.log(`${connections} at a time, ${requests} streams of ${schedule.tokens} tokens a round\n`);
console.log(`${''.padEnd(18)}understudy  autocannon   ratio`);
const ratios = (['streamsPerSecond', 'mean'] as const).map((name) => {
  const [mine, other] = [average(ours, name), average(theirs, name)];
  const label = name === 'mean' ? 'end to end, ms' : 'streams/s';
  const cells = [mine.toFixed(2).padStart(10), other.toFixed(2).padStart(12)];
  console.log(`${label.padEnd(18)}${cells.join('')}${(mine / other).toFixed(4).padStart(8)}`);
  return mine / other;
});
const agrees = ratios.every((ratio) => Math.abs(ratio - 1) <= target);
console.log(agrees ? '\nBoth agree within 2 %.' : '\nThey differ by more than 2 %.');
process.exitCode = agrees ? 0 : 1;
