import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { askOnce } from './ask-once.ts';
import { measureStart } from './cold-start.ts';
import type { LoadPlan, LoadReport } from './load/plan.ts';
import {
  type RunningServer,
  type ServerKind,
  bare,
  rival,
  spawnOnCore,
  isRivalInstalled,
  startServer,
  understudy,
} from './servers.ts';
import { type Result, describeResult, tableHead } from './table.ts';
import { type Workload, workloads } from './workloads.ts';

// All workloads, ours beside aimock's: npm run bench -- [--only w2] [--quick] [--rounds 3] [--no-aimock] [--no-bare] [--profile FOLDER]

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '1' },
    profile: { type: 'string' },
    aimock: { type: 'boolean', default: true },
    bare: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

const generator = fileURLToPath(new URL('load.ts', import.meta.url));
const body = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Bench: tell me about the sea.' }] };

// Profiles of the servers, for the developer tools of a browser.
const profiling = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];

const isRivalAsked = values.aimock && isRivalInstalled;
if (values.aimock && !isRivalInstalled) console.log('aimock is not here: npm ci --prefix bench gets it.');
const kinds = [understudy, ...(isRivalAsked ? [rival] : []), ...(values.bare ? [bare] : [])];

async function main(): Promise<void> {
  const results: Result[] = [];
  const starts: Record<string, number[]> = {};
  console.log(`${cpus()[0]?.model ?? '?'}, ${cpus().length} cores, node ${process.version}\n\n${tableHead}`);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const workload of workloads.filter(({ id }) => isAsked(id))) {
      for (const kind of kindsFor(workload)) {
        const result = { workload: workload.id, server: kind.name, report: await measure(kind, workload) };
        results.push(result);
        console.log(describeResult(workload, result));
      }
    }
  }
  if (isAsked('w5')) Object.assign(starts, await measureStarts());
  save({ machine: cpus()[0]?.model, node: process.version, date: new Date().toISOString(), results, starts });
}

function isAsked(id: string): boolean {
  return values.only === '' || id === values.only || id.startsWith(`${values.only}-`);
}

function kindsFor(workload: Workload): readonly ServerKind[] {
  return workload.rival ? kinds : [understudy];
}

async function measure(kind: ServerKind, workload: Workload): Promise<LoadReport> {
  const server = await startServer(kind, workload.service, profiling);
  try {
    return await generate(await createPlan(kind, workload, server));
  } finally {
    await server.stop();
  }
}

// One answer is read with care beforehand: it tells how many pieces each of the others must have.
async function createPlan(kind: ServerKind, workload: Workload, server: RunningServer): Promise<LoadPlan> {
  const { service, streamed, connections, ramp, settle, window, period = 0 } = workload;
  const url = `${server.url}/v1/chat/completions`;
  const asked = JSON.stringify({ ...body, stream: streamed });
  const pieces = await askOnce(url, asked, service.text);
  const { rate } = service;
  const pace = rate === undefined ? {} : { pace: { first: kind.first(rate), gap: 1000 / rate } };
  return {
    url,
    body: asked,
    connections,
    ramp,
    settle: values.quick ? 1000 : settle,
    window: values.quick ? 3000 : window,
    period,
    server: server.pid,
    ...(streamed ? { stream: { lead: kind.lead, trail: kind.trail, pieces, ...pace } } : {}),
  };
}

async function generate(plan: LoadPlan): Promise<LoadReport> {
  const child = spawnOnCore(1, [generator, JSON.stringify(plan)], 'pipe');
  if (child.stdout === null) throw new Error('The generator has no output.');
  return JSON.parse(await text(child.stdout));
}

async function measureStarts(): Promise<Record<string, number[]>> {
  const starts: Record<string, number[]> = {};
  for (let round = 0; round < (values.quick ? 3 : 10); round += 1) {
    for (const kind of kinds) {
      (starts[kind.name] ??= []).push(await measureStart(kind, JSON.stringify(body)));
    }
  }
  for (const [name, spans] of Object.entries(starts)) {
    const sorted = spans.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)]?.toFixed(0);
    const most = sorted.at(-1)?.toFixed(0);
    console.log(
      `| w5 | start to first answer, ${spans.length} starts | ${name} | median ${median}, most ${most} ms | | <= 300 ms |`,
    );
  }
  return starts;
}

function save(record: object): void {
  const folder = fileURLToPath(new URL('results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const file = `${folder}${new Date().toISOString().replace(/[:.]/g, '-')}.json`;
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
  console.log(`\n${file}`);
}

await main();
