import { z } from 'zod';
import type { GenerationEndpoint } from '../../core/dialect.ts';
import { type AnswerOptions, createAnswer } from './answer.ts';
import { assertBody, readJson } from './body.ts';
import { message, toMessage } from './messages.ts';
import { toRequest, withoutProvider } from './request.ts';
import { generationSettings } from './settings.ts';
import { chatCompletion, chatCompletionChunk } from './shapes.ts';

const llmSchema = z.looseObject({
  model: z.string().min(1).max(256),
  messages: z.array(message).min(1),
  stream: z.boolean().nullish(),
  ...generationSettings,
});

/** Runs a model on messages, as the SDKs of version 1.1 did before there were agents: they read a completion. */
export function createLlmEndpoint(options: AnswerOptions, path: string): GenerationEndpoint {
  return {
    kind: 'generation',
    method: 'POST',
    path,
    description: {
      summary: 'Runs a model on messages; /v1/agent/run has taken its place.',
      tag: 'Deprecated',
      body: llmSchema.meta({ examples: [example] }),
      result: z.object({ completion: z.string(), raw: chatCompletion }),
      event: chatCompletionChunk,
    },
    parse(call) {
      const body = readJson(call);
      assertBody(llmSchema, body);
      const asked = {
        model: withoutProvider(body.model),
        messages: body.messages.map(toMessage),
        settings: body,
        json: false,
      };
      return createAnswer(options, call, {
        request: toRequest(asked, options.models),
        streamed: body.stream ?? false,
        headers: {},
        name: 'completion',
      });
    },
  };
}

const example = { model: 'openai:gpt-4o-mini', messages: [{ role: 'user', content: 'Hello!' }] };
