import { readFileSync } from 'node:fs';

const headLength = 32;
const frameHeadLength = 24;

/** How many transactions a write-ahead log holds, by SQLite's file format: the last frame of each one tells the size of the database. */
export function countCommits(log: string): number {
  const bytes = readFileSync(log);
  const frameLength = frameHeadLength + bytes.readUInt32BE(8);
  let commits = 0;
  for (let at = headLength; at + frameLength <= bytes.length; at += frameLength) {
    // Frames with another salt are left over from before the log began anew.
    const isCurrent = bytes.subarray(16, 24).equals(bytes.subarray(at + 8, at + 16));
    if (isCurrent && bytes.readUInt32BE(at + 4) > 0) commits += 1;
  }
  return commits;
}
