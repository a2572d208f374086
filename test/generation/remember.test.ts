import { describe, expect, it } from 'vitest';
import type { CalledTool } from '../../src/core/engine.ts';
import type { Generate, GenerationRequest } from '../../src/core/generation.ts';
import { createCountingIds } from '../../src/core/ids.ts';
import { type ManualClock, createManualClock } from '../../src/core/manual-clock.ts';
import type { Message } from '../../src/core/message.ts';
import { storageFailed } from '../../src/core/refusals.ts';
import type { ThreadStore, ThreadTurn } from '../../src/core/thread-store.ts';
import { type OpenTurns, createOpenTurns } from '../../src/generation/open-turns.ts';
import { remember } from '../../src/generation/remember.ts';
import { storeBounds } from '../../src/stores/bounds.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { describeGenerate, requestFor, takeEvents, textOf } from '../contracts/generate.ts';
import { createTold, encodings, instant, makeGenerate, models, steady } from '../support/make-generate.ts';

interface Remembering {
  readonly generate: Generate;
  readonly threads: ThreadStore;
  readonly clock: ManualClock;
  readonly openTurns: OpenTurns;
  /** What the engine has been asked, the latest last. */
  readonly asked: (readonly Message[])[];
}

function setUp(
  texts: readonly (string | CalledTool)[] = ['Hello there, reader.'],
  { pacer = instant, threads }: { pacer?: typeof instant; threads?: ThreadStore } = {},
): Remembering {
  const clock = createManualClock(1_700_000_000);
  const asked: (readonly Message[])[] = [];
  const engine = createTold(({ request }) => {
    asked.push(request.messages);
    return texts;
  });
  const kept = threads ?? createMemoryStore({ clock, bounds: storeBounds.parse({}) }).threads;
  const openTurns = createOpenTurns();
  const options = { threads: kept, models, encodings, clock, ids: createCountingIds(), openTurns };
  return { generate: remember(makeGenerate(engine, pacer), options), threads: kept, clock, openTurns, asked };
}

function turnOf(content: string, more: Partial<ThreadTurn> = {}): ThreadTurn {
  const drafts = [{ id: `msg_${content}`, role: 'user', content }] as const;
  const turn = { thread: 'chat', position: 0, keep: true, absent: 'create', isNew: false, began: 0 } as const;
  return { ...turn, drafts, ...more };
}

function ask(content: string, more: Partial<ThreadTurn> = {}): GenerationRequest {
  return requestFor(content, { turn: turnOf(content, more) });
}

async function tell({ threads }: Remembering): Promise<string[]> {
  const kept = await threads.messages('chat');
  return kept.map(({ role, content }) => `${role}: ${content}`);
}

describeGenerate('a Generate that remembers', () => setUp().generate);

describe('a turn of a thread', () => {
  it('is kept with its answer, and goes before the next one', async () => {
    const parts = setUp();
    await takeEvents(parts.generate, ask('one'));
    await takeEvents(parts.generate, ask('two'));
    expect(await tell(parts)).toEqual([
      'user: one',
      'assistant: Hello there, reader.',
      'user: two',
      'assistant: Hello there, reader.',
    ]);
    expect(parts.asked[1]?.map(({ content }) => content)).toEqual(['one', 'Hello there, reader.', 'two']);
  });

  it('has the kept messages after the rules and before what is new', async () => {
    const parts = setUp();
    await takeEvents(parts.generate, ask('one'));
    const messages = [
      { role: 'system', content: 'rules' },
      { role: 'user', content: 'two' },
    ] as const;
    await takeEvents(parts.generate, { ...ask('two', { position: 1 }), messages });
    expect(parts.asked[1]?.map(({ content }) => content)).toEqual([
      'rules',
      'one',
      'Hello there, reader.',
      'two',
    ]);
  });

  it('is kept before its end is told', async () => {
    const parts = setUp(undefined, { pacer: steady });
    for await (const batch of parts.generate(ask('one'), new AbortController().signal)) {
      const kept = await parts.threads.messages('chat').catch(() => []);
      expect(kept).toHaveLength(batch.at(-1)?.type === 'end' ? 2 : 0);
      await parts.clock.advance(1000);
    }
  });

  it('is not kept where that is not wanted, but hears what is there', async () => {
    const parts = setUp();
    await takeEvents(parts.generate, ask('one'));
    await takeEvents(parts.generate, ask('two', { keep: false }));
    expect(await tell(parts)).toHaveLength(2);
    expect(parts.asked[1]).toHaveLength(3);
  });

  it('is refused in a thread that is not there, where that is asked', async () => {
    const { generate, asked } = setUp();
    const answer = takeEvents(generate, ask('one', { absent: 'refuse' }));
    await expect(answer).rejects.toMatchObject({ status: 404, code: 'thread_not_found' });
    expect(asked).toEqual([]);
  });

  it('does not bring a thread back that was deleted meanwhile', async () => {
    const parts = setUp(undefined, { pacer: steady });
    await parts.threads.create({ id: 'chat', metadata: {}, messages: [] });
    for await (const _ of parts.generate(ask('two'), new AbortController().signal)) {
      await parts.threads.delete('chat').catch(() => undefined);
      await parts.clock.advance(1000);
    }
    await expect(parts.threads.get('chat')).rejects.toMatchObject({ status: 404 });
  });

  it('keeps the calls of tools, which the next turn hears', async () => {
    const parts = setUp([{ name: 'weather', arguments: '{"city":"Paris"}' }]);
    const tools = [{ name: 'weather' }];
    await takeEvents(parts.generate, { ...ask('one'), tools });
    const [, answer] = await parts.threads.messages('chat');
    expect(answer).toMatchObject({
      role: 'assistant',
      content: null,
      toolCalls: [{ id: expect.stringMatching(/^call_/), name: 'weather', arguments: '{"city":"Paris"}' }],
    });
    await takeEvents(parts.generate, ask('two'));
    expect(parts.asked[1]?.[1]).toMatchObject({ content: '', toolCalls: answer?.toolCalls });
  });

  it('fails where it cannot be kept, without an end', async () => {
    const { threads } = setUp();
    const full: ThreadStore = {
      ...threads,
      append: () => Promise.reject(storageFailed('The disk is full.')),
    };
    const parts = setUp(undefined, { threads: full });
    const told: string[] = [];
    const hear = async (): Promise<void> => {
      for await (const batch of parts.generate(ask('one'), new AbortController().signal))
        told.push(...batch.map(({ type }) => type));
    };
    await expect(hear()).rejects.toMatchObject({ code: 'storage_failed' });
    expect(told).toContain('text-delta');
    expect(told).not.toContain('end');
  });

  it('is kept as far as it was due when the client hangs up', async () => {
    const parts = setUp(undefined, { pacer: steady });
    const controller = new AbortController();
    for await (const batch of parts.generate(ask('one'), controller.signal)) {
      // The first token after 100 ms, the next ones each 20 ms.
      await parts.clock.advance(125);
      expect(textOf(batch)).toBe('Hello there, reader.');
      controller.abort();
      break;
    }
    expect(await tell(parts)).toEqual(['user: one', 'assistant: Hello there']);
  });

  it('is kept as far as it was due where it began long before the engine was asked', async () => {
    const parts = setUp(undefined, { pacer: steady });
    await parts.clock.advance(60);
    for await (const _ of parts.generate(ask('one'), new AbortController().signal)) {
      await parts.clock.advance(65);
      break;
    }
    expect(await tell(parts)).toEqual(['user: one', 'assistant: Hello there']);
  });

  it('is kept when its end is due, however early that is asked for', async () => {
    const parts = setUp(undefined, { pacer: steady });
    const answer = takeEvents(parts.generate, ask('one'));
    await parts.clock.advance(179);
    await expect(parts.threads.get('chat')).rejects.toMatchObject({ status: 404 });
    await parts.clock.advance(1);
    expect(await tell(parts)).toEqual(['user: one', 'assistant: Hello there, reader.']);
    expect((await answer).at(-1)).toMatchObject({ type: 'end', due: 180 });
  });

  it('is kept as far as it was due when whoever waits for all of it hangs up', async () => {
    const parts = setUp(undefined, { pacer: steady });
    const controller = new AbortController();
    const answer = takeEvents(parts.generate, ask('one'), controller.signal);
    await parts.clock.advance(125);
    controller.abort();
    await answer;
    expect(await tell(parts)).toEqual(['user: one', 'assistant: Hello there']);
  });

  it('is open until it is kept, also where nobody waits for that', async () => {
    const parts = setUp(undefined, { pacer: steady });
    const answer = parts.generate(ask('one'), new AbortController().signal)[Symbol.asyncIterator]();
    await answer.next();
    void answer.return?.();
    await parts.openTurns.closed();
    expect(await tell(parts)).toEqual(['user: one']);
  });

  it('is no longer open once its end is told, nor where it could not be kept', async () => {
    const { threads } = setUp();
    const append = () => Promise.reject(storageFailed('The disk is full.'));
    const failing = setUp(undefined, { threads: { ...threads, append } });
    await expect(takeEvents(failing.generate, ask('one'))).rejects.toMatchObject({ status: 500 });
    await failing.openTurns.closed();

    const parts = setUp();
    for await (const batch of parts.generate(ask('one'), new AbortController().signal))
      if (batch.at(-1)?.type === 'end') await parts.openTurns.closed();
  });

  it('needs no storage where nothing is kept before it or of it, and begins with it otherwise', async () => {
    const { threads } = setUp();
    const messages = () => Promise.reject(storageFailed('The file cannot be opened.'));
    const parts = setUp(undefined, { threads: { ...threads, messages } });
    const events = await takeEvents(parts.generate, ask('one', { isNew: true, keep: false }));
    expect(textOf(events)).toBe('Hello there, reader.');
    expect(parts.asked).toHaveLength(1);
    for (const more of [{ isNew: true }, { keep: false }]) {
      await expect(takeEvents(parts.generate, ask('two', more))).rejects.toMatchObject({ status: 500 });
    }
    expect(parts.asked).toHaveLength(1);
  });

  it('is kept without an answer when the client hangs up before the first word', async () => {
    const parts = setUp(undefined, { pacer: steady });
    for await (const _ of parts.generate(ask('one'), new AbortController().signal)) break;
    expect(await tell(parts)).toEqual(['user: one']);
  });

  it('is kept whole when two turns of one thread run at once', async () => {
    const parts = setUp();
    await Promise.all(['a', 'b', 'c'].map((name) => takeEvents(parts.generate, ask(name))));
    const kept = await tell(parts);
    expect(kept).toHaveLength(6);
    for (let index = 0; index < 6; index += 2) {
      expect(kept[index]).toMatch(/^user: [abc]$/);
      expect(kept[index + 1]).toBe('assistant: Hello there, reader.');
    }
  });
});
