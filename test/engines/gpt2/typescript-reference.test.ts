import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createTypescriptBackend } from '../../../src/engines/gpt2/typescript/backend.ts';

// What PyTorch computes with the same weights, in float64, is written down beside the models.

interface Case {
  readonly text: string;
  readonly ids: readonly number[];
  readonly top: readonly (readonly [id: number, logit: number])[];
  readonly fixed: readonly (readonly [id: number, logit: number])[];
  readonly logSumExp: number;
  readonly greedy: readonly number[];
  readonly margins: readonly number[];
}

const resolvePath = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const folders: Readonly<Record<string, string>> = { tiny: 'test/data/tiny-gpt2', story: 'models/story' };
const file = resolvePath('test/data/gpt2-reference.json');
// models/story/reference.py writes it; a checkout in which that has not been done yet has nothing to compare.
const reference: Readonly<Record<string, readonly Case[]>> = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : {};
// Keys, values and the logits given are rounded to float32, and nothing else is.
const exact = 1e-5;

it('compares with models that are here alone', () => {
  expect(Object.keys(folders)).toEqual(expect.arrayContaining(Object.keys(reference)));
});

describe.each(Object.keys(reference))('the model %s', async (name) => {
  const cases = reference[name] ?? [];
  const backend = await createTypescriptBackend({ folder: resolvePath(folders[name] ?? name), slots: 1 });
  const { vocabularySize } = backend.facts;

  async function next(tokens: readonly number[]): Promise<{ logits: number[]; best: number; sum: number }> {
    const [result] = await backend.step([{ slot: 0, tokens, top: vocabularySize, normalise: true }]);
    const logits: number[] = [];
    result?.ids.forEach((id, place) => (logits[id] = result.logits[place] ?? NaN));
    return { logits, best: result?.ids[0] ?? NaN, sum: result?.logSumExp ?? NaN };
  }

  it.each(cases)('says after $text what PyTorch says', async (each) => {
    await backend.rewind(0, 0);
    expect(backend.tokenize(each.text)).toEqual(each.ids);
    const { logits, sum } = await next(each.ids);
    for (const [id, logit] of [...each.top, ...each.fixed]) {
      expect(Math.abs((logits[id] ?? NaN) - logit)).toBeLessThan(exact);
    }
    expect(Math.abs(sum - each.logSumExp)).toBeLessThan(exact);
  });

  it.each(cases)('goes on from $text as PyTorch does', async ({ ids, greedy, margins }) => {
    await backend.rewind(0, 0);
    // Where the best two are as close as the errors are, either may win, and what follows is another text.
    const close = margins.findIndex((margin) => margin < 2 * exact);
    const certain = close < 0 ? greedy : greedy.slice(0, close);
    expect(certain.length).toBeGreaterThan(10);
    const said: number[] = [];
    for (let tokens = ids; said.length < certain.length; tokens = said.slice(-1)) {
      said.push((await next(tokens)).best);
    }
    expect(said).toEqual(certain);
  });
});
