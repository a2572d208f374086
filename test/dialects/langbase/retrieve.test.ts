import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock } from '../../../src/core/clock.ts';
import { type Filter, filter, passes } from '../../../src/dialects/langbase/filters.ts';
import { createDocumentTools } from '../../../src/documents/document-tools.ts';
import { storeBounds } from '../../../src/stores/bounds.ts';
import { createMemoryStore } from '../../../src/stores/memory.ts';
import { type OpenLangbase, openLangbase, refusal } from './open-langbase.ts';

const texts = {
  'tea.md': 'Green tea is brewed at seventy degrees, black tea with boiling water.',
  'bikes.md': 'A bicycle needs air in its tyres and oil on its chain.',
  'ships.md': 'Ships carry tea and other freight over the sea.',
};

async function fill(langbase: OpenLangbase, memory = 'library'): Promise<void> {
  await langbase.call('POST', '/v1/memory', { name: memory });
  for (const [name, text] of Object.entries(texts)) {
    await langbase.upload(memory, name, text, { meta: { topic: name.replace('.md', ''), shelf: 'one' } });
  }
}

const retrieve = (langbase: OpenLangbase, body: unknown) =>
  langbase.call('POST', '/v1/memory/retrieve', body);

const namesOf = (body: readonly { meta: Record<string, string> }[]) =>
  body.map(({ meta }) => meta['documentName']);

describe('retrieval', () => {
  it('gives the passages that suit best first, with what is known of their documents', async () => {
    await using langbase = await openLangbase();
    await fill(langbase);
    const { status, body } = await retrieve(langbase, {
      query: 'How is green tea brewed?',
      memory: [{ name: 'library' }],
    });
    expect(status).toBe(200);
    expect(namesOf(body)).toEqual(['tea.md', 'ships.md', 'bikes.md']);
    expect(body[0]).toEqual({
      text: texts['tea.md'],
      similarity: expect.any(Number),
      meta: { topic: 'tea', shelf: 'one', documentName: 'tea.md' },
    });
    const similarities = body.map(({ similarity }: { similarity: number }) => similarity);
    expect(similarities).toEqual(similarities.toSorted((a: number, b: number) => b - a));
    expect(Math.max(...similarities)).toBeLessThanOrEqual(1);
    expect(Math.min(...similarities)).toBeGreaterThanOrEqual(0);
  });

  it('gives topK passages of all memories together', async () => {
    await using langbase = await openLangbase();
    await fill(langbase);
    await fill(langbase, 'other');
    const memory = [{ name: 'library' }, { name: 'other', filters: ['topic', 'Eq', 'ships'] }];
    const { body } = await retrieve(langbase, { query: 'green tea', memory, topK: 2 });
    expect(namesOf(body)).toEqual(['tea.md', expect.stringMatching('ships.md')]);
  });

  it('cuts documents as their memory says', async () => {
    await using langbase = await openLangbase();
    await langbase.call('POST', '/v1/memory', { name: 'small', chunk_size: 256, chunk_overlap: 0 });
    const paragraphs = ['tea', 'bread', 'salt'].map((word) => `About ${word}. `.repeat(20).trim());
    await langbase.upload('small', 'a', paragraphs.join('\n\n'));
    const { body } = await retrieve(langbase, { query: 'bread', memory: [{ name: 'small' }], topK: 1 });
    expect(body).toHaveLength(1);
    expect(body[0].text).toContain('bread');
    expect(body[0].text.length).toBeLessThanOrEqual(256);
  });

  it('sees at once what has been uploaded, replaced and deleted, by whomever', async () => {
    const clock = createClock();
    const store = createMemoryStore({ clock, bounds: storeBounds.parse({}) });
    await using langbase = await openLangbase({ clock, store });
    // Another process on the same storage.
    await using other = await openLangbase({ clock, store });
    await fill(langbase);
    const question = { query: 'green tea', memory: [{ name: 'library' }] };
    const find = async () => (await retrieve(langbase, question)).body;
    expect(await find()).toHaveLength(3);
    await other.upload('library', 'more.md', 'Green tea grows on hills.');
    expect(namesOf(await find())).toContain('more.md');
    await other.upload('library', 'more.md', 'Coffee.');
    expect((await find()).map(({ text }: { text: string }) => text)).toContain('Coffee.');
    await other.call('DELETE', '/v1/memory/library/documents/tea.md');
    expect(namesOf(await find())).not.toContain('tea.md');
    await other.call('DELETE', '/v1/memory/library');
    expect(await retrieve(langbase, question)).toMatchObject(refusal(404, 'NOT_FOUND'));
    await other.call('POST', '/v1/memory', { name: 'library' });
    expect(await find()).toEqual([]);
  });

  it('makes its index once as long as nothing changes', async () => {
    const clock = createClock();
    const tools = createDocumentTools({ clock });
    let made = 0;
    const index: typeof tools.index = (passages) => {
      made += 1;
      return tools.index(passages);
    };
    await using langbase = await openLangbase({ clock, documents: { ...tools, index } });
    await fill(langbase);
    const question = { query: 'tea', memory: [{ name: 'library' }] };
    await Promise.all([retrieve(langbase, question), retrieve(langbase, question)]);
    await retrieve(langbase, question);
    expect(made).toBe(1);
  });

  it('searches memories that are too large for one index', async () => {
    await using langbase = await openLangbase();
    await langbase.call('POST', '/v1/memory', { name: 'large' });
    const filler = 'The rain falls on the plain. '.repeat(40_000);
    await langbase.upload('large', 'one', `${filler}\n\nThe zebra has stripes.`);
    await langbase.upload('large', 'two', `${filler}\n\nThe okapi has stripes, as has the zebra.`);
    const { body } = await retrieve(langbase, { query: 'okapi', memory: [{ name: 'large' }], topK: 3 });
    expect(body).toHaveLength(3);
    expect(body[0].text).toContain('okapi');
  });

  it('brings hostile names and values back as they were', async () => {
    await using langbase = await openLangbase();
    await langbase.call('POST', '/v1/memory', { name: 'odd' });
    const meta = '{"__proto__":"a","constructor":"b","q\\"":"\\u0000\\ud800\\u2028","":""}';
    const asked = await langbase.call(
      'POST',
      '/v1/memory/documents',
      `{"memoryName":"odd","documentName":"__proto__","meta":${meta}}`,
    );
    await langbase.call('PUT', asked.body.signedUrl, 'Tea.', { 'content-type': 'text/plain' });
    const memory = [{ name: 'odd', filters: ['__proto__', 'Eq', 'a'] }];
    const { body } = await retrieve(langbase, { query: 'tea', memory });
    expect(body).toHaveLength(1);
    expect(JSON.stringify(body[0].meta)).toBe(
      `${JSON.stringify(JSON.parse(meta)).slice(0, -1)},"documentName":"__proto__"}`,
    );
    const none = [{ name: 'odd', filters: ['toString', 'NotEq', 'x'] }];
    expect((await retrieve(langbase, { query: 'tea', memory: none })).body).toHaveLength(1);
  });

  const nested = (depth: number): unknown => (depth === 0 ? ['a', 'Eq', 'b'] : ['And', [nested(depth - 1)]]);

  it.each<[string, unknown, number]>([
    ['no query', { memory: [{ name: 'library' }] }, 400],
    ['an empty query', { query: '', memory: [{ name: 'library' }] }, 400],
    ['no memory', { query: 'a' }, 400],
    ['an empty list of memories', { query: 'a', memory: [] }, 400],
    ['an unknown memory', { query: 'a', memory: [{ name: 'x' }] }, 404],
    ['topK 0', { query: 'a', memory: [{ name: 'library' }], topK: 0 }, 400],
    ['topK 101', { query: 'a', memory: [{ name: 'library' }], topK: 101 }, 400],
    ...[
      'x',
      [],
      ['a', 'Eq'],
      ['a', 'Like', 'b'],
      ['a', 'Eq', ['b']],
      ['a', 'Eq', 1],
      ['a', 'In', [1]],
      [1, 'Eq', 'a'],
      ['And', 'a'],
      ['And', ['a', 'Eq', 'b']],
      ['Xor', []],
      ['And', [], []],
      nested(16),
      nested(900),
      ['And', Array.from({ length: 256 }, () => ['a', 'Eq', 'b'])],
    ].map((filters): [string, unknown, number] => [
      `the filters ${JSON.stringify(filters).slice(0, 30)}`,
      { query: 'a', memory: [{ name: 'library', filters }] },
      400,
    ]),
  ])('refuses %s', async (_, body, status) => {
    await using langbase = await openLangbase();
    await fill(langbase);
    expect(await retrieve(langbase, body)).toMatchObject(
      refusal(status, status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST'),
    );
  });
});

describe('filters', () => {
  const field = fc.constantFrom('a', 'b', 'documentName', '__proto__', 'toString');
  const word = fc.constantFrom('x', 'y', 'z', '');
  const condition = fc.oneof(
    fc.tuple(field, fc.constantFrom('Eq' as const, 'NotEq' as const), word),
    fc.tuple(field, fc.constantFrom('In' as const, 'NotIn' as const), fc.array(word, { maxLength: 3 })),
  );
  const { tree } = fc.letrec<{ tree: Filter }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      condition,
      fc.tuple(fc.constantFrom('And' as const, 'Or' as const), fc.array(tie('tree'), { maxLength: 3 })),
    ),
  }));
  const meta = fc
    .array(fc.tuple(field, word), { maxLength: 4 })
    .map((pairs): Record<string, string> => Object.fromEntries(pairs));

  // As one would write it by hand: a map, and JavaScript's own operators.
  function evaluate(known: ReadonlyMap<string, string>, [first, second, third]: readonly unknown[]): boolean {
    const inner = Array.isArray(second) ? second : [];
    if (third === undefined && first === 'And') {
      let all = true;
      for (const each of inner) all &&= evaluate(known, each);
      return all;
    }
    if (third === undefined) {
      let any = false;
      for (const each of inner) any ||= evaluate(known, each);
      return any;
    }
    const value = known.get(String(first));
    if (second === 'Eq') return value === third;
    if (second === 'NotEq') return value !== third;
    const among = new Set<unknown>(Array.isArray(third) ? third : []).has(value);
    return second === 'In' ? among : !among;
  }

  it('let in what a plain evaluation lets in', () => {
    let count = 0;
    fc.assert(
      fc.property(meta, tree, (known, wanted) => {
        expect(filter.safeParse(wanted).success).toBe(true);
        const isIn = passes(known, wanted);
        if (isIn) count += 1;
        expect(isIn).toBe(evaluate(new Map(Object.entries(known)), wanted));
      }),
      { seed: 7, numRuns: 2000 },
    );
    expect(count).toBeGreaterThan(200);
    expect(count).toBeLessThan(1800);
  });
});

describe('pipes with memories', () => {
  it('answer from what their memories say', async () => {
    await using langbase = await openLangbase();
    await fill(langbase);
    await langbase.call('POST', '/v1/pipes', {
      name: 'tea',
      memory: [{ name: 'library' }, { name: 'gone' }],
    });
    const { status } = await langbase.call('POST', '/v1/pipes/run', {
      name: 'tea',
      messages: [{ role: 'user', content: 'How is green tea brewed?' }],
    });
    expect(status).toBe(200);
    expect(langbase.prompts.at(-1)).toContain(`[tea.md]\n${texts['tea.md']}`);
  });

  it('are refused for unknown memories where everything has to be known', async () => {
    await using langbase = await openLangbase({ strict: true });
    const body = { messages: [{ role: 'user', content: 'Hi' }], memory: [{ name: 'gone' }] };
    expect(await langbase.call('POST', '/v1/pipes/run', body)).toMatchObject(refusal(404, 'NOT_FOUND'));
  });

  it('give as many passages as the memory says', async () => {
    await using langbase = await openLangbase();
    await langbase.call('POST', '/v1/memory', { name: 'one', top_k: 1 });
    for (const name of ['a', 'b']) await langbase.upload('one', name, `Tea ${name}.`);
    const body = { messages: [{ role: 'user', content: 'tea' }], memory: [{ name: 'one' }] };
    await langbase.call('POST', '/v1/pipes/run', body);
    expect(langbase.prompts.at(-1)?.match(/Tea [ab]\./g)).toHaveLength(1);
  });
});
