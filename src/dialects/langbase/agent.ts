import { z } from 'zod';
import type { GenerationEndpoint } from '../../core/dialect.ts';
import { unsupported } from '../../core/api-error.ts';
import { type AnswerOptions, createAnswer } from './answer.ts';
import { assertBody, invalidBody, readJson } from './body.ts';
import { type LangbaseMessage, message, toMessage } from './messages.ts';
import { toRequest, withoutProvider } from './request.ts';
import { generationSettings } from './settings.ts';
import { chatCompletion, chatCompletionChunk } from './shapes.ts';

const agentSchema = z.looseObject({
  model: z.string().min(1).max(256),
  input: z.union([z.string().min(1), z.array(message).min(1)]),
  instructions: z.string().nullish(),
  stream: z.boolean().nullish(),
  ...generationSettings,
  max_completion_tokens: z.int().min(1).nullish(),
  mcp_servers: z.array(z.looseObject({ name: z.string() })).nullish(),
});

/** Runs an agent: a model with instructions, and nothing that is kept. */
export function createAgentEndpoint(options: AnswerOptions, path = '/v1/agent/run'): GenerationEndpoint {
  return {
    kind: 'generation',
    method: 'POST',
    path,
    description: {
      summary: 'Runs a model with instructions on an input, whole or as a stream of chunks.',
      tag: 'Agent',
      body: agentSchema.meta({ examples: [example] }),
      result: z.object({ output: z.string(), raw: chatCompletion }),
      event: chatCompletionChunk,
    },
    parse(call) {
      const body = readJson(call);
      assertBody(agentSchema, body);
      refuseServers(body);
      const input: readonly LangbaseMessage[] =
        typeof body.input === 'string' ? [{ role: 'user', content: body.input }] : body.input;
      const rules = body.instructions ? [{ role: 'system', content: body.instructions } as const] : [];
      const asked = {
        model: withoutProvider(body.model),
        messages: [...rules, ...input.map(toMessage)],
        settings: { ...body, max_tokens: body.max_tokens ?? body.max_completion_tokens },
        json: false,
      };
      return createAnswer(options, call, {
        request: toRequest(asked, options.models),
        streamed: body.stream ?? false,
        headers: {},
        name: 'output',
      });
    },
  };
}

const example = {
  model: 'openai:gpt-4o-mini',
  instructions: 'Be brief.',
  input: 'What is server-sent events?',
  stream: true,
};

function refuseServers({ mcp_servers: servers, stream }: z.input<typeof agentSchema>): void {
  if (!servers || servers.length === 0) return;
  if (stream === true) throw invalidBody('mcp_servers are not there in a stream', ['mcp_servers']);
  // They are on the network, where Understudy never goes.
  throw unsupported('mcp_servers', 'Understudy calls no MCP servers: leave mcp_servers out.');
}
