// What rude clients cost a server of its own: 1,000 that hang up in the middle of their streams, and 50 that stop reading.
// Run: npx node bench/rude-clients.ts (a minute; loopback alone)
import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readMemory, readProcessorSeconds } from './load/process-usage.ts';
import { type RunningServer, startServer, understudy } from './servers.ts';
import { createText } from './text.ts';

await measureHangUps();
await measureStalls();

async function measureHangUps(): Promise<void> {
  const server = await startServer(understudy, { text: createText(500), rate: 50 });
  const clients = await openStreams(server, 1000);
  for (const client of clients) client.resume();
  await sleep(2000);
  const during = await readMetric(server, 'understudy_streams_running');
  const hungUp = performance.now();
  for (const client of clients) client.destroy();
  let left = during;
  while (left > 0 && performance.now() - hungUp < 10_000) {
    await sleep(20);
    left = await readMetric(server, 'understudy_streams_running');
  }
  const span = performance.now() - hungUp;
  await sleep(500);
  const before = readProcessorSeconds(server.pid);
  await sleep(3000);
  const idle = (readProcessorSeconds(server.pid) - before) / 3;
  await server.stop();
  console.log(
    `hang-ups: ${during} streams running, all clients gone at once: ${left} running after ${span.toFixed(0)} ms;`,
  );
  console.log(`          then ${(100 * idle).toFixed(1)} % of a core over 3 s`);
}

async function measureStalls(): Promise<void> {
  // Unpaced, as words alone (which no model's limit ends), and longer than any buffer: 55 MB for each client.
  const server = await startServer(understudy, { text: createText(1000), repeats: 1000 });
  const warm = await openStreams(server, 1, '?dialect=wordstream');
  await sleep(2000);
  for (const client of warm) client.destroy();
  const before = readMemory(server.pid).now;
  const clients = await openStreams(server, 50, '?dialect=wordstream');
  for (const client of clients) client.pause();
  await sleep(10_000);
  const grown = readMemory(server.pid).peak - before;
  await sleep(30_000);
  const cut = await readMetric(server, 'understudy_slow_readers_total');
  for (const client of clients) client.destroy();
  await server.stop();
  console.log(
    `stalls:   50 clients that stop reading: ${(grown / 1e6).toFixed(0)} MB more at the peak, ${cut} cut after 40 s`,
  );
}

function openStreams({ url }: RunningServer, count: number, query = ''): Promise<Socket[]> {
  const { hostname, port } = new URL(url);
  const body = JSON.stringify({
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content: 'Bench' }],
    stream: true,
  });
  const head = `POST /v1/chat/completions${query} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\n`;
  return Promise.all(
    Array.from({ length: count }, async () => {
      const client = connect(Number(port), hostname).on('error', () => undefined);
      await once(client, 'connect');
      client.write(`${head}content-length: ${body.length}\r\n\r\n${body}`);
      await once(client, 'data');
      return client;
    }),
  );
}

async function readMetric({ url }: RunningServer, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN);
}
