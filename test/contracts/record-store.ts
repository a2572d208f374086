import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { storeBounds } from '../../src/stores/bounds.ts';
import type { OpenableStore } from '../../src/stores/options.ts';
import { anyText, naughtyTexts } from './naughty-texts.ts';
import type { CreateStore } from './thread-store.ts';

/** The tests that every store of records passes. */
export function describeRecordStore(title: string, create: CreateStore): void {
  describe(`${title} as a store of records`, () => {
    const opened: OpenableStore[] = [];
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });

    function open(bounds: object = {}): OpenableStore {
      const store = create({ clock: createManualClock(), bounds: storeBounds.parse(bounds) });
      opened.push(store);
      return store;
    }

    async function names(store: OpenableStore, kind: string): Promise<readonly string[]> {
      return (await store.records.list(kind)).map(({ name }) => name);
    }

    it('gives back what it was given', async () => {
      const { records } = open();
      const value = { a: [1, null, 'x', { b: false }] };
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      expect(await records.create({ kind: 'k', name: 'n', value, bytes })).toBe(true);
      expect(await records.get('k', 'n')).toEqual({ kind: 'k', name: 'n', value, bytes });
      await records.put({ kind: 'k', name: 'm', value: 'text' });
      expect(await records.get('k', 'm')).toEqual({ kind: 'k', name: 'm', value: 'text' });
      expect(await records.get('k', 'o')).toBeUndefined();
      expect(await records.get('l', 'n')).toBeUndefined();
    });

    it('keeps no bytes apart from some bytes', async () => {
      const { records } = open();
      await records.put({ kind: 'k', name: 'n', value: 0, bytes: new Uint8Array() });
      expect((await records.get('k', 'n'))?.bytes).toEqual(new Uint8Array());
      await records.put({ kind: 'k', name: 'n', value: 0 });
      expect(await records.get('k', 'n')).toEqual({ kind: 'k', name: 'n', value: 0 });
    });

    it('keeps the part of a larger buffer that it was given', async () => {
      const { records } = open();
      const bytes = Buffer.from('before the part after').subarray(7, 15);
      await records.put({ kind: 'k', name: 'n', value: 0, bytes });
      const kept = (await records.get('k', 'n'))?.bytes;
      expect(Buffer.from(kept ?? []).toString()).toBe('the part');
      expect(kept?.buffer.byteLength).toBe(8);
    });

    it('creates nothing under a name that is taken', async () => {
      const { records } = open();
      await records.create({ kind: 'k', name: 'n', value: 1 });
      expect(await records.create({ kind: 'k', name: 'n', value: 2 })).toBe(false);
      expect(await records.create({ kind: 'l', name: 'n', value: 3 })).toBe(true);
      expect((await records.get('k', 'n'))?.value).toBe(1);
    });

    it('creates once when it is asked 50 times at once', async () => {
      const { records } = open();
      const asked = Array.from({ length: 50 }, (_, value) => records.create({ kind: 'k', name: 'n', value }));
      const made = await Promise.all(asked);
      expect(made.filter(Boolean)).toHaveLength(1);
      expect((await records.get('k', 'n'))?.value).toBe(made.indexOf(true));
    });

    it('lists a kind in the order of making, without bytes', async () => {
      const store = open();
      const { records } = store;
      for (const name of ['c', 'a', 'b'])
        await records.create({ kind: 'k', name, value: name, bytes: new Uint8Array(3) });
      await records.put({ kind: 'other', name: 'x', value: 1 });
      await records.put({ kind: 'k', name: 'c', value: 'new' });
      expect(await records.list('k')).toEqual([
        { kind: 'k', name: 'c', value: 'new' },
        { kind: 'k', name: 'a', value: 'a' },
        { kind: 'k', name: 'b', value: 'b' },
      ]);
      await records.delete('k', 'c');
      await records.put({ kind: 'k', name: 'c', value: 'again' });
      expect(await names(store, 'k')).toEqual(['a', 'b', 'c']);
      expect(await records.list('none')).toEqual([]);
    });

    it('deletes one, or all of a kind', async () => {
      const store = open();
      const { records } = store;
      for (const name of ['a', 'b', 'c']) await records.put({ kind: 'k', name, value: 1 });
      await records.put({ kind: 'l', name: 'a', value: 1 });
      expect(await records.delete('k', 'b')).toBe(true);
      expect(await records.delete('k', 'b')).toBe(false);
      expect(await names(store, 'k')).toEqual(['a', 'c']);
      await records.clear('k');
      await records.clear('never');
      expect(await names(store, 'k')).toEqual([]);
      expect(await names(store, 'l')).toEqual(['a']);
    });

    it('tells naughty names and kinds apart', async () => {
      const store = open();
      for (const name of naughtyTexts) {
        await store.records.put({ kind: 'k', name, value: name });
        await store.records.put({ kind: name, name: 'n', value: name });
      }
      expect(await names(store, 'k')).toEqual(naughtyTexts);
      for (const text of naughtyTexts) {
        expect(await store.records.get('k', text)).toEqual({ kind: 'k', name: text, value: text });
        expect(await store.records.list(text)).toEqual([{ kind: text, name: 'n', value: text }]);
      }
    });

    it('gives any JSON value and any bytes back as they came', async () => {
      const { records } = open();
      const value = fc.jsonValue({ stringUnit: 'binary' });
      const property = fc.asyncProperty(anyText, value, fc.uint8Array(), async (name, json, bytes) => {
        await records.put({ kind: name, name, value: json, bytes });
        const kept = await records.get(name, name);
        expect(JSON.stringify(kept?.value)).toBe(JSON.stringify(json));
        expect(kept?.bytes).toEqual(bytes);
      });
      await fc.assert(property, { seed: 3, numRuns: 200 });
    });

    it('keeps no more records than it may, and makes room when one goes', async () => {
      const store = open({ maxRecords: 2 });
      const { records } = store;
      await records.create({ kind: 'k', name: 'a', value: 1 });
      await records.put({ kind: 'l', name: 'b', value: 1 });
      const refusal = { status: 403, code: 'storage_limit', message: expect.stringMatching(/maxRecords/) };
      await expect(records.create({ kind: 'k', name: 'c', value: 1 })).rejects.toMatchObject(refusal);
      await expect(records.put({ kind: 'm', name: 'c', value: 1 })).rejects.toMatchObject(refusal);
      expect(await records.create({ kind: 'k', name: 'a', value: 2 })).toBe(false);
      await records.put({ kind: 'k', name: 'a', value: 3 });
      await records.clear('l');
      await records.put({ kind: 'k', name: 'c', value: 1 });
      expect(await names(store, 'k')).toEqual(['a', 'c']);
    });

    it('counts bytes into what it keeps in all', async () => {
      const { records } = open({ maxBytes: 512 * 1024 });
      const bytes = new Uint8Array(300_000);
      await records.put({ kind: 'k', name: 'a', value: 1, bytes });
      await expect(records.put({ kind: 'k', name: 'b', value: 1, bytes })).rejects.toMatchObject({
        code: 'storage_limit',
        message: expect.stringMatching(/maxBytes/),
      });
      expect(await records.get('k', 'b')).toBeUndefined();
      await records.delete('k', 'a');
      await records.put({ kind: 'k', name: 'b', value: 1, bytes });
    });

    it('shares no object with its callers', async () => {
      const { records } = open();
      const value = { a: 1 };
      const bytes = Uint8Array.of(1, 2);
      const asked = records.put({ kind: 'k', name: 'n', value, bytes });
      value.a = 2;
      bytes[0] = 9;
      await asked;
      for (const record of [await records.get('k', 'n'), ...(await records.list('k'))]) {
        Object.assign(record?.value ?? {}, { a: 3 });
        record?.bytes?.fill(7);
      }
      const kept = { kind: 'k', name: 'n', value: { a: 1 }, bytes: Uint8Array.of(1, 2) };
      expect(await records.get('k', 'n')).toEqual(kept);
    });
  });
}
