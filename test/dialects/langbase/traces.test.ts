import { describe, expect, it } from 'vitest';
import { createClock } from '../../../src/core/clock.ts';
import { storeBounds } from '../../../src/stores/bounds.ts';
import { createMemoryStore } from '../../../src/stores/memory.ts';
import { openLangbase, refusal } from './open-langbase.ts';

interface Kept {
  readonly trace: ReturnType<typeof trace>;
}

const trace = (name: string) => ({ workflow: { name, steps: [{ name: 'one' }] }, entityAuthId: 'a' });

describe('traces', () => {
  it('are kept and listed, the newest one last', async () => {
    await using langbase = await openLangbase();
    const first = await langbase.call('POST', '/v1/traces', trace('first'));
    expect(first).toMatchObject({ status: 200, body: { success: true, id: expect.any(String) } });
    expect(first.body).not.toHaveProperty('error');
    const odd = '{"workflow":{"name":"\\ud800","__proto__":{"a":"\\u0000"}},"entityAuthId":""}';
    await langbase.call('POST', '/v1/traces', odd);
    const { body } = await langbase.call('GET', '/v1/traces');
    expect(body).toHaveLength(2);
    expect(body[0]).toEqual({ id: first.body.id, created_at: expect.any(Number), trace: trace('first') });
    expect(JSON.stringify(body[1].trace)).toBe(JSON.stringify(JSON.parse(odd)));
    expect((await langbase.call('GET', `/v1/traces/${first.body.id}`)).body).toEqual(body[0]);
    expect(await langbase.call('GET', '/v1/traces/nothing')).toMatchObject(refusal(404, 'NOT_FOUND'));
  });

  it('are kept up to a thousand, also by another process on the same storage', async () => {
    const clock = createClock();
    const store = createMemoryStore({ clock, bounds: storeBounds.parse({}) });
    for (let index = 0; index < 999; index += 1) {
      await store.records.create({
        kind: 'trace',
        name: `trace_${index}`,
        value: { created: 1, trace: trace(`${index}`) },
      });
    }
    await using langbase = await openLangbase({ clock, store });
    for (const name of ['a', 'b', 'c']) await langbase.call('POST', '/v1/traces', trace(name));
    const names = (await langbase.call('GET', '/v1/traces')).body.map(
      (each: Kept) => each.trace.workflow.name,
    );
    expect(names).toHaveLength(1000);
    expect(names.slice(0, 2)).toEqual(['2', '3']);
    expect(names.slice(-3)).toEqual(['a', 'b', 'c']);
  });

  it('are kept as far as they have room', async () => {
    await using langbase = await openLangbase();
    const large = (name: string) => ({ workflow: { name, text: 'x'.repeat(3_900_000) } });
    for (let index = 0; index < 18; index += 1) {
      await langbase.call('POST', '/v1/traces', large(`${index}`));
    }
    const kept = await langbase.store.records.list('trace');
    expect(kept).toHaveLength(16);
    expect(kept.at(-1)?.value).toMatchObject({ trace: { workflow: { name: '17' } } });
    const tooLarge = { workflow: { text: 'x'.repeat(4_000_000) } };
    expect(await langbase.call('POST', '/v1/traces', tooLarge)).toMatchObject(refusal(413, 'BAD_REQUEST'));
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no workflow', { entityAuthId: 'a' }],
    ['a workflow that is a text', { workflow: 'a' }],
    ['steps that are no list', { workflow: { steps: {} } }],
  ])('are refused with %s', async (_, body) => {
    await using langbase = await openLangbase();
    expect(await langbase.call('POST', '/v1/traces', body)).toMatchObject(refusal(400, 'BAD_REQUEST'));
  });
});
