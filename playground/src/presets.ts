import { resolvePace } from './paces.ts';
import { type Settings, dialects, withDialect } from './settings.ts';
import type { ServerFacts } from './use-server.ts';

/** One stream of a comparison. */
export interface LanePlan {
  readonly label: string;
  readonly settings: Settings;
}

/** A comparison that can be chosen. */
export interface Preset {
  readonly name: string;
  /** Which streams it puts side by side, made of the settings of the chat. */
  plan(settings: Settings, facts: ServerFacts): readonly LanePlan[];
}

/** The comparisons that are offered, in order. */
export const presets: readonly [Preset, ...Preset[]] = [
  {
    name: 'Streaming beside whole',
    plan: (settings) => [
      { label: 'Streaming', settings: { ...streamable(settings), stream: true } },
      { label: 'Whole answer', settings: { ...streamable(settings), stream: false } },
    ],
  },
  {
    name: 'Slow beside fast',
    plan: (settings) => [
      { label: 'Slow', settings: { ...settings, ttft: '1000', tokensPerSecond: '10' } },
      { label: 'Fast', settings: { ...settings, ttft: '100', tokensPerSecond: '100' } },
    ],
  },
  {
    name: 'Even beside jittered',
    plan: (settings, facts) => [
      { label: 'Even', settings: { ...paced(settings, facts), jitter: '0' } },
      { label: 'Jitter 1', settings: { ...paced(settings, facts), jitter: '1' } },
    ],
  },
  {
    name: 'All dialects',
    plan: (settings, facts) =>
      facts.dialects.map((dialect) => ({
        label: dialects[dialect].name,
        settings: withDialect(settings, dialect),
      })),
  },
];

// Gaps can scatter only where there are some.
function paced(settings: Settings, { paces }: ServerFacts): Settings {
  const { tokensPerSecond } = resolvePace({ ...settings, jitter: '0' }, paces);
  return tokensPerSecond === undefined ? { ...settings, ttft: '200', tokensPerSecond: '50' } : settings;
}

// Not every dialect has whole answers.
function streamable(settings: Settings): Settings {
  return dialects[settings.dialect].whole ? settings : withDialect(settings, 'openai');
}
