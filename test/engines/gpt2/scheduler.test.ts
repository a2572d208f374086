import { describe, expect, it } from 'vitest';
import { type ManualClock, createManualClock } from '../../../src/core/manual-clock.ts';
import type { Sampling } from '../../../src/engines/gpt2/sampling.ts';
import { createScheduler } from '../../../src/engines/gpt2/scheduler.ts';
import type { Scheduler } from '../../../src/engines/gpt2/scheduler.ts';
import type { SchedulerOptions, Tick } from '../../../src/engines/gpt2/scheduler-state.ts';
import type { Task } from '../../../src/engines/gpt2/sequence.ts';
import { type FakeBackend, type FakeOptions, createFakeBackend, endToken } from './fake-backend.ts';

const greedy: Sampling = {
  temperature: 0,
  topK: 0,
  topP: 1,
  minP: 0,
  repetitionPenalty: 1,
  presencePenalty: 0,
  frequencyPenalty: 0,
};

interface Scene {
  readonly clock: ManualClock;
  readonly backend: FakeBackend;
  readonly scheduler: Scheduler;
  readonly ticks: Tick[];
  /** Submits an answer, and tells whether it was taken. */
  ask(id: number, length: number, change?: Partial<Task>): boolean;
  text(id: number): string;
  tokens(id: number): number;
  ending(id: number): string | undefined;
}

function setScene(fake: FakeOptions = {}, change: Partial<SchedulerOptions> = {}): Scene {
  const clock = createManualClock();
  const backend = createFakeBackend(fake);
  const ticks: Tick[] = [];
  const scheduler = createScheduler({
    backend,
    clock,
    queue: 8,
    prefillBudget: 128,
    singleUpTo: 0,
    emit(tick) {
      ticks.push(tick);
      return Promise.resolve();
    },
    ...change,
  });
  const piecesOf = (id: number) =>
    ticks.flatMap(({ said }) => said.flatMap(([of, piece]) => (of === id ? piece : [])));
  return {
    clock,
    backend,
    scheduler,
    ticks,
    ask: (id, length, more) =>
      scheduler.submit({
        id,
        prompt: Array.from({ length }, (_, index) => 65 + ((id + index) % 26)),
        maxTokens: 5,
        sampling: greedy,
        seed: id,
        ...more,
      }),
    text: (id) => piecesOf(id).reduce((text, piece) => text + piece.text, ''),
    tokens: (id) => piecesOf(id).reduce((sum, piece) => sum + piece.tokens, 0),
    ending(id) {
      const ending = ticks.flatMap(({ ended }) => ended).find((one) => one.id === id);
      return ending === undefined
        ? undefined
        : 'reason' in ending
          ? ending.reason
          : 'failure' in ending
            ? ending.failure
            : 'full';
    },
  };
}

/** A backend's step that waits until it is let go. */
function createGate(): { hold(): Promise<void>; open(): void } {
  let letGo: () => void = () => undefined;
  return {
    hold: () => new Promise((resolve) => (letGo = resolve)),
    open: () => letGo(),
  };
}

describe('the scheduler', () => {
  it('says the same of each answer alone and beside others', async () => {
    const beside = setScene();
    for (const id of [1, 2, 3, 4, 5, 6]) beside.ask(id, 3 * id, { maxTokens: 4 + id });
    await beside.clock.advance(0);
    for (const id of [1, 2, 3, 4, 5, 6]) {
      const alone = setScene();
      alone.ask(id, 3 * id, { maxTokens: 4 + id });
      await alone.clock.advance(0);
      expect(beside.text(id)).toBe(alone.text(id));
      expect(beside.tokens(id)).toBe(4 + id);
      expect(beside.ending(id)).toBe('length');
    }
  });

  it('steps all answers together, in the order of their slots, from the lowest slot on', async () => {
    const { backend, clock, ask } = setScene();
    for (const id of [1, 2, 3]) ask(id, 2);
    await clock.advance(0);
    expect(backend.calls[0]).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
    expect(backend.calls.slice(1)).toEqual(
      Array.from({ length: 4 }, () => [
        [0, 1],
        [1, 1],
        [2, 1],
      ]),
    );
  });

  it('lets the next one into the lowest slot that becomes free', async () => {
    const { backend, clock, ask, ending } = setScene({ slots: 3 });
    ask(1, 1, { maxTokens: 9 });
    ask(2, 1, { maxTokens: 2 });
    ask(3, 1, { maxTokens: 9 });
    ask(4, 1, { maxTokens: 3 });
    await clock.advance(0);
    const slots = backend.calls.map((steps) => steps.map(([slot]) => slot));
    for (const call of slots) expect(call).toEqual(call.toSorted((one, other) => one - other));
    // It holds slot 1 from the third step on, and for no longer than it needs.
    expect(slots.map((call) => call.includes(1))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(ending(4)).toBe('length');
  });

  it('takes prompts in by the budget, oldest first, and goes on with the others meanwhile', async () => {
    const { backend, clock, ask } = setScene({}, { prefillBudget: 10 });
    ask(1, 4);
    ask(2, 25);
    ask(3, 3, { maxTokens: 2 });
    await clock.advance(0);
    expect(backend.calls.slice(0, 5)).toEqual([
      [
        [0, 4],
        [1, 6],
      ],
      [
        [0, 1],
        [1, 10],
      ],
      [
        [0, 1],
        [1, 9],
        [2, 1],
      ],
      [
        [0, 1],
        [1, 1],
        [2, 2],
      ],
      [
        [0, 1],
        [1, 1],
        [2, 1],
      ],
    ]);
  });

  it('lets none starve: under endless demand each answer waits for those before it, and for no other', async () => {
    const most = 64;
    const { backend, clock, ask, ticks, scheduler } = setScene(
      { slots: 4 },
      { prefillBudget: 16, queue: most },
    );
    for (let id = 0; id < most; id += 1)
      expect(ask(id, 8 + ((id * 37) % 90), { maxTokens: 1 + (id % 7) })).toBe(true);
    await clock.advance(0);
    const firsts = Array.from({ length: most }, (_, id) =>
      ticks.findIndex(({ said }) => said.some(([of]) => of === id)),
    );
    // First tokens come in the order of arrival, as the budget goes to the oldest prompt.
    expect(firsts).toEqual(firsts.toSorted((one, other) => one - other));
    // Once an answer has begun, it gets a token in every single step.
    for (let id = 0; id < most; id += 1) {
      const heard = ticks.flatMap(({ said }, tick) => (said.some(([of]) => of === id) ? [tick] : []));
      expect(heard).toHaveLength(1 + (id % 7));
      expect((heard.at(-1) ?? 0) - (heard[0] ?? 0)).toBe(heard.length - 1);
    }
    // No step is spent on nothing: exactly as many as the prompts need of the budget, at the most one more for each answer.
    const prompts = Array.from({ length: most }, (_, id) => 8 + ((id * 37) % 90)).reduce(
      (sum, length) => sum + length,
    );
    expect(backend.calls.length).toBeLessThanOrEqual(Math.ceil(prompts / 16) + most);
    expect(scheduler.counters()).toMatchObject({ running: 0, queued: 0, promptTokens: prompts });
  });

  it('steps few answers one by one where that is faster, and prompts never', async () => {
    const { backend, clock, ask } = setScene({}, { singleUpTo: 2 });
    ask(1, 3, { maxTokens: 3 });
    ask(2, 3, { maxTokens: 3 });
    ask(3, 3, { maxTokens: 2 });
    await clock.advance(0);
    expect(backend.calls.map((steps) => steps.map(([slot]) => slot))).toEqual([
      [0, 1, 2],
      [0, 1, 2],
      [0],
      [1],
    ]);
  });

  it('takes no more than fit its slots and its queue', async () => {
    const { clock, ask, ending } = setScene({ slots: 2 }, { queue: 3 });
    expect([1, 2, 3, 4, 5, 6].map((id) => ask(id, 2))).toEqual([true, true, true, true, true, false]);
    await clock.advance(0);
    expect([1, 2, 3, 4, 5, 6].map(ending)).toEqual([
      'length',
      'length',
      'length',
      'length',
      'length',
      undefined,
    ]);
    expect(ask(6, 2)).toBe(true);
  });

  it('ends at the token that ends the text, which counts for nothing', async () => {
    const next = (tokens: readonly number[]): number => (tokens.length < 6 ? 120 : endToken);
    const { clock, ask, text, tokens, ending } = setScene({ next });
    ask(1, 3, { maxTokens: 50 });
    await clock.advance(0);
    expect([text(1), tokens(1), ending(1)]).toEqual(['xxx', 3, 'stop']);
  });

  it('ends where the context does, and never asks a slot for more', async () => {
    const { clock, ask, tokens, ending } = setScene({ contextLength: 20 });
    ask(1, 15, { maxTokens: 1000 });
    ask(2, 19, { maxTokens: 1000 });
    await clock.advance(0);
    expect([tokens(1), ending(1), tokens(2), ending(2)]).toEqual([5, 'length', 1, 'length']);
  });

  it('tells whole characters, with all their tokens, and counts those that stay in pieces', async () => {
    const bytes = [...Buffer.from('a🙂é')];
    const next = (tokens: readonly number[]): number => bytes[tokens.length - 1] ?? 0xf0;
    const { clock, ask, ticks, tokens, ending } = setScene({ next });
    ask(1, 1, { maxTokens: 8 });
    await clock.advance(0);
    const pieces = ticks.flatMap(({ said }) => said.map(([, { text, tokens: count }]) => [text, count]));
    expect(pieces).toEqual([
      ['a', 1],
      ['🙂', 4],
      ['é', 2],
      ['', 1],
    ]);
    expect([tokens(1), ending(1)]).toEqual([8, 'length']);
  });

  it('tells bytes that can be part of no character as U+FFFD', async () => {
    const { clock, ask, text } = setScene({ next: () => 0xff });
    ask(1, 1, { maxTokens: 3 });
    await clock.advance(0);
    expect(text(1)).toBe('\uFFFD\uFFFD\uFFFD');
  });

  it('gives each token its log probability', async () => {
    const { clock, ask, ticks } = setScene();
    ask(1, 1, { maxTokens: 2, topLogprobs: 2 });
    await clock.advance(0);
    const told = ticks.flatMap(({ said }) => said.flatMap(([, { logprobs = [] }]) => logprobs));
    expect(told).toHaveLength(2);
    for (const { token, logprob, bytes, alternatives } of told) {
      expect([...Buffer.from(token)]).toEqual(bytes);
      expect(logprob).toBe(0);
      expect(alternatives.map((one) => one.logprob)).toEqual([0, -60]);
    }
  });
});

describe('a cancelled answer', () => {
  it('frees its slot within a step and is heard of no more', async () => {
    const gate = createGate();
    const { backend, clock, scheduler, ask, ticks } = setScene({ slots: 1, hold: gate.hold });
    ask(1, 1, { maxTokens: 100 });
    ask(2, 1, { maxTokens: 100 });
    for (let step = 0; step < 3; step += 1) {
      await clock.advance(0);
      gate.open();
    }
    await clock.advance(0);
    const before = ticks.length;
    scheduler.cancel(1);
    gate.open();
    await clock.advance(0);
    expect(ticks).toHaveLength(before);
    expect(backend.held[0]).toEqual([]);
    gate.open();
    await clock.advance(0);
    expect(ticks.at(-1)?.said.map(([id]) => id)).toEqual([2]);
  });

  it('leaves the queue at once, and its place to another', async () => {
    const { clock, scheduler, ask, backend, ending } = setScene({ slots: 1 }, { queue: 1 });
    ask(1, 1);
    ask(2, 1);
    expect(ask(3, 1)).toBe(false);
    scheduler.cancel(2);
    expect(ask(3, 1)).toBe(true);
    await clock.advance(0);
    expect([ending(1), ending(2), ending(3)]).toEqual(['length', undefined, 'length']);
    expect(backend.calls).toHaveLength(10);
  });

  it('stops in the middle of its prompt', async () => {
    const gate = createGate();
    const { backend, clock, scheduler, ask } = setScene({ hold: gate.hold }, { prefillBudget: 10 });
    ask(1, 900);
    for (let step = 0; step < 2; step += 1) {
      await clock.advance(0);
      gate.open();
    }
    await clock.advance(0);
    scheduler.cancel(1);
    gate.open();
    await clock.advance(0);
    expect(backend.calls).toHaveLength(3);
    expect(scheduler.counters()).toMatchObject({ running: 0, queued: 0 });
  });

  it('leaves no slot taken, be they a hundred, at any moment of their lives', async () => {
    const gate = createGate();
    const { clock, scheduler, ask, ending, text } = setScene(
      { hold: gate.hold },
      { queue: 200, prefillBudget: 7 },
    );
    for (let id = 0; id < 100; id += 1) {
      ask(id, 1 + (id % 30), { maxTokens: 50 });
      if (id % 4 === 1) scheduler.pause(id);
      await clock.advance(0);
      gate.open();
      if (id % 3 === 0) scheduler.cancel(id);
    }
    for (let id = 0; id < 100; id += 1) {
      scheduler.cancel(id);
      await clock.advance(0);
      gate.open();
    }
    await clock.advance(0);
    expect(scheduler.counters()).toMatchObject({ running: 0, queued: 0 });
    for (const id of [200, 201, 202, 203]) ask(id, 3);
    for (let step = 0; step < 6; step += 1) {
      await clock.advance(0);
      gate.open();
    }
    await clock.advance(0);
    expect([200, 201, 202, 203].map(ending)).toEqual(['length', 'length', 'length', 'length']);
    expect(text(200)).toHaveLength(5);
  });

  it('may be unknown, or cancelled twice', async () => {
    const { clock, scheduler, ask, ending } = setScene();
    ask(1, 1);
    scheduler.cancel(7);
    scheduler.cancel(1);
    scheduler.cancel(1);
    ask(2, 1);
    await clock.advance(0);
    expect([ending(1), ending(2)]).toEqual([undefined, 'length']);
  });
});

describe('a paused answer', () => {
  it('keeps its slot, lets the others go on, and goes on where it was', async () => {
    const { clock, scheduler, ask, ending, text } = setScene();
    ask(1, 2);
    scheduler.pause(1);
    ask(2, 2);
    await clock.advance(0);
    expect([ending(1), ending(2)]).toEqual([undefined, 'length']);
    expect(scheduler.counters().running).toBe(1);
    scheduler.resume(1);
    await clock.advance(0);
    const alone = setScene();
    alone.ask(1, 2);
    await alone.clock.advance(0);
    expect(text(1)).toBe(alone.text(1));
  });
});

describe('a step that fails', () => {
  it('ends all answers that have a slot, and those that wait have their turn', async () => {
    let steps = 0;
    const hold = (): void => {
      steps += 1;
      if (steps === 3) throw new Error('out of memory');
    };
    const { clock, scheduler, ask, ending, text } = setScene({ slots: 2, hold });
    for (const id of [1, 2, 3, 4]) ask(id, 2);
    await clock.advance(0);
    expect([1, 2, 3, 4].map(ending)).toEqual(['out of memory', 'out of memory', 'length', 'length']);
    expect(text(3)).toHaveLength(5);
    expect(scheduler.counters()).toMatchObject({ failures: 1, running: 0, queued: 0 });
  });

  it('counts what was done', async () => {
    const span = 4;
    const { clock, scheduler, ask } = setScene({
      hold: () => clockOf.sleepUntil(clockOf.now() + span, new AbortController().signal),
    });
    const clockOf: ManualClock = clock;
    ask(1, 6, { maxTokens: 3 });
    await clock.advance(100);
    expect(scheduler.counters()).toEqual({
      tokens: 3,
      promptTokens: 6,
      steps: 3,
      stepSequences: 3,
      batch: 1,
      running: 0,
      queued: 0,
      prefillSeconds: 0.004,
      decodeSeconds: 0.008,
      failures: 0,
    });
  });
});
