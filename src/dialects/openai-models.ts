import { z } from 'zod';
import { ApiError } from '../core/api-error.ts';
import type { PlainEndpoint } from '../core/dialect.ts';
import type { ModelCard, Models } from '../core/model.ts';
import { openaiHeaders } from './openai-headers.ts';

const modelShape = z.object({
  id: z.string(),
  object: z.literal('model'),
  created: z.int().describe('Seconds since 1970.'),
  owned_by: z.string(),
});

const listShape = z.object({ object: z.literal('list'), data: z.array(modelShape) });

/** `GET /v1/models` and `GET /v1/models/{id}`. */
export function createModelEndpoints(models: Models): readonly PlainEndpoint[] {
  const headers = openaiHeaders(1);
  return [
    {
      kind: 'plain',
      method: 'GET',
      path: '/v1/models',
      description: {
        summary: 'Lists the models of the catalogue and of the configuration.',
        tag: 'Models',
        result: listShape,
      },
      answer: () => ({ status: 200, headers, body: { object: 'list', data: models.list().map(describe) } }),
    },
    {
      kind: 'plain',
      method: 'GET',
      path: '/v1/models/:model',
      description: { summary: 'Describes one model.', tag: 'Models', result: modelShape },
      answer({ parameters }) {
        const id = parameters['model'] ?? '';
        const card = models.find(id);
        if (card !== undefined) return { status: 200, headers, body: describe(card) };
        const shown = id.slice(0, 200);
        throw new ApiError(404, 'model_not_found', `The model '${shown}' does not exist`, { param: 'model' });
      },
    },
  ];
}

function describe({ id, created, ownedBy }: ModelCard): z.output<typeof modelShape> {
  return { id, object: 'model', created, owned_by: ownedBy };
}
