import type { Service } from './servers.ts';
import { createText } from './text.ts';

/** One load on one service; times in milliseconds. */
export interface Workload {
  readonly id: string;
  readonly title: string;
  readonly service: Service;
  readonly streamed: boolean;
  readonly connections: number;
  readonly ramp: number;
  readonly settle: number;
  readonly window: number;
  /** From one request of a connection to its next; absent: as soon as it can be. */
  readonly period?: number;
  /** Whether the other servers can do it too. */
  readonly rival: boolean;
  readonly target: string;
}

const long = createText(500);
const short = createText(12);

// Each stream lasts ten seconds, so that every connection begins an answer within the window.
const paced = { streamed: true, settle: 3000, window: 10_000, rival: true } as const;
const fast = { service: { text: long, rate: 50 }, ramp: 10_000, period: 10_200 } as const;

/** All workloads, in the order in which they run. */
export const workloads: readonly Workload[] = [
  {
    id: 'w1',
    title: 'unpaced, 32 clients, 500 tokens each',
    service: { text: long },
    streamed: true,
    connections: 32,
    ramp: 100,
    settle: 5000,
    window: 5000,
    rival: true,
    target: '>= 2 M tokens/s',
  },
  {
    id: 'w1-composer',
    title: 'unpaced, 32 clients, composed text',
    service: {},
    streamed: true,
    connections: 32,
    ramp: 100,
    settle: 5000,
    window: 5000,
    rival: false,
    target: '',
  },
  {
    ...paced,
    ...fast,
    id: 'w2-1000',
    title: '1,000 streams x 50 tokens/s',
    connections: 1000,
    target: '>= 99.9 %, <= 0.65 core, p99 <= 20 ms',
  },
  {
    ...paced,
    ...fast,
    id: 'w2-2000',
    title: '2,000 streams x 50 tokens/s',
    connections: 2000,
    target: '>= 99.5 %, <= 0.95 core, p99 <= 80 ms',
  },
  {
    ...paced,
    id: 'w2-10000',
    title: '10,000 streams x 5 tokens/s',
    service: { text: createText(100), rate: 5 },
    connections: 10_000,
    ramp: 20_000,
    period: 21_000,
    target: '<= 300 MB, p99 <= 30 ms',
  },
  {
    id: 'w3',
    title: 'whole answers, 64 clients, 12 tokens',
    service: { text: short },
    streamed: false,
    connections: 64,
    ramp: 100,
    settle: 5000,
    window: 5000,
    rival: true,
    target: '>= 30 k/s',
  },
  {
    id: 'w3-composer',
    title: 'whole answers, 64 clients, composed text',
    service: {},
    streamed: false,
    connections: 64,
    ramp: 100,
    settle: 5000,
    window: 5000,
    rival: false,
    target: '',
  },
  {
    id: 'w4',
    title: 'request to first byte, 100 requests/s',
    service: { text: short },
    streamed: true,
    connections: 10,
    ramp: 100,
    settle: 3000,
    window: 10_000,
    period: 100,
    rival: true,
    target: 'p50 <= 0.6 ms',
  },
];
