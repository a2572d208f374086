import { describe, expect, it } from 'vitest';
import type { GenerationEvent } from '../../src/core/generation.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { pick, requestFor, takeEvents, textOf } from '../contracts/generate.ts';
import { createHandEngine, settle } from '../support/hand-engine.ts';
import { createTold, instant, makeGenerate } from '../support/make-generate.ts';

/** A generation whose events are taken as they come; `events` grows. */
function follow(generate: ReturnType<typeof makeGenerate>, request = requestFor('x')) {
  const controller = new AbortController();
  const events: GenerationEvent[] = [];
  const outcome: { error?: unknown; over: boolean } = { over: false };
  const run = async (): Promise<void> => {
    try {
      for await (const batch of generate(request, controller.signal)) events.push(...batch);
    } catch (error) {
      outcome.error = error;
    }
    outcome.over = true;
  };
  void run();
  return { events, outcome, abort: () => controller.abort(), text: (choice = 0) => textOf(events, choice) };
}

describe('an engine that takes its time', () => {
  it('is heard piece by piece as its texts come', async () => {
    const { engine, hands } = createHandEngine();
    const followed = follow(makeGenerate(engine));
    await settle();
    expect(followed.events.map(({ type }) => type)).toEqual(['start']);
    await hands[0]?.say('One');
    expect(followed.text()).toBe('One');
    await hands[0]?.say(' two three');
    expect(followed.text()).toBe('One two three');
    await hands[0]?.end();
    expect(followed.events.slice(-2).map(({ type }) => type)).toEqual(['finish', 'end']);
    expect(followed.outcome).toEqual({ over: true });
    expect(hands[0]?.left).toBe(true);
  });

  it('may be slow by any clock', async () => {
    const clock = createManualClock();
    const engine = createTold(async function* (_, signal) {
      for (let count = 1; count <= 5; count += 1) {
        await clock.sleepUntil(count * 1000, signal);
        yield ` ${count}`;
      }
    });
    const followed = follow(makeGenerate(engine));
    await clock.advance(2500);
    expect(followed.text()).toBe(' 1 2');
    await clock.advance(2500);
    expect(followed.text()).toBe(' 1 2 3 4 5');
    expect(followed.outcome.over).toBe(true);
  });

  it('is asked for no more than one text ahead of what has been taken', async () => {
    const { engine, hands } = createHandEngine();
    const batches = makeGenerate(engine)(requestFor('x'), new AbortController().signal)[
      Symbol.asyncIterator
    ]();
    await batches.next();
    const next = batches.next();
    await settle();
    for (const text of ['One', ' two', ' three', ' four']) await hands[0]?.say(text);
    await next;
    expect(hands[0]?.asked).toBe(2);
    await batches.next();
    await settle();
    expect(hands[0]?.asked).toBe(3);
  });

  it('hears the signal and is left at its next text, which nobody is told', async () => {
    const { engine, hands } = createHandEngine();
    const followed = follow(makeGenerate(engine), requestFor('x', { choices: 2 }));
    await settle();
    await hands[0]?.say('One');
    followed.abort();
    expect(hands.map(({ signal }) => signal.aborted)).toEqual([true, true]);
    await hands[0]?.say(' two');
    await hands[1]?.say('Other');
    expect(hands.map(({ left }) => left)).toEqual([true, true]);
    expect(followed.events.map(({ type }) => type)).toEqual(['start', 'text-delta']);
    expect(followed.outcome).toEqual({ over: true });
  });

  it('may end by throwing when it hears the signal', async () => {
    const clock = createManualClock();
    const engine = createTold(async function* (_, signal) {
      yield 'One';
      await clock.sleepUntil(1000, signal);
      yield ' two';
    });
    const followed = follow(makeGenerate(engine), requestFor('x', { choices: 2 }));
    await settle();
    followed.abort();
    await settle();
    expect(followed.outcome).toEqual({ over: true });
    expect(pick(followed.events, 'end')).toEqual([]);
  });

  it('is left at the text in which a stop or the budget ends the answer', async () => {
    for (const limit of [{ stop: [' three'] }, { maxTokens: 2 }]) {
      const { engine, hands } = createHandEngine();
      const followed = follow(makeGenerate(engine), requestFor('x', limit));
      await settle();
      await hands[0]?.say('One two');
      expect(hands[0]?.left).toBe(false);
      await hands[0]?.say(' three four');
      expect(hands[0]?.left).toBe(true);
      expect(followed.text()).toBe('One two');
      expect(followed.events.at(-1)?.type).toBe('end');
    }
  });

  it('is left when whoever listens leaves', async () => {
    const { engine, hands } = createHandEngine();
    const batches = makeGenerate(engine)(requestFor('x', { choices: 2 }), new AbortController().signal)[
      Symbol.asyncIterator
    ]();
    await batches.next();
    const next = batches.next();
    await settle();
    await hands[0]?.say('One');
    await next;
    await batches.return?.();
    await hands[0]?.say(' two');
    await hands[1]?.say('Other');
    expect(hands.map(({ left }) => left)).toEqual([true, true]);
  });

  it('lets one choice go on while another is silent', async () => {
    const { engine, hands } = createHandEngine();
    const followed = follow(makeGenerate(engine), requestFor('x', { choices: 3 }));
    await settle();
    await hands[1]?.say('One');
    await hands[1]?.say(' two');
    await hands[1]?.end();
    expect(followed.text(1)).toBe('One two');
    expect(pick(followed.events, 'finish').map(({ choice }) => choice)).toEqual([1]);
    await hands[2]?.say('Three');
    await hands[2]?.end();
    await hands[0]?.end();
    expect(pick(followed.events, 'finish').map(({ choice }) => choice)).toEqual([1, 2, 0]);
    expect(followed.outcome).toEqual({ over: true });
    const dues = followed.events.map(({ due }) => due);
    expect(dues).toEqual(dues.toSorted((one, other) => one - other));
  });

  it('has its choices mixed by their moments where they are there, however long their texts are', async () => {
    const { engine, hands } = createHandEngine();
    const batches = makeGenerate(engine)(requestFor('x', { choices: 2 }), new AbortController().signal)[
      Symbol.asyncIterator
    ]();
    await batches.next();
    const next = batches.next();
    await settle();
    await hands[0]?.say('One two three four five six');
    await hands[1]?.say('one');
    await hands[1]?.say(' two');
    const told = [...((await next).value ?? [])];
    for (let count = 0; count < 3; count += 1) {
      await settle();
      told.push(...((await batches.next()).value ?? []));
    }
    expect(
      pick(told, 'text-delta')
        .map(({ choice, due }) => [choice, due])
        .slice(0, 4),
    ).toEqual([
      [0, 100],
      [1, 100],
      [0, 120],
      [1, 120],
    ]);
  });

  it('breaks the generation off when it throws, before its first text or later', async () => {
    for (const before of [[], ['One']]) {
      const { engine, hands } = createHandEngine();
      const followed = follow(makeGenerate(engine), requestFor('x', { choices: 2 }));
      await settle();
      for (const text of before) await hands[0]?.say(text);
      await hands[0]?.fail(new Error('broken'));
      expect(followed.outcome).toMatchObject({ over: true, error: { message: 'broken' } });
      expect(pick(followed.events, 'end')).toEqual([]);
      await hands[1]?.say('Other');
      expect(hands[1]?.left).toBe(true);
    }
  });

  it.each([0, 1])(
    'may throw while nobody waits for it: choice %d is heard when its turn comes',
    async (which) => {
      const { engine, hands } = createHandEngine();
      const batches = makeGenerate(engine)(requestFor('x', { choices: 2 }), new AbortController().signal)[
        Symbol.asyncIterator
      ]();
      await batches.next();
      const next = batches.next();
      await settle();
      await hands[0]?.say('One');
      await next;
      // An unhandled rejection would end the test run.
      await hands[which]?.fail(new Error('broken'));
      await settle();
      await expect(batches.next()).rejects.toThrow('broken');
    },
  );
});

describe('an engine that says its texts at once', () => {
  it.each([1, 2])('is left when its answers have ended early, with %d choices', async (choices) => {
    let left = 0;
    const engine = createTold(function* () {
      try {
        for (;;) yield ' more';
      } finally {
        left += 1;
      }
    });
    await takeEvents(makeGenerate(engine, instant), requestFor('x', { choices, maxTokens: 5 }));
    expect(left).toBe(choices);
    await takeEvents(makeGenerate(engine, instant), requestFor('x', { choices, stop: ['more'] }));
    expect(left).toBe(2 * choices);
  });

  it('is left when whoever listens leaves', async () => {
    let left = 0;
    const engine = createTold(function* () {
      try {
        for (;;) yield ' more';
      } finally {
        left += 1;
      }
    });
    for await (const batch of makeGenerate(engine)(
      requestFor('x', { choices: 2 }),
      new AbortController().signal,
    )) {
      expect(batch.length).toBeLessThan(100);
      break;
    }
    expect(left).toBe(2);
  });

  it('breaks the generation off when it throws, at once or later', async () => {
    const atOnce = createTold(() => {
      throw new Error('broken');
    });
    await expect(takeEvents(makeGenerate(atOnce), requestFor('x'))).rejects.toThrow('broken');
    const later = createTold(function* () {
      yield* Array.from({ length: 100 }, () => ' one');
      throw new Error('broken');
    });
    const events: GenerationEvent[] = [];
    const taking = (async () => {
      for await (const batch of makeGenerate(later)(requestFor('x'), new AbortController().signal))
        events.push(...batch);
    })();
    await expect(taking).rejects.toThrow('broken');
    expect(pick(events, 'text-delta').length).toBeGreaterThan(50);
  });
});
