import { z } from 'zod';
import { assertBody } from './body.ts';
import { message } from './messages.ts';
import { variables } from './variables.ts';

const flags = z.looseObject({
  stream: z.boolean().nullish(),
  json: z.boolean().nullish(),
  store: z.boolean().nullish(),
  moderate: z.boolean().nullish(),
});

const model = z.looseObject({
  name: z.string().min(1).max(200).nullish(),
  provider: z.string().min(1).max(50).nullish(),
  // Checked with the rest of the pipe, once it is put together.
  params: z.looseObject({}).nullish(),
});

const prompt = z.looseObject({
  system: z.string().nullish(),
  messages: z.array(message).nullish(),
  variables: variables.nullish(),
});

/** A pipe as the API of 2024 took it: most of it within a `config`. */
export const betaPipe = z.looseObject({
  config: z
    .looseObject({ meta: flags.nullish(), model: model.nullish(), prompt: prompt.nullish() })
    .nullish(),
});

type Config = NonNullable<z.input<typeof betaPipe>['config']>;

/** The pipe as the API of today takes it; what is not in a `config` stays as it came. */
export function flattenPipe(body: unknown): unknown {
  assertBody(betaPipe, body);
  const { config, type: _, ...rest } = body;
  if (!config) return rest;
  const { stream, json, store, moderate } = config.meta ?? {};
  return {
    ...config.model?.params,
    ...given({ stream, json, store, moderate, model: nameModel(config), messages: writePrompt(config) }),
    ...given({ variables: config.prompt?.variables }),
    ...rest,
  };
}

// Providers were spelt as names then: `OpenAI`, with models as they are called today.
function nameModel({ model: used }: Config): string | undefined {
  if (!used?.name) return undefined;
  return `${(used.provider ?? 'openai').toLowerCase()}:${used.name}`;
}

function writePrompt({ prompt: said }: Config) {
  if (!said?.system && !said?.messages) return undefined;
  const rules = said.system ? [{ role: 'system', content: said.system }] : [];
  return [...rules, ...(said.messages ?? [])];
}

function given(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  );
}
