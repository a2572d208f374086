import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Failure, readCode } from './failure.ts';

/** Writes the ports, one a line, so that whoever waits for the file never reads half of it; gives a way to remove it. */
export function writePortFile(path: string, ports: readonly number[]): () => void {
  const text = ports.map((port) => `${port}\n`).join('');
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new Failure(`The file ${path} given with --port-file cannot be written (${readCode(error)}).`, 1);
  }
  return () => removePortFile(path, text);
}

function removePortFile(path: string, text: string): void {
  try {
    // A server that was started since may have written its own.
    if (readFileSync(path, 'utf8') === text) rmSync(path);
  } catch {
    // Somebody removed it first: it is gone, as it should be.
  }
}
