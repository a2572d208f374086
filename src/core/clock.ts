import { type Alarm, createAlarms } from './alarms.ts';

/** The time, and a way to wait for a moment of it; moments are milliseconds of `now()`. */
export interface Clock {
  /** Milliseconds since some fixed moment; never goes back. */
  now(): number;
  /** Milliseconds since 1970: what machines agree on, but for what their clocks differ. */
  wall(): number;
  /** Seconds since 1970, whole. */
  timestamp(): number;
  /** An alarm on this clock: all alarms share one timer. */
  alarm(task: () => void): Alarm;
  /** Resolves at the moment, at once when it has passed; rejects with the signal's reason when that comes first. */
  sleepUntil(moment: number, signal: AbortSignal): Promise<void>;
}

/** The machine's clock. */
export function createClock(): Clock {
  let timer: NodeJS.Timeout | undefined;
  let timerMoment = Infinity;
  let immediate: NodeJS.Immediate | undefined;
  const alarms = createAlarms((moment) => arm(moment, performance.now()));

  function arm(moment: number, now: number): void {
    if (moment <= now) immediate ??= setImmediate(tick);
    else if (moment < timerMoment) {
      clearTimeout(timer);
      timerMoment = moment;
      timer = startTimer(Math.min(moment - now, longestTimeout));
    }
  }

  // A process whose sockets are all closed ends, whatever moment is still to come.
  function startTimer(span: number): NodeJS.Timeout {
    return setTimeout(tick, span).unref();
  }

  function tick(): void {
    clearImmediate(immediate);
    clearTimeout(timer);
    immediate = undefined;
    const started = performance.now();
    // Armed before the work, so that the period does not grow with it.
    timer = startTimer(1);
    timerMoment = started + 1;
    alarms.run(started);
    const next = alarms.next();
    if (next <= timerMoment) {
      if (next <= started + yieldWithin) immediate = setImmediate(tick);
      return;
    }
    clearTimeout(timer);
    timerMoment = Infinity;
    if (next < Infinity) arm(next, performance.now());
  }

  return {
    now: () => performance.now(),
    wall: () => Date.now(),
    timestamp: () => Math.floor(Date.now() / 1000),
    alarm: (task) => alarms.create(task),
    sleepUntil: (moment, signal) => sleepUntil(alarms.create, moment, performance.now(), signal),
  };
}

// An alarm set for a moment that had passed already stands within this span after the run.
const yieldWithin = 0.001;

// What a timer can wait for; the tick that comes too early arms the next one.
const longestTimeout = 2 ** 31 - 1;

/** `Clock.sleepUntil`, for every clock that has alarms. */
export function sleepUntil(
  createAlarm: (task: () => void) => Alarm,
  moment: number,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return Promise.reject(signal.reason);
  if (moment <= now) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const alarm = createAlarm(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
    function abort(): void {
      alarm.clear();
      reject(signal.reason);
    }
    signal.addEventListener('abort', abort, { once: true });
    alarm.set(moment);
  });
}
