import { type Settings, dialectNames, dialects, withDialect } from './settings.ts';

/** One stream of a comparison. */
export interface LanePlan {
  readonly label: string;
  readonly settings: Settings;
}

/** A comparison that can be chosen. */
export interface Preset {
  readonly name: string;
  /** Which streams it puts side by side, made of the settings of the chat. */
  plan(settings: Settings): readonly LanePlan[];
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
    plan: (settings) => [
      { label: 'Even', settings: { ...settings, jitter: '0' } },
      { label: 'Jitter 1', settings: { ...settings, jitter: '1' } },
    ],
  },
  {
    name: 'All dialects',
    plan: (settings) =>
      dialectNames.map((dialect) => ({
        label: dialects[dialect].name,
        settings: withDialect(settings, dialect),
      })),
  },
];

// Not every dialect has whole answers.
function streamable(settings: Settings): Settings {
  return dialects[settings.dialect].whole ? settings : withDialect(settings, 'openai');
}
