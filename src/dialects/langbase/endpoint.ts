import type { Call, EndpointDescription, PlainAnswer, PlainEndpoint } from '../../core/dialect.ts';

/** What else is told of an endpoint: its schemas, where it has any. */
export type Shapes = Omit<EndpointDescription, 'summary' | 'tag' | 'event'>;

/** Describes one endpoint that needs no generation: `endpoint('GET /v1/threads', 'Lists threads.', answer)`. */
export type DefineEndpoint = (
  route: `${PlainEndpoint['method']} /${string}`,
  summary: string,
  answer: (call: Call) => Promise<PlainAnswer> | PlainAnswer,
  shapes?: Shapes,
) => PlainEndpoint;

const methods: readonly PlainEndpoint['method'][] = ['GET', 'POST', 'PUT', 'DELETE'];

/** Endpoints under one heading of the documentation; each answer names its request. */
export function defineEndpoints(tag: string): DefineEndpoint {
  return (route, summary, answer, shapes = {}) => {
    const [verb, path = ''] = route.split(' ');
    return {
      kind: 'plain',
      method: methods.find((method) => method === verb) ?? 'GET',
      path,
      description: { tag, summary, ...shapes },
      async answer(call) {
        const { status, headers, body } = await answer(call);
        return { status, headers: { 'lb-request-id': call.id, 'lb-trace-id': call.id, ...headers }, body };
      },
    };
  };
}

/** An answer that all went well. */
export function ok(body: unknown): PlainAnswer {
  return { status: 200, body };
}
