import { at } from './json.ts';
import { type Settings, isStreamed, readNumber } from './settings.ts';

/** A pace, as far as it is known. */
export interface Pace {
  /** Milliseconds to the first token. */
  readonly ttft: number | undefined;
  readonly tokensPerSecond: number | undefined;
  readonly jitter: number | undefined;
}

/** The paces of a server: its own, and those of models that have another one. */
export interface Paces {
  readonly own: Pace;
  readonly models: ReadonlyMap<string, Pace>;
}

/** What is known of a pace before the server has told it, and where it keeps none. */
export const unknownPace: Pace = { ttft: undefined, tokensPerSecond: undefined, jitter: undefined };

/** The paces that the server's welcome tells. */
export function readPaces(welcome: unknown): Paces {
  const models = Object.entries(at(welcome, 'modelPaces') ?? {});
  return {
    own: readPace(at(welcome, 'pace')),
    models: new Map(models.map(([model, pace]) => [model, readPace(pace)])),
  };
}

function readPace(pace: unknown): Pace {
  return {
    ttft: numberAt(pace, 'ttft'),
    tokensPerSecond: numberAt(pace, 'tokensPerSecond'),
    jitter: numberAt(pace, 'jitter'),
  };
}

function numberAt(value: unknown, name: string): number | undefined {
  const found = at(value, name);
  return typeof found === 'number' ? found : undefined;
}

/** The pace at which the server will answer: what the form says, and for the rest what the server does unasked. */
export function resolvePace(settings: Settings, { own, models }: Paces): Pace {
  const { ttft, tokensPerSecond, jitter } = settings;
  const typed = [ttft, tokensPerSecond, jitter].map(readNumber);
  const [first, rate, scatter] = typed;
  // Whoever asks for a part of a pace gets the rest from the server's own, whatever the model has.
  const rest = typed.some((number) => number !== undefined) ? own : paceOf(settings, { own, models });
  return {
    ttft: first ?? rest.ttft,
    tokensPerSecond: rate ?? rest.tokensPerSecond,
    jitter: scatter ?? rest.jitter,
  };
}

function paceOf({ dialect, model }: Settings, { own, models }: Paces): Pace {
  // What computes takes the time that it takes.
  if (dialect === 'completion' && model === '') return unknownPace;
  return models.get(model) ?? own;
}

/** When each token is due. */
export interface Schedule {
  /** Milliseconds to the first token. */
  readonly ttft: number;
  readonly tokensPerSecond: number;
}

/** The schedule of the answer; undefined where a part of it is not known, or where the answer comes whole: there is no token to be late. */
export function readSchedule(settings: Settings, paces: Paces): Schedule | undefined {
  const { ttft, tokensPerSecond } = resolvePace(settings, paces);
  const isKnown = ttft !== undefined && tokensPerSecond !== undefined && tokensPerSecond > 0;
  return isKnown && isStreamed(settings) ? { ttft, tokensPerSecond } : undefined;
}
