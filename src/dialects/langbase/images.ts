import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { Call, PlainAnswer, PlainEndpoint } from '../../core/dialect.ts';
import type { Ids } from '../../core/ids.ts';
import { assertBody, readJson } from './body.ts';
import { draw } from './draw.ts';
import { defineEndpoints, ok } from './endpoint.ts';
import { encodePng } from './png.ts';

const side = z.int().min(64).max(2048);

const imageSchema = z.looseObject({
  prompt: z.string().min(1).max(32_000),
  model: z.string().min(1).max(256),
  width: side.nullish(),
  height: side.nullish(),
  n: z.int().min(1).max(4).nullish(),
  steps: z.int().min(1).max(1000).nullish(),
  image_url: z.string().nullish(),
  negative_prompt: z.string().max(32_000).nullish(),
});

const defaultSide = 1024;

const count = z.int().min(0);

const imageShape = z.object({
  type: z.literal('image_url'),
  image_url: z.object({ url: z.string().describe('The picture as a data URL of a PNG file.') }),
  index: count,
});

const resultShape = z.object({
  id: z.string(),
  provider: z.string(),
  model: z.string(),
  object: z.literal('chat.completion'),
  created: z.int().describe('Seconds since 1970.'),
  choices: z.tuple([
    z.object({
      logprobs: z.null(),
      finish_reason: z.literal('stop'),
      native_finish_reason: z.literal('stop'),
      index: z.literal(0),
      message: z.object({
        role: z.literal('assistant'),
        content: z.string().nullable(),
        images: z.array(imageShape),
      }),
    }),
  ]),
  usage: z.object({
    prompt_tokens: count,
    completion_tokens: count,
    total_tokens: count,
    prompt_tokens_details: z.object({ cached_tokens: count }),
    completion_tokens_details: z.object({ reasoning_tokens: count, image_tokens: count }),
  }),
});

/** What images are made with. */
export interface ImageOptions {
  readonly clock: Clock;
  readonly ids: Ids;
}

/** `/v1/images`: pictures that come from the prompt, the same for the same prompt. */
export function createImageEndpoint(options: ImageOptions): PlainEndpoint {
  const define = defineEndpoints('Images');
  const summary = 'Draws pictures: soft bands of colours that depend on the prompt alone.';
  return define('POST /v1/images', summary, (call) => make(options, call), {
    body: imageSchema.meta({ examples: [example] }),
    result: resultShape,
  });
}

const example = { prompt: 'A lake in the evening', model: 'openai:gpt-image-1', width: 512, height: 512 };

type ImageBody = z.input<typeof imageSchema>;

async function make({ clock, ids }: ImageOptions, call: Call): Promise<PlainAnswer> {
  const body = readJson(call);
  assertBody(imageSchema, body);
  const created = clock.timestamp();
  const images: z.output<typeof imageShape>[] = [];
  for (let index = 0; index < (body.n ?? 1); index += 1) {
    images.push({ type: 'image_url', image_url: { url: await makeUrl(body, index) }, index });
  }
  const [provider, model] = splitModel(body.model);
  const result: z.output<typeof resultShape> = {
    id: `gen-${ids(24)}`,
    provider,
    model,
    object: 'chat.completion',
    created,
    choices: [
      {
        logprobs: null,
        finish_reason: 'stop',
        native_finish_reason: 'stop',
        index: 0,
        message: { role: 'assistant', content: null, images },
      },
    ],
    usage: describeUsage(body, images.length),
  };
  return ok(result);
}

async function makeUrl(body: ImageBody, index: number): Promise<string> {
  const { prompt, model, negative_prompt: without } = body;
  const width = body.width ?? defaultSide;
  const height = body.height ?? defaultSide;
  const picture = draw({ width, height, seed: [prompt, without ?? '', model, index] });
  return `data:image/png;base64,${(await encodePng(picture)).toString('base64')}`;
}

function splitModel(model: string): readonly [provider: string, model: string] {
  const colon = model.indexOf(':');
  return colon < 0 ? ['openai', model] : [model.slice(0, colon), model.slice(colon + 1) || model];
}

// Providers count differently; what they have in common is that a picture costs far more than its prompt.
const tokensPerImage = 1290;

function describeUsage({ prompt }: ImageBody, images: number): z.output<typeof resultShape>['usage'] {
  const promptTokens = Math.ceil(prompt.length / 4);
  const imageTokens = images * tokensPerImage;
  return {
    prompt_tokens: promptTokens,
    completion_tokens: imageTokens,
    total_tokens: promptTokens + imageTokens,
    prompt_tokens_details: { cached_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0, image_tokens: imageTokens },
  };
}
