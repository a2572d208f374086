import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/core/engine.ts';
import { createSamples, samplesOptions } from '../../src/engines/samples.ts';
import { describeEngine, engineCall, takeTexts } from '../contracts/engine.ts';

const file =
  '# match: hello, hi\nGreetings.\n---\n# match: tell me\nFacts.\n---\nOne.\n---\nTwo.\n---\nThree.';

function create(options: unknown = { samples: file }): Engine {
  return createSamples(samplesOptions.parse(options));
}

async function answer(engine: Engine, content: string, seed = 1, minCharacters?: number): Promise<string> {
  return (await takeTexts(engine, engineCall(content, seed, minCharacters))).join('');
}

describeEngine('samples', () => create({}));

describe('samples', () => {
  it.each([
    ['Hi there', 'Greetings.'],
    ['well, HELLO!', 'Greetings.'],
    ['hello, tell me more', 'Greetings.'],
    ['please tell\n me', 'Facts.'],
  ])('answers %j by keyword', async (content, expected) => {
    expect(await answer(create(), content)).toBe(expected);
  });

  it('finds keywords as whole words only', async () => {
    expect(await answer(create(), 'this is shiny')).toMatch(/^(?:One|Two|Three)\.$/);
  });

  it('answers the last message of the user', async () => {
    const call = engineCall('');
    const messages = [
      { role: 'user', content: 'hello' },
      { role: 'assistant', content: 'hello' },
      { role: 'user', content: 'tell me' },
      { role: 'assistant', content: 'hello' },
    ] as const;
    const texts = await takeTexts(create(), { ...call, request: { ...call.request, messages } });
    expect(texts).toEqual(['Facts.']);
  });

  it('answers anything else with any unmarked sample, by the seed', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, seed) => answer(create(), 'why?', seed)),
    );
    expect(new Set(answers)).toEqual(new Set(['One.', 'Two.', 'Three.']));
  });

  it('answers with any sample where all are marked', async () => {
    const engine = create({ samples: '# match: a\nA.\n---\n# match: b\nB.' });
    expect(await answer(engine, 'z')).toMatch(/^[AB]\.$/);
  });

  it('goes on with other samples until the answer is long enough', async () => {
    const text = await answer(create(), 'hi', 1, 100);
    expect(text).toMatch(/^Greetings\.\n\nFacts\.\n\nOne\./);
    expect(text.length).toBeGreaterThanOrEqual(100);
  });

  it('asks for 5 to 10 groups, or as many as it is told', () => {
    expect(create({}).cut).toEqual({ kind: 'groups', min: 5, max: 10 });
    expect(create({ minChunks: 2, maxChunks: 2 }).cut).toEqual({ kind: 'groups', min: 2, max: 2 });
  });

  it.each([{ minChunks: 0 }, { maxChunks: 1001 }, { minChunks: 2.5 }, { minChunks: 7, maxChunks: 6 }])(
    'refuses %o',
    (options) => {
      expect(samplesOptions.safeParse(options).success).toBe(false);
    },
  );

  it('names the flag when a file holds no sample', () => {
    expect(() => create({ samples: ' \n---\n' })).toThrow('--samples-file');
  });

  it.each([
    ['Hello!', 'Hello, and welcome!'],
    ['I have a question', "Of course, I'm glad to help."],
    ['I need information', 'Here is a short overview.'],
  ])('greets, helps and informs out of the box: %j', async (content, beginning) => {
    expect(await answer(create({}), content)).toContain(beginning);
  });

  it('puts its text into a JSON object where JSON is asked for', async () => {
    const call = engineCall('Hello!');
    const [plain] = await takeTexts(create({}), call);
    for (const format of [{ kind: 'json' }, { kind: 'json-schema', schema: {} }] as const) {
      const [text = ''] = await takeTexts(create({}), { ...call, request: { ...call.request, format } });
      expect(JSON.parse(text)).toEqual({ response: plain });
    }
  });
});
