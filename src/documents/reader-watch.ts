import { largestProcess, longestReading } from './reader-contract.ts';

// A thread beside the one that reads, which may not come back: it ends the process that takes too much memory, or that nobody
// waits for any more, since its server is gone.

const span = 50;
const cell = new Int32Array(new SharedArrayBuffer(4));

for (let waited = 0; waited < 2 * longestReading; waited += span) {
  if (process.memoryUsage.rss() > largestProcess) break;
  Atomics.wait(cell, 0, 0, span);
}
process.kill(process.pid, 'SIGKILL');
