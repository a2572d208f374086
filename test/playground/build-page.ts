import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the playground before any test where it is missing or older than its sources: two files that built at once would meet. */
export default function buildPage(): void {
  const sources = ['package-lock.json', 'src/client/sse-reader.ts', ...list('playground')];
  const newest = Math.max(...sources.map(changedAt));
  if (newest <= changedAt('dist-playground/index.html')) return;
  execFileSync(process.execPath, [join(root, 'playground/build.ts')], { stdio: 'inherit' });
}

function list(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name),
  );
}

function changedAt(name: string): number {
  return statSync(join(root, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
