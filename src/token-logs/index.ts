import type { Clock } from '../core/clock.ts';
import type { TokenLog } from '../core/token-log.ts';
import type { LogBounds } from './bounds.ts';
import { createMemoryLog } from './memory.ts';

/** How a token log is made. */
export type TokenLogMaker = (options: { readonly clock: Clock; readonly bounds: LogBounds }) => TokenLog;

/** All token logs by name. */
export const tokenLogs = {
  memory: createMemoryLog,
} satisfies Record<string, TokenLogMaker>;
