import { describe, expect, it } from 'vitest';
import type { Engine, EngineCall } from '../../src/core/engine.ts';
import type { Message } from '../../src/core/message.ts';

const most = 300;

/** A call that asks an engine for its answer to these messages. */
export function engineCall(content: string, seed = 1, minCharacters?: number): EngineCall {
  const messages: Message[] = [{ role: 'user', content }];
  const request = { model: 'any', messages, choices: 1, stop: [], seed: null, temperature: null };
  return { request: minCharacters === undefined ? request : { ...request, minCharacters }, choice: 0, seed };
}

/** The first texts of an answer: all of a short one. */
export async function takeTexts(
  engine: Engine,
  call: EngineCall,
  signal: AbortSignal = new AbortController().signal,
): Promise<string[]> {
  const texts: string[] = [];
  for await (const text of engine.text(call, signal)) {
    if (typeof text !== 'string') throw new Error('A tool was called that nobody offered.');
    texts.push(text);
    if (texts.length === most) break;
  }
  return texts;
}

/** The tests that every engine passes. */
export function describeEngine(title: string, create: () => Engine): void {
  const prompts = ['Hello!', 'Explain streaming APIs', 'Ünïcödé 🙂 と', '', '\uD800 broken'];

  describe(`${title} as an engine`, () => {
    it.each(prompts)('gives equal answers to equal calls, for %j', async (prompt) => {
      const engine = create();
      const first = await takeTexts(engine, engineCall(prompt));
      expect(await takeTexts(engine, engineCall(prompt))).toEqual(first);
      expect(await takeTexts(create(), engineCall(prompt))).toEqual(first);
    });

    it.each(prompts)('says something in every text, for %j', async (prompt) => {
      const texts = await takeTexts(create(), engineCall(prompt));
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) expect(text.trim()).not.toBe('');
    });

    it.each(prompts)('begins each text where a word begins, for %j', async (prompt) => {
      const [first = '', ...later] = await takeTexts(create(), engineCall(prompt));
      expect(first).toMatch(/^\S/u);
      for (const text of later) expect(text).toMatch(/^\s/u);
    });

    it.each(prompts)('writes whole characters, for %j', async (prompt) => {
      for (const text of await takeTexts(create(), engineCall(prompt)))
        expect(text.isWellFormed()).toBe(true);
    });

    it('says nothing when the call has been given up', async () => {
      expect(await takeTexts(create(), engineCall('Hello!'), AbortSignal.abort())).toEqual([]);
    });

    it('ends within a text of the signal', async () => {
      const controller = new AbortController();
      let after = 0;
      for await (const text of create().text(engineCall('Hello!'), controller.signal)) {
        if (controller.signal.aborted) after += text === '' ? 0 : 1;
        controller.abort();
      }
      expect(after).toBeLessThanOrEqual(1);
    });

    it('goes on with other calls after one was left early', async () => {
      const engine = create();
      const signal = new AbortController().signal;
      const whole = await takeTexts(engine, engineCall('Hello!'));
      for await (const text of engine.text(engineCall('Hello!'), signal)) {
        expect(text).toBe(whole[0]);
        break;
      }
      expect(await takeTexts(engine, engineCall('Hello!'))).toEqual(whole);
    });
  });
}
