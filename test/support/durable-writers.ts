import { writeSync } from 'node:fs';
import { createClock } from '../../src/core/clock.ts';
import { storeBounds } from '../../src/stores/bounds.ts';
import { stores } from '../../src/stores/index.ts';

// Writers that never stop, each going on where it had come to: node durable-writers.ts FOLDER WRITERS PARTS
// What is acknowledged is told at once, a line each: `WRITER NUMBER`.

const [data = '', writers = '', parts = ''] = process.argv.slice(2);
const { threads } = stores.sqlite({ clock: createClock(), data, bounds: storeBounds.parse({}) });

async function main(): Promise<void> {
  await threads.append('shared', [], 'create');
  const kept = await threads.messages('shared');
  const counts = Map.groupBy(kept, ({ name }) => name);
  const names = Array.from({ length: Number(writers) }, (_, index) => `w${index}`);
  await Promise.all(names.map((name) => write(name, (counts.get(name)?.length ?? 0) / Number(parts))));
}

async function write(name: string, first: number): Promise<void> {
  for (let number = first; ; number += 1) {
    const drafts = Array.from({ length: Number(parts) }, (_, part) => {
      const content = JSON.stringify({ writer: name, number, part });
      return { id: `${name}.${number}.${part}`, role: 'user', name, content } as const;
    });
    await threads.append('shared', drafts);
    writeSync(1, `${name} ${number}\n`);
  }
}

await main();
