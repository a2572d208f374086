import { describe, expect, it } from 'vitest';
import type { Call } from '../../../src/client/load/call.ts';
import { startGenerator } from '../../../src/client/load/generator.ts';
import type { LoadPlan } from '../../../src/client/load/plan.ts';
import { createManualClock } from '../../../src/core/manual-clock.ts';

const plan: LoadPlan = {
  url: 'http://127.0.0.1:1',
  dialect: 'openai',
  model: 'm',
  prompt: 'p',
  maxTokens: 3,
  arrivals: { kind: 'open', rate: 10, shape: 'even' },
  warmUp: 0,
  duration: 1000,
  requests: 100,
  timeout: 10_000,
  mostOpen: 100,
};

const share = { index: 0, of: 1 };

function start(changes: Partial<LoadPlan>, moments: readonly number[], error?: string) {
  const clock = createManualClock();
  const stop = new AbortController();
  const begun: number[] = [];
  const call: Call = async (token, signal) => {
    const now = clock.now();
    begun.push(now);
    for (const moment of moments) {
      await clock.sleepUntil(now + moment, signal).catch(() => undefined);
      if (!signal.aborted) token();
    }
    return error;
  };
  const run = startGenerator({ plan: { ...plan, ...changes }, share, clock, call, signal: stop.signal });
  return { clock, stop, begun, ...run };
}

describe('the load generator', () => {
  it('begins calls at their moments under open loop, however long the answers take', async () => {
    const { clock, begun, figures, ended } = start({}, [5000]);
    await clock.advance(6000);
    await ended;
    expect(begun).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
    expect(figures).toMatchObject({ started: 10, streams: 10, tokens: 10, running: 0, latestStart: 0 });
  });

  it('asks again only after an answer under closed loop', async () => {
    const { clock, begun, ended } = start({ arrivals: { kind: 'closed', concurrency: 1 } }, [400]);
    await clock.advance(3000);
    await ended;
    expect(begun).toEqual([0, 400, 800]);
  });

  it('counts lateness against the schedule, token by token', async () => {
    const pace = { ttft: 100, tokensPerSecond: 10 };
    const { clock, figures, ended } = start({ pace, requests: 1 }, [100, 250, 300]);
    await clock.advance(2000);
    await ended;
    expect(figures.spans.lateness).toMatchObject({ count: 3, sum: 50, max: 50 });
    expect(figures.spans.firstToken.max).toBe(100);
    expect(figures.spans.betweenTokens.max).toBe(150);
    expect(figures.spans.endToEnd.max).toBe(300);
  });

  it('leaves out the calls of the warm-up', async () => {
    const { clock, begun, figures, ended } = start({ warmUp: 500 }, [10]);
    await clock.advance(3000);
    await ended;
    expect(begun).toHaveLength(15);
    expect(figures.started).toBe(10);
    expect(figures.tokens).toBe(10);
  });

  it('begins no more calls than asked for', async () => {
    const { clock, begun, ended } = start({ requests: 4 }, [10]);
    await clock.advance(3000);
    await ended;
    expect(begun).toHaveLength(4);
  });

  it('counts calls beyond the most that may be open, and does not make them', async () => {
    const { clock, begun, figures, ended } = start({ mostOpen: 3 }, [5000]);
    await clock.advance(6000);
    await ended;
    expect(begun).toHaveLength(3);
    expect(figures.errors).toEqual({ 'too many open': 7 });
  });

  it('counts errors by kind and no time of them', async () => {
    const { clock, figures, ended } = start({}, [10], 'status 500');
    await clock.advance(2000);
    await ended;
    expect(figures.errors).toEqual({ 'status 500': 10 });
    expect(figures.spans.endToEnd.count).toBe(0);
  });

  it('ends early, keeping what has ended', async () => {
    const { clock, stop, figures, ended } = start({}, [150]);
    await clock.advance(420);
    stop.abort();
    await ended;
    expect(figures).toMatchObject({ started: 5, streams: 3, tokens: 3, running: 0, span: 420, errors: {} });
  });

  it('shows the delay of a stall in calls that came after it began', async () => {
    // A server that answers nothing between 200 and 700: each call waits for its end.
    const clock = createManualClock();
    const { signal } = new AbortController();
    const call: Call = async (token) => {
      const now = clock.now();
      await clock.sleepUntil(now >= 200 && now < 700 ? 700 : now + 1, signal);
      token();
      return undefined;
    };
    const { figures, ended } = startGenerator({ plan, share, clock, call, signal });
    await clock.advance(2000);
    await ended;
    // 500, 400, 300, 200 and 100 for the five calls of the stall, 1 for the other five.
    expect(figures.spans.firstToken).toMatchObject({ count: 10, sum: 1505, max: 500 });
  });

  it('counts a start of its own that comes late from the moment that was planned', async () => {
    const clock = createManualClock();
    const { signal } = new AbortController();
    // The process sleeps over three moments: the clock jumps while the first call is made.
    let skipped = 0;
    const late = { ...clock, now: () => clock.now() + skipped };
    const call: Call = async (token) => {
      skipped ||= 350;
      token();
      return undefined;
    };
    const { figures, ended } = startGenerator({ plan, share, clock: late, call, signal });
    await clock.advance(2000);
    await ended;
    expect(figures.latestStart).toBeGreaterThanOrEqual(350);
    expect(figures.spans.firstToken.max).toBeGreaterThanOrEqual(350);
  });
});
