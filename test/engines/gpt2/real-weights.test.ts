import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWeightsPlace } from '../../../src/cli/weights-place.ts';
import type { Backend } from '../../../src/engines/gpt2/backend.ts';
import { createLlamaBackend } from '../../../src/engines/gpt2/llama-backend.ts';
import { createTypescriptBackend } from '../../../src/engines/gpt2/typescript/backend.ts';
import { placeRepository } from '../../../src/weights/cache-layout.ts';
import { convertGpt2, modelFiles } from '../../../src/weights/convert.ts';
import { getNative, hasNative } from './native.ts';

const { cache } = readWeightsPlace({ env: process.env, folder: process.cwd() });
const folder =
  process.env['UNDERSTUDY_GPT2_FOLDER'] ?? placeRepository(cache, 'openai-community/gpt2', 'main');
const isHere = modelFiles.every((file) => existsSync(join(folder, file)));

if (!isHere) {
  process.stdout.write(
    `The weights of openai-community/gpt2 are not at ${folder} (understudy models pull gpt2, or UNDERSTUDY_GPT2_FOLDER): their tests are left out.\n`,
  );
}

const prompt = [464, 3290];

// What the tests of Hugging Face's own library expect of these weights: 'The dog was found in a field near …'.
const continuation = [
  373, 1043, 287, 257, 2214, 1474, 262, 16246, 286, 2688, 290, 2688, 27262, 13, 198, 198, 464, 3290,
];

async function goOn(backend: Backend): Promise<number[]> {
  const said: number[] = [];
  for (let tokens: readonly number[] = prompt; said.length < continuation.length; tokens = said.slice(-1)) {
    const [result] = await backend.step([{ slot: 0, tokens, top: 1, normalise: false }]);
    said.push(result?.ids[0] ?? -1);
  }
  return said;
}

describe.skipIf(!isHere)('the real GPT-2', () => {
  it('is cut into tokens as OpenAI cut it', async () => {
    const backend = await createTypescriptBackend({ folder, slots: 1 });
    expect(backend.tokenize('The dog')).toEqual(prompt);
    expect(backend.facts).toMatchObject({ contextLength: 1024, vocabularySize: 50_257 });
    await backend.close();
  }, 120_000);

  it('says in TypeScript what the library of Hugging Face says', async () => {
    const backend = await createTypescriptBackend({ folder, slots: 1 });
    expect(await goOn(backend)).toEqual(continuation);
    await backend.close();
  }, 120_000);
});

describe.skipIf(!isHere || !hasNative)('the real GPT-2, converted', () => {
  let spare: string;

  beforeAll(async () => {
    spare = await mkdtemp(join(tmpdir(), 'understudy-gpt2-'));
  });
  afterAll(() => rm(spare, { recursive: true }));

  it('says by llama.cpp what the library of Hugging Face says', async () => {
    const path = join(spare, 'gpt2.gguf');
    const options = { signal: new AbortController().signal };
    await convertGpt2({ folder, target: path, name: 'gpt2', type: 'f32' }, options);
    const backend = await createLlamaBackend(getNative(), {
      path,
      slots: 1,
      threads: 1,
      gpu: 'off',
      prefillBudget: 128,
      deterministic: true,
    });
    expect(backend.facts.precision).toBe('f32');
    expect(await goOn(backend)).toEqual(continuation);
    await backend.close();
  }, 300_000);
});
