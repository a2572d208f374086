import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import { createModelEndpoints } from '../../src/dialects/openai-models.ts';
import { createModels } from '../../src/models/catalogue.ts';
import { openaiCards } from '../../src/models/openai.ts';
import { makeCall } from './make-call.ts';

const models = createModels(openaiCards);
const [list, one] = createModelEndpoints(models);
const describeModel = (model: string) => one?.answer({ ...makeCall(''), parameters: { model } });

describe('the models of OpenAI', () => {
  it('are listed with the four members of a model, each once', async () => {
    const answer = await list?.answer(makeCall(''));
    const body = answer?.body as { object: string; data: { id: string }[] } | undefined;
    const data = body?.data ?? [];
    expect(body?.object).toBe('list');
    expect(data).toHaveLength(models.list().length);
    expect(new Set(data.map(({ id }) => id)).size).toBe(data.length);
    for (const model of data) expect(Object.keys(model)).toEqual(['id', 'object', 'created', 'owned_by']);
  });

  it('are described by their ids, snapshots and tuned ones', async () => {
    for (const id of ['gpt-4o', 'gpt-4o-2024-08-06', 'ft:gpt-4o-mini:org::id']) {
      expect(await describeModel(id)).toMatchObject({ status: 200, body: { id, object: 'model' } });
    }
  });

  it.each(['nothing', '', '__proto__', 'constructor', 'x'.repeat(10_000)])('do not hold %.20s', (id) => {
    const ask = (): unknown => describeModel(id);
    expect(ask).toThrow(ApiError);
    expect(ask).toThrow(
      expect.objectContaining({ status: 404, code: 'model_not_found', details: { param: 'model' } }),
    );
    expect(ask).toThrow(/^The model '.{0,200}' does not exist$/);
  });
});
