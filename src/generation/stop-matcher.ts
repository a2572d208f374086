/** Ends a text before the first stop sequence, however the text is cut up. */
export interface StopMatcher {
  /** Takes the next stretch and gives what is surely before any stop sequence; whole stretches, until one is found. */
  push(text: string): string;
  /** Whether a stop sequence was found: nothing more comes after it. */
  stopped(): boolean;
  /** What was held back, once the text has ended. */
  flush(): string;
}

/** A matcher for the sequences; an empty sequence never matches. */
export function createStopMatcher(sequences: readonly string[]): StopMatcher {
  const stops = sequences.filter((sequence) => sequence !== '');
  const longest = Math.max(0, ...stops.map((stop) => stop.length));
  let held = '';
  let stopped = false;

  function push(text: string): string {
    if (stopped || stops.length === 0) return stopped ? '' : text;
    const from = Math.max(0, held.length - longest + 1);
    const whole = held + text;
    const found = stops.map((stop) => whole.indexOf(stop, from)).filter((index) => index >= 0);
    stopped = found.length > 0;
    if (stopped) return release(whole.slice(0, Math.min(...found)));
    if (stops.some((stop) => beginsAtEnd(whole, stop))) {
      held = whole;
      return '';
    }
    return release(whole);
  }

  function release(text: string): string {
    held = '';
    return text;
  }

  return {
    push,
    stopped: () => stopped,
    flush: () => release(held),
  };
}

function beginsAtEnd(text: string, stop: string): boolean {
  for (let length = Math.min(text.length, stop.length - 1); length > 0; length -= 1) {
    if (text.endsWith(stop.slice(0, length))) return true;
  }
  return false;
}
