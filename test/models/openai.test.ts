import { describe, expect, it } from 'vitest';
import type { ModelCard } from '../../src/core/model.ts';
import { createModels } from '../../src/models/catalogue.ts';
import { openaiCards } from '../../src/models/openai.ts';
import { encodingOf, reasons } from '../../src/models/openai-prefixes.ts';

const models = createModels(openaiCards);

describe('the catalogue', () => {
  it('names every model once', () => {
    const ids = openaiCards.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(models.list()).toEqual(openaiCards);
  });

  it.each([
    ['gpt-4o', 'gpt-4o-2024-08-06'],
    ['gpt-4o-2024-11-20', 'gpt-4o-2024-11-20'],
    ['gpt-4o-mini', 'gpt-4o-mini-2024-07-18'],
    ['gpt-4.1-nano', 'gpt-4.1-nano-2025-04-14'],
    ['gpt-3.5-turbo', 'gpt-3.5-turbo-0125'],
    ['gpt-4', 'gpt-4-0613'],
    ['gpt-4-turbo', 'gpt-4-turbo-2024-04-09'],
    ['gpt-5', 'gpt-5-2025-08-07'],
    ['o3', 'o3-2025-04-16'],
    ['chatgpt-4o-latest', 'chatgpt-4o-latest'],
    ['gpt-5.6-terra', 'gpt-5.6-terra'],
    ['omni-moderation-latest', 'omni-moderation-2024-09-26'],
  ])('answers for %s as %s', (id, snapshot) => {
    expect(models.find(id)).toMatchObject({ id, snapshot });
    expect(models.resolve(id)).toEqual(models.find(id));
  });

  it('has a card for every snapshot that a card names', () => {
    for (const { snapshot } of openaiCards) {
      expect(models.find(snapshot)).toMatchObject({ id: snapshot, snapshot });
    }
  });

  it('gives each model the limits of its family', () => {
    const limits = (id: string) => {
      const { contextLength, maxOutput, reasoning } = models.resolve(id);
      return { contextLength, maxOutput, reasoning };
    };
    expect(limits('gpt-4o')).toEqual({ contextLength: 128_000, maxOutput: 16_384, reasoning: false });
    expect(limits('gpt-4o-2024-05-13').maxOutput).toBe(4096);
    expect(limits('gpt-4.1')).toEqual({ contextLength: 1_047_576, maxOutput: 32_768, reasoning: false });
    expect(limits('gpt-5-mini')).toEqual({ contextLength: 400_000, maxOutput: 128_000, reasoning: true });
    expect(limits('gpt-5-chat-latest').reasoning).toBe(false);
    expect(limits('o1')).toEqual({ contextLength: 200_000, maxOutput: 100_000, reasoning: true });
    expect(limits('gpt-4').contextLength).toBe(8192);
    expect(limits('gpt-3.5-turbo').contextLength).toBe(16_385);
    expect(limits('gpt-3.5-turbo-instruct').contextLength).toBe(4096);
  });

  it('dates every model between 2022 and 2026 in whole seconds', () => {
    expect(models.resolve('gpt-4o-mini').created).toBe(1_721_172_741);
    for (const { created } of openaiCards) {
      expect(Number.isInteger(created)).toBe(true);
      expect(created).toBeGreaterThan(Date.UTC(2022, 0) / 1000);
      expect(created).toBeLessThan(Date.UTC(2027, 0) / 1000);
    }
  });

  it('tells models that chat from those that do not', () => {
    const kind = (id: string) => models.resolve(id).kind;
    expect(kind('gpt-4o')).toBe('chat');
    expect(kind('davinci-002')).toBe('completion');
    expect(kind('text-embedding-3-small')).toBe('embedding');
    expect(kind('omni-moderation-latest')).toBe('moderation');
    expect(kind('o3-pro')).toBe('response');
  });
});

describe('an id that nobody knows', () => {
  it('is its own snapshot, with the limits of a usual model', () => {
    expect(models.find('llama-9')).toBeUndefined();
    expect(models.resolve('llama-9')).toMatchObject({
      id: 'llama-9',
      snapshot: 'llama-9',
      encoding: 'o200k_base',
      contextLength: 128_000,
      maxOutput: 16_384,
      reasoning: false,
      kind: 'chat',
    });
  });

  it.each(['__proto__', 'constructor', 'toString', '', 'ft:', 'ft:ft:ft'])('is harmless as %j', (id) => {
    expect(models.find(id)).toBeUndefined();
    expect(models.resolve(id)).toMatchObject({ id, snapshot: id, maxOutput: 16_384 });
  });

  it('thinks when its family does', () => {
    for (const id of [
      'o1',
      'o3-2027-01-01',
      'o4-mini',
      'gpt-5',
      'gpt-5.9',
      'gpt-5-nano',
      'ft:o4-mini:org::id',
    ]) {
      expect([id, reasons(id)]).toEqual([id, true]);
    }
    for (const id of [
      'gpt-5-chat-latest',
      'gpt-5.3-chat-latest',
      'gpt-4o',
      'o200',
      'gpt-50',
      'ollama',
      'gpt-oss-20b',
    ]) {
      expect([id, reasons(id)]).toEqual([id, false]);
    }
  });

  it('is encoded as its prefix says', () => {
    const expected = {
      o200k_base: [
        'gpt-5.9',
        'gpt-4.5-preview',
        'gpt-4.1',
        'gpt-4o',
        'chatgpt-4o-latest',
        'o3',
        'ft:gpt-4o:a',
        'llama',
      ],
      cl100k_base: [
        'gpt-4',
        'gpt-4-turbo',
        'gpt-4-32k',
        'gpt-3.5-turbo',
        'gpt-35-turbo',
        'text-embedding-3-large',
        'davinci-002',
        'ft:gpt-3.5-turbo:org::id',
      ],
      o200k_harmony: ['gpt-oss-20b', 'gpt-oss-120b'],
      p50k_base: ['text-davinci-003'],
      r50k_base: ['gpt2'],
    };
    for (const [encoding, ids] of Object.entries(expected)) {
      for (const id of ids) expect([id, encodingOf(id)]).toEqual([id, encoding]);
    }
  });
});

describe('a fine-tuned model', () => {
  it('has the limits of its base and answers under its own id', () => {
    const id = 'ft:gpt-4o-mini:org::id';
    expect(models.resolve(id)).toEqual({ ...models.resolve('gpt-4o-mini'), id, snapshot: id });
    expect(models.resolve('ft:gpt-4.1-2025-04-14:org::id').maxOutput).toBe(32_768);
  });

  it('is unknown when its base is', () => {
    expect(models.find('ft:llama-9:org::id')).toBeUndefined();
    expect(models.resolve('ft:llama-9:org::id')).toMatchObject({
      snapshot: 'ft:llama-9:org::id',
      maxOutput: 16_384,
    });
  });
});

describe('cards of a configuration', () => {
  const card: ModelCard = { ...models.resolve('gpt-4o'), id: 'house', snapshot: 'house-1', maxOutput: 7 };

  it('are found by id and by snapshot', () => {
    const configured = createModels([...openaiCards, card]);
    expect(configured.find('house')).toEqual(card);
    expect(configured.find('house-1')).toEqual({ ...card, id: 'house-1' });
    expect(configured.list().at(-1)).toEqual(card);
  });

  it('replace earlier ones of the same id', () => {
    const configured = createModels([...openaiCards, { ...card, id: 'gpt-4o' }]);
    expect(configured.resolve('gpt-4o').maxOutput).toBe(7);
    expect(configured.list()).toHaveLength(openaiCards.length);
  });
});
