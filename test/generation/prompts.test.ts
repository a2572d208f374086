import { describe, expect, it } from 'vitest';
import type { GenerationRequest } from '../../src/core/generation.ts';
import type { Engine } from '../../src/core/engine.ts';
import { createComposer } from '../../src/engines/composer.ts';
import { pick, requestFor, takeEvents, textOf } from '../contracts/generate.ts';
import { createTold, encodings, instant, makeGenerate } from '../support/make-generate.ts';

// Says what it was asked, and of which choice.
const echo = createTold(({ request, choice }) => [`${request.prompt} ${choice}`]);

function asking(prompts: GenerationRequest['prompts'] & {}, more: Partial<GenerationRequest> = {}) {
  return requestFor('', { model: 'davinci-002', messages: [], prompts, ...more });
}

describe('a request with prompts', () => {
  it('gets the choices of each prompt, in their order', async () => {
    const events = await takeEvents(makeGenerate(echo), asking(['One', 'Two'], { choices: 2 }));
    expect(pick(events, 'start')[0]).toMatchObject({ choices: 4, prompts: ['One', 'Two'] });
    expect([0, 1, 2, 3].map((choice) => textOf(events, choice))).toEqual([
      'One 0',
      'One 1',
      'Two 0',
      'Two 1',
    ]);
    expect(pick(events, 'finish')).toHaveLength(4);
  });

  it('counts the tokens of the prompts as they stand', async () => {
    const { count } = await encodings('cl100k_base');
    const events = await takeEvents(makeGenerate(echo), asking(['Once upon a time', 'Über 東京']));
    const promptTokens = count('Once upon a time') + count('Über 東京');
    expect(pick(events, 'start')[0]?.promptTokens).toBe(promptTokens);
    expect(pick(events, 'end')[0]?.usage.promptTokens).toBe(promptTokens);
  });

  it('reads token ids by the encoding of the model', async () => {
    const { encode } = await encodings('cl100k_base');
    const ids = encode('Zürich is a city');
    const events = await takeEvents(makeGenerate(echo), asking([ids, [100_257], [100_257, 16]]));
    expect(pick(events, 'start')[0]).toMatchObject({
      promptTokens: ids.length + 3,
      prompts: ['Zürich is a city', '', '<|endoftext|>1'],
    });
  });

  it('begins with nothing after the end of a text, which is one token', async () => {
    const events = await takeEvents(makeGenerate(echo), asking(['<|endoftext|>']));
    expect(pick(events, 'start')[0]).toMatchObject({ promptTokens: 1, prompts: [''] });
    expect(textOf(events)).toBe(' 0');
  });

  it.each([[[100_300]], [[1, 2 ** 40]]])(
    'is refused where the encoding has not the token: %s',
    async (ids) => {
      await expect(takeEvents(makeGenerate(echo), asking([ids]))).rejects.toMatchObject({
        status: 400,
        details: { param: 'prompt' },
      });
    },
  );

  it('answers a prompt alike among others and alone', async () => {
    const generate = makeGenerate(createComposer());
    const together = await takeEvents(generate, asking(['Tell me a joke.', 'What is AI?'], { choices: 2 }));
    const alone = await takeEvents(generate, asking(['What is AI?'], { choices: 2 }));
    expect(textOf(together, 2)).toBe(textOf(alone, 0));
    expect(textOf(together, 3)).toBe(textOf(alone, 1));
    expect(textOf(alone, 0)).not.toBe(textOf(alone, 1));
  });

  it('gives each prompt the whole budget', async () => {
    const events = await takeEvents(
      makeGenerate(createComposer()),
      asking(['One?', 'Two?'], { maxTokens: 3 }),
    );
    expect(pick(events, 'end')[0]?.usage.completionTokens).toBe(6);
    expect(pick(events, 'finish').map(({ reason }) => reason)).toEqual(['length', 'length']);
  });

  it('is refused where a prompt leaves no room for the completion', async () => {
    const request = asking(['Once', 'word '.repeat(4000)], {
      model: 'gpt-3.5-turbo-instruct',
      maxTokens: 100,
    });
    await expect(takeEvents(makeGenerate(echo), request)).rejects.toMatchObject({
      code: 'context_length_exceeded',
      message:
        "This model's maximum context length is 4096 tokens, however you requested 4101 tokens (4001 in your prompt; 100 for the completion). Please reduce your prompt; or completion length.",
    });
  });

  it('prepares an engine for each prompt', async () => {
    const asked: (string | undefined)[] = [];
    const own: Engine = {
      ...echo,
      async prepare({ prompt }) {
        asked.push(prompt);
        return { promptTokens: prompt?.length ?? 0, maxTokens: 2 };
      },
      *text() {
        for (const text of ['a', 'b', 'c']) yield { text, tokens: 1 };
      },
    };
    const events = await takeEvents(makeGenerate(own, instant), asking(['12345', '123']));
    expect(asked).toEqual(['12345', '123']);
    expect(pick(events, 'end')[0]?.usage.promptTokens).toBe(8);
    expect([textOf(events, 0), textOf(events, 1)]).toEqual(['abc', 'abc']);
  });

  it('lets go of what is held ready for its other prompts where one is refused', async () => {
    const left: (string | undefined)[] = [];
    const own: Engine = {
      ...echo,
      async prepare({ prompt }, signal) {
        if (prompt === 'bad') throw new Error('no');
        signal.addEventListener('abort', () => left.push(prompt));
        return { promptTokens: 1, maxTokens: 2 };
      },
    };
    await expect(takeEvents(makeGenerate(own), asking(['One', 'bad', 'Two']))).rejects.toThrow('no');
    expect(left).toEqual(['One', 'Two']);
  });

  it('is refused for one prompt alone where several cannot be answered', async () => {
    const own: Engine = { ...echo, prepare: () => Promise.reject(new Error('no')) };
    const request = asking(['One', [999_999_999]]);
    await expect(takeEvents(makeGenerate(own), request)).rejects.toThrow('has no token 999999999');
  });
});

describe('a request with one prompt', () => {
  it('counts its tokens as they stand', async () => {
    const events = await takeEvents(makeGenerate(echo), requestFor('One two', { prompt: 'One two' }));
    expect(pick(events, 'start')[0]).toEqual({ type: 'start', due: 0, choices: 1, promptTokens: 2 });
  });
});
