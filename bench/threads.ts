import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClock } from '../src/core/clock.ts';
import type { MessageDraft, ThreadStore } from '../src/core/thread-store.ts';
import { storeBounds } from '../src/stores/bounds.ts';
import { stores } from '../src/stores/index.ts';
import { answerAll } from '../src/stores/sqlite/batch.ts';
import { closeDatabase, openDatabase } from '../src/stores/sqlite/database.ts';
import type { Request } from '../src/stores/sqlite/requests.ts';

// What keeping conversations costs, in a file and in memory: npx node bench/threads.ts [--seconds 2] [--data FOLDER]
// A turn is two messages of 200 characters, a question and its answer; they are kept together.

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '2' }, data: { type: 'string', default: tmpdir() } },
});

const span = Number(values.seconds) * 1000;
const folder = mkdtempSync(join(values.data, 'understudy-bench-'));
const bounds = storeBounds.parse({});
const turn: readonly MessageDraft[] = (['user', 'assistant'] as const).map((role) => ({
  id: `msg_${role}_0123456789`,
  role,
  content: 'All of this is said. '.repeat(10).slice(0, 200),
}));

/** How long each of many calls took, in milliseconds, and how long all of them together. */
interface Spans {
  readonly each: readonly number[];
  readonly all: number;
}

async function main(): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  console.log(
    `${cpus()[0]?.model ?? '?'}, ${cpus().length} cores, node ${process.version}, ${date}, ${folder}\n`,
  );
  await measureAppends();
  await measureLists();
  await measureLateness();
}

async function measureAppends(): Promise<void> {
  console.log('| keeping a turn | store | turns/s | p50 ms | p99 ms |\n|---|---|---|---|---|');
  printRate('4 KiB over others of a file, and fdatasync', 'none', await repeat(1, waitForDisk()));
  for (const name of ['sqlite', 'memory'] as const) {
    for (const writers of [1, 500]) {
      const { threads, close } = createStore(name, `appends-${writers}`);
      await Promise.all(ids(100).map((id) => threads.create({ id, metadata: {}, messages: [] })));
      let calls = 0;
      const spans = await repeat(writers, () => threads.append(String((calls += 1) % 100), turn));
      printRate(writers === 1 ? 'one at a time' : `${writers} in parallel`, name, spans);
      await close();
    }
  }
}

async function measureLists(): Promise<void> {
  const { threads, close } = createStore('sqlite', 'lists');
  console.log('\n| one call at a time, sqlite | calls/s | p50 ms | p99 ms |\n|---|---|---|---|');
  await threads.create({ id: 'long', metadata: {}, messages: [] });
  for (let count = 0; count < 10_000; count += 1000)
    await threads.append('long', Array.from({ length: 500 }, () => turn).flat());
  printCall('10,000 messages of a thread', await repeat(1, () => threads.messages('long')));
  printCall('the last 20 of them', await repeat(1, () => threads.messages('long', { last: 20 })));
  await threads.delete('long');
  const few = await measureAmong(threads, 10);
  const many = await measureAmong(threads, 10_000);
  for (const [name, spans] of Object.entries(many))
    console.log(`${name}: ${(middle(spans) / middle(few[name] ?? spans)).toFixed(2)} times as long`);
  await close();
}

// Each thread has ten messages, but for those that are made here.
async function measureAmong(threads: ThreadStore, count: number): Promise<Record<string, Spans>> {
  const present = await threads.list({ limit: count });
  const messages = Array.from({ length: 5 }, () => turn).flat();
  const missing = ids(count).slice(present.length);
  await Promise.all(missing.map((id) => threads.create({ id, metadata: {}, messages })));
  let calls = 0;
  const among = `among ${count.toLocaleString('en')} threads`;
  const read = await repeat(1, () => threads.messages(String((calls += 7) % count)));
  printCall(`a thread's 10 messages, ${among}`, read);
  const append = await repeat(1, () => threads.append(String((calls += 7) % count), turn));
  printCall(`keeping a turn, ${among}`, append);
  const made: string[] = [];
  const make = await repeat(1, () => {
    made.push(`${count} ${made.length}`);
    return threads.create({ id: made.at(-1) ?? '', metadata: {}, messages: turn });
  });
  printCall(`making a thread, ${among}`, make);
  await Promise.all(made.map((id) => threads.delete(id)));
  return { 'reading a thread': read, 'keeping a turn': append, 'making a thread': make };
}

async function measureLateness(): Promise<void> {
  console.log(
    '\n| lateness of a timer beside it | turns/s | p50 ms | p99 ms | most ms |\n|---|---|---|---|---|',
  );
  printLateness('nothing', 0, await watch());
  const { threads, close } = createStore('sqlite', 'lateness');
  await threads.create({ id: '0', metadata: {}, messages: [] });
  await withRate('200 turns a second, worker thread', 5, () => threads.append('0', turn));
  await close();
  const inline = createInline();
  await withRate('200 turns a second, on the main thread', 5, () => inline.append(1));
  const again = createStore('sqlite', 'full-rate');
  await withRate('500 writers at full rate, worker thread', 0, () =>
    Promise.all(
      Array.from({ length: 500 }, (_, index) => again.threads.append(String(index % 50), turn, 'create')),
    ),
  );
  await again.close();
  await withRate('500 writers at full rate, on the main thread', 0, () => inline.append(500));
  inline.close();
}

/** Asks every so many milliseconds, or as soon as the last call is answered, for as long as lateness is watched. */
async function withRate(title: string, period: number, ask: () => unknown): Promise<void> {
  const watching = watch();
  const end = performance.now() + span;
  let turns = 0;
  const asked: unknown[] = [];
  while (performance.now() < end) {
    const call = ask();
    turns += title.startsWith('500') ? 500 : 1;
    if (period === 0) await call;
    else asked.push(call);
    await (period === 0 ? setImmediate() : setTimeout(period));
  }
  await Promise.all(asked);
  printLateness(title, (turns * 1000) / span, await watching);
}

async function watch(): Promise<readonly number[]> {
  const late: number[] = [];
  for (const end = performance.now() + span; performance.now() < end;) {
    const due = performance.now() + 1;
    await setTimeout(1);
    late.push(Math.max(0, performance.now() - due));
  }
  return late;
}

/** The same batches, done by whoever asks for them. */
function createInline(): { append(turns: number): void; close(): void } {
  const database = openDatabase({ folder: join(folder, 'inline'), bounds });
  const messages = turn.map((draft) => JSON.stringify(draft));
  return {
    append: (turns) => {
      const requests = Array.from({ length: turns }, (_, id): Request => {
        const input = { id: String(id % 50), created: 0, messages, create: true };
        return { id, name: 'appendMessages', input };
      });
      for (let at = 0; at < turns; at += 256) answerAll(database, requests.slice(at, at + 256));
    },
    close: () => closeDatabase(database),
  };
}

function createStore(name: keyof typeof stores, place: string) {
  const create: (typeof stores)['sqlite'] = stores[name];
  return create({ clock: createClock(), data: join(folder, place), bounds });
}

function waitForDisk(): () => void {
  const file = openSync(join(folder, 'disk'), 'w');
  const page = Buffer.alloc(4096, 1);
  let pages = 0;
  // A file that does not grow, as a log that has been begun anew: growing costs another wait.
  writeSync(file, Buffer.alloc(4096 * 1000, 1));
  fdatasyncSync(file);
  process.once('exit', () => closeSync(file));
  return () => {
    writeSync(file, page, 0, page.length, ((pages += 1) % 1000) * page.length);
    fdatasyncSync(file);
  };
}

async function repeat(writers: number, call: () => unknown): Promise<Spans> {
  const each: number[] = [];
  const begun = performance.now();
  async function write(): Promise<void> {
    while (performance.now() - begun < span) {
      const started = performance.now();
      await call();
      each.push(performance.now() - started);
    }
  }
  await Promise.all(Array.from({ length: writers }, () => write()));
  return { each, all: performance.now() - begun };
}

function ids(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}

function printRate(title: string, store: string, spans: Spans): void {
  console.log(`| ${title} | ${store} | ${describe(spans)} |`);
}

function printCall(title: string, spans: Spans): void {
  console.log(`| ${title} | ${describe(spans)} |`);
}

function describe({ each, all }: Spans): string {
  const rate = ((each.length * 1000) / all).toFixed(0);
  return `${rate} | ${quantile(each, 0.5).toFixed(3)} | ${quantile(each, 0.99).toFixed(3)}`;
}

function printLateness(title: string, rate: number, late: readonly number[]): void {
  const figures = [0.5, 0.99, 1].map((share) => quantile(late, share).toFixed(2));
  console.log(`| ${title} | ${rate.toFixed(0)} | ${figures.join(' | ')} |`);
}

function middle({ each }: Spans): number {
  return quantile(each, 0.5);
}

function quantile(spans: readonly number[], share: number): number {
  const sorted = spans.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
