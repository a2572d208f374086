import type { LoadPlan } from './plan.ts';

/** What goes out for every call of a plan. */
export interface LoadRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The request of a plan; a URL without a path is given the one of its dialect. */
export function createRequest(plan: LoadPlan): LoadRequest {
  const body = writeBody(plan);
  return {
    url: completeUrl(plan),
    method: body === '' ? 'GET' : 'POST',
    headers: {
      accept: 'text/event-stream',
      ...(body !== '' && {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
      }),
      ...(plan.apiKey !== undefined && { authorization: `Bearer ${plan.apiKey}` }),
      ...(plan.pace !== undefined && {
        'x-understudy-ttft': String(plan.pace.ttft),
        'x-understudy-tokens-per-second': String(plan.pace.tokensPerSecond),
        'x-understudy-jitter': '0',
      }),
    },
    body,
  };
}

function completeUrl({ url: text, dialect, prompt, model, maxTokens }: LoadPlan): URL {
  const url = new URL(text);
  const base = url.pathname.replace(/\/$/, '');
  if (dialect === 'completion') {
    url.pathname = `${base.endsWith('/completion') ? base : `${base}/completion`}/${encodeURIComponent(prompt)}`;
    url.searchParams.set('max_new_tokens', String(maxTokens));
    url.searchParams.set('model', model);
  } else if (base === '' || base.endsWith('/v1')) {
    url.pathname = `${base === '' ? '/v1' : base}/chat/completions`;
  }
  return url;
}

function writeBody({ dialect, prompt, model, maxTokens }: LoadPlan): string {
  switch (dialect) {
    case 'completion':
      return '';
    case 'prompt':
      return JSON.stringify({ prompt, model, stream: true });
    case 'openai':
      return JSON.stringify({
        model,
        messages: [{ role: 'user', content: prompt }],
        max_completion_tokens: maxTokens,
        stream: true,
      });
  }
}
