import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, openConnection } from './load/connection.ts';
import { type Figures, createFigures } from './load/figures.ts';
import type { LoadPlan, LoadReport, Percentiles } from './load/plan.ts';
import { readMemory, readProcessorSeconds } from './load/process-usage.ts';

// A load generator in a process of its own: `npx node bench/load.ts PLAN`, the plan as JSON; prints a report as JSON.

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);
const most = { connections: 20_000, span: 600_000 };

async function run(plan: LoadPlan): Promise<LoadReport> {
  const url = new URL(plan.url);
  check(plan, url);
  const figures = createFigures();
  const connections = await openAll(plan, figures, url);
  const began = performance.now() + 50;
  figures.from = began + plan.ramp + plan.settle;
  figures.to = figures.from + plan.window;
  connections.forEach((connection, index) => {
    connection.start(began + (plan.ramp * index) / connections.length);
  });
  await sleep(figures.from - performance.now());
  const lag = monitorEventLoopDelay({ resolution: 1 });
  lag.enable();
  const before = measure(plan.server);
  await sleep(figures.to - performance.now());
  const after = measure(plan.server);
  lag.disable();
  for (const connection of connections) connection.stop();
  return report(figures, { plan, before, after, lag });
}

function check({ connections, ramp, settle, window }: LoadPlan, { hostname }: URL): void {
  if (!loopback.has(hostname)) throw new Error(`${hostname} is not this machine: no load goes there.`);
  if (connections > most.connections) throw new Error(`more than ${most.connections} connections`);
  if (ramp + settle + window > most.span) throw new Error(`longer than ${most.span} ms`);
}

// Some at a time: more than the server's backlog at once would wait for the kernel to try again.
async function openAll(plan: LoadPlan, figures: Figures, url: URL): Promise<Connection[]> {
  const request = createRequest(plan, url);
  const buffer = Buffer.allocUnsafeSlow(256 * 1024);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const options = { plan, figures, request, host, port: Number(url.port), buffer };
  const connections: Connection[] = [];
  while (connections.length < plan.connections) {
    const count = Math.min(100, plan.connections - connections.length);
    connections.push(...(await Promise.all(Array.from({ length: count }, () => openConnection(options)))));
  }
  return connections;
}

function createRequest({ body }: LoadPlan, { host, pathname }: URL): Buffer {
  const lines = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    'authorization: Bearer sk-bench',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

interface Reading {
  readonly moment: number;
  readonly processor: number;
  readonly own: number;
  readonly memory: ReturnType<typeof readMemory>;
}

function measure(server: number): Reading {
  return {
    moment: performance.now(),
    processor: readProcessorSeconds(server),
    own: readProcessorSeconds(process.pid),
    memory: readMemory(server),
  };
}

interface Measured {
  readonly plan: LoadPlan;
  readonly before: Reading;
  readonly after: Reading;
  readonly lag: ReturnType<typeof monitorEventLoopDelay>;
}

function report(figures: Figures, { before, after, lag }: Measured): LoadReport {
  const { pieces, due, answers, bytes, errors, firstByte, firstPiece, lateness } = figures;
  const seconds = (after.moment - before.moment) / 1000;
  return {
    seconds,
    pieces,
    due,
    answers,
    bytes,
    errors,
    firstByte: firstByte.percentiles(),
    firstPiece: firstPiece.percentiles(),
    lateness: lateness.percentiles(),
    earliest: lateness.count === 0 ? 0 : Math.max(0, -lateness.smallest),
    cores: (after.processor - before.processor) / seconds,
    memory: after.memory.now,
    peakMemory: after.memory.peak,
    own: { cores: (after.own - before.own) / seconds, lag: describeLag(lag) },
  };
}

// Nanoseconds between rounds that should be a millisecond apart.
function describeLag(lag: Measured['lag']): Percentiles {
  const at = (part: number): number => Math.max(0, lag.percentile(part) / 1e6 - 1);
  return { p50: at(50), p90: at(90), p99: at(99), max: Math.max(0, lag.max / 1e6 - 1) };
}

process.stdout.write(`${JSON.stringify(await run(JSON.parse(process.argv[2] ?? '{}')))}\n`);
process.exit(0);
