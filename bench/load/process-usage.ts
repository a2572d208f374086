import { readFileSync } from 'node:fs';

// USER_HZ, which Linux shows to programs on every architecture that Node runs on.
const ticksPerSecond = 100;

/** Seconds of processor that a process has used, in the program and in the kernel, all threads together. */
export function readProcessorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  // The name, which may hold blanks, stands in brackets before the other fields.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Resident memory of a process in bytes, now and at its peak. */
export function readMemory(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  return { now: readField(status, 'VmRSS'), peak: readField(status, 'VmHWM') };
}

function readField(status: string, name: string): number {
  const kilobytes = new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(status)?.[1];
  return Number(kilobytes ?? NaN) * 1024;
}
