import { isLoopbackName } from '../core/loopback.ts';
import type { Settings } from '../settings.ts';

/** What the start-up warnings look at. */
export interface WarningFacts {
  readonly settings: Pick<Settings, 'host' | 'apiKey'>;
  /** As in `process.versions.node`. */
  readonly nodeVersion: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

/** What whoever starts a server should hear of where it runs. */
export function listWarnings({ settings, nodeVersion, timestamp }: WarningFacts): readonly string[] {
  const warnings: string[] = [];
  if (!isLoopbackName(settings.host) && settings.apiKey.length === 0) {
    warnings.push(`${settings.host} is open to everyone who can reach it, and no --api-key is set.`);
  }
  const major = Number.parseInt(nodeVersion, 10);
  const end = endsOfLife.get(major);
  if (major < 22 || (end !== undefined && Date.parse(end) / 1000 < timestamp)) {
    warnings.push(`Node ${nodeVersion} gets no security fixes any more. Take Node 24 or later.`);
  }
  return warnings;
}

// The release schedule of Node: https://github.com/nodejs/release#release-schedule
const endsOfLife: ReadonlyMap<number, string> = new Map([
  [22, '2027-04-30'],
  [23, '2025-06-01'],
  [24, '2028-04-30'],
  [25, '2026-06-01'],
  [26, '2029-04-30'],
]);
