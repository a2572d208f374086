/** A message of a conversation. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What is asked of a server. */
export interface Question {
  /** Ends with the version, as in `http://127.0.0.1:8080/v1`. */
  readonly baseUrl: URL;
  readonly apiKey?: string | undefined;
  /** Absent in a thread, whose server chooses it. */
  readonly model?: string | undefined;
  readonly messages: readonly ChatMessage[];
  /** The name of a conversation that the server keeps, so that `messages` holds new ones alone. */
  readonly thread?: string | undefined;
  readonly maxTokens?: number | undefined;
  readonly temperature?: number | undefined;
  readonly seed?: number | undefined;
}

/** What differs between servers in how they are asked. */
export interface Manners {
  /** Whether the usage is asked for. */
  readonly usage: boolean;
  /** What the budget of tokens is called. */
  readonly budget: 'max_tokens' | 'max_completion_tokens';
}

/** Where the question goes. */
export function findEndpoint({ baseUrl, thread }: Question): URL {
  const url = new URL(baseUrl);
  const base = url.pathname.replace(/\/+$/, '');
  url.pathname = `${base}/${thread === undefined ? 'chat/completions' : 'pipes/run'}`;
  return url;
}

/** The question as it goes over the wire. */
export function writeBody(question: Question, manners: Manners): string {
  const { messages, model, thread, maxTokens, temperature, seed } = question;
  const shared = { model, messages, stream: true, temperature };
  if (thread !== undefined) return JSON.stringify({ ...shared, threadId: thread, max_tokens: maxTokens });
  return JSON.stringify({
    ...shared,
    ...(manners.usage && { stream_options: { include_usage: true } }),
    [manners.budget]: maxTokens,
    seed,
  });
}
