// What Redis between server and workers costs, against one process in the same run:
// npx node bench/distributed.ts [--quick] [--cluster] [--only logs,jobs,streams,lasting,silences]
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { startCluster } from '../test/support/redis-cluster.ts';
import { startRedis } from '../test/support/redis-server.ts';
import { type Row, describeRow, head } from './distributed/figures.ts';
import { measureJobs } from './distributed/jobs.ts';
import { measureLasting } from './distributed/lasting.ts';
import { measureLogs } from './distributed/logs.ts';
import { measureSilences } from './distributed/silences.ts';
import { measureStreams } from './distributed/streams.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    cluster: { type: 'boolean', default: false },
  },
});

const parts: Readonly<Record<string, (url: string, isQuick: boolean) => Promise<readonly Row[]>>> = {
  logs: measureLogs,
  jobs: measureJobs,
  streams: measureStreams,
  lasting: measureLasting,
  silences: measureSilences,
};
// A quick run leaves out what lasts: each of its streams takes 6 s, and workers have to start and to die.
const usual = Object.keys(parts).filter((name) => !values.quick || name !== 'silences');
const asked = values.only === undefined ? usual : values.only.split(',');
const unknown = asked.find((name) => !(name in parts));
if (unknown !== undefined) {
  console.error(`error: --only knows ${Object.keys(parts).join(', ')}, not '${unknown}'.`);
  process.exit(2);
}

const date = new Date().toISOString().slice(0, 10);
const load = loadavg()[0]?.toFixed(1);
console.log(
  `${values.cluster ? 'Redis is a cluster of three nodes. ' : ''}${date}, ${cpus().length} x ${cpus()[0]?.model}, node ${process.version}, load ${load}\n\n${head}`,
);
for (const [name, measure] of Object.entries(parts)) {
  if (!asked.includes(name)) continue;
  // One each: nothing that a part leaves behind is in the next one's way.
  const redis = await (values.cluster ? startCluster() : startRedis());
  try {
    for (const row of await measure(redis.url, values.quick)) console.log(describeRow(row));
  } finally {
    await redis.close();
  }
}
process.exit(0);
