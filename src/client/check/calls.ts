import type { CheckCall } from './exchange-record.ts';
import type { CheckDialect, CheckPlan } from './plan.ts';

/** A request that an endpoint must refuse. */
export type RefusalName = 'bad-json' | 'bad-request' | 'long-prompt' | 'not-streamed' | 'unknown-path';

/** The requests that a check makes of an endpoint. */
export interface Calls {
  stream(prompt: string): CheckCall;
  /** A stream that is asked to tell its tokens; absent where the dialect cannot be asked. */
  readonly usage?: CheckCall;
  /** An answer that is no stream; absent where the dialect has none. */
  readonly whole?: CheckCall;
  readonly refusals: Readonly<Partial<Record<RefusalName, CheckCall>>>;
  /** Where our own server tells what runs. */
  readonly metrics: CheckCall;
}

/** What is asked where the answer should be short. */
export const shortPrompt = 'Say hello in one short sentence.';

/** What is asked to get characters of several bytes. */
export const widePrompt = 'Repeat exactly: 🙂 👩‍💻 café 日本語';

const nowhere = 'understudy-check-nowhere';

/** The dialect that the path of a URL speaks of; openai where it speaks of none. */
export function guessDialect({ pathname }: URL): CheckDialect {
  if (/\/pipes\/run\/?$/.test(pathname)) return 'langbase';
  return /\/completion(?:\/|$)/.test(pathname) ? 'completion' : 'openai';
}

/** The requests of a plan; a URL that is a host, or ends in /v1, gets the path of its dialect. */
export function createCalls(plan: CheckPlan): Calls {
  const metrics = get(place(plan.url, '/metrics', false));
  switch (plan.dialect) {
    case 'openai':
      return { ...callOpenai(plan), metrics };
    case 'langbase':
      return { ...callLangbase(plan), metrics };
    case 'prompt':
      return { ...callPrompt(plan), metrics };
    case 'wordstream':
      return { ...callWordstream(plan), metrics };
    case 'completion':
      return { ...callCompletion(plan), metrics };
  }
}

function callOpenai({ url, model }: CheckPlan): Omit<Calls, 'metrics'> {
  const path = completePath(url, '/chat/completions');
  const ask = (content: string, more: object): CheckCall =>
    post(path, { model, messages: [{ role: 'user', content }], ...more });
  return {
    stream: (prompt) => ask(prompt, { stream: true }),
    usage: ask(shortPrompt, { stream: true, stream_options: { include_usage: true } }),
    whole: ask(shortPrompt, { stream: false }),
    refusals: {
      'unknown-path': post(leavePath(url), {}),
      'bad-json': { ...post(path, {}), body: '{"model": "' },
      'bad-request': post(path, { model, stream: true }),
    },
  };
}

function callLangbase({ url, model }: CheckPlan): Omit<Calls, 'metrics'> {
  const path = completePath(url, '/pipes/run');
  const ask = (content: string, stream: boolean): CheckCall =>
    post(path, { model, messages: [{ role: 'user', content }], stream });
  return {
    stream: (prompt) => ask(prompt, true),
    whole: ask(shortPrompt, false),
    refusals: {
      'unknown-path': post(place(path, path.pathname.replace(/run$/, nowhere)), {}),
      'bad-json': { ...post(path, {}), body: '{"messages": [' },
      'bad-request': post(path, { stream: true }),
    },
  };
}

function callPrompt({ url, model }: CheckPlan): Omit<Calls, 'metrics'> {
  const path = completePath(url, '/chat/completions');
  return {
    stream: (prompt) => post(path, { prompt, model, stream: true }),
    refusals: {
      'unknown-path': post(leavePath(url), {}),
      'bad-json': { ...post(path, {}), body: '{"prompt": "' },
      'bad-request': post(path, { prompt: '  ', stream: true }),
      'long-prompt': post(path, { prompt: 'x'.repeat(5001), stream: true }),
      'not-streamed': post(path, { prompt: shortPrompt, stream: false }),
    },
  };
}

function callWordstream({ url }: CheckPlan): Omit<Calls, 'metrics'> {
  return {
    stream: (prompt) =>
      post(completePath(url, '/chat/completions'), {
        messages: [{ role: 'user', content: prompt }],
        stream: true,
      }),
    refusals: { 'unknown-path': post(leavePath(url), {}) },
  };
}

function callCompletion({ url, model }: CheckPlan): Omit<Calls, 'metrics'> {
  const base = url.pathname.replace(/\/completion(?:\/.*)?$|\/$/, '');
  const ask = (prompt: string, tokens: string): CheckCall => {
    const path = place(url, `${base}/completion/${encodeURIComponent(prompt)}`);
    path.searchParams.set('max_new_tokens', tokens);
    if (model !== undefined) path.searchParams.set('model', model);
    return get(path);
  };
  return {
    stream: (prompt) => ask(prompt, '64'),
    refusals: {
      'unknown-path': get(place(url, `${base}/${nowhere}`)),
      'bad-request': ask(shortPrompt, 'many'),
    },
  };
}

function completePath(url: URL, path: string): URL {
  const base = url.pathname.replace(/\/$/, '');
  if (base !== '' && !base.endsWith('/v1')) return url;
  return place(url, `${base === '' ? '/v1' : base}${path}`);
}

function leavePath(url: URL): URL {
  const base = /^.*?\/v1(?=\/|$)/.exec(url.pathname)?.[0] ?? '/v1';
  return place(url, `${base}/${nowhere}`);
}

function place(url: URL, path: string, keepsQuery = true): URL {
  const other = new URL(url);
  other.pathname = path;
  other.hash = '';
  if (!keepsQuery) other.search = '';
  return other;
}

function get(url: URL): CheckCall {
  return { method: 'GET', url };
}

function post(url: URL, body: object): CheckCall {
  return { method: 'POST', url, body: JSON.stringify(body) };
}
