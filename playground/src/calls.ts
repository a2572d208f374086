import type { Json } from './json.ts';
import { type Settings, dialects, isStreamed, readNumber } from './settings.ts';

/** One message of a conversation. */
export interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** A call as it goes over the wire, without the key. */
export interface WireCall {
  readonly method: 'GET' | 'POST';
  /** The path with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Json;
}

/** The call that puts a question, with what was said before where the dialect sends that along. */
export function describeCall(
  settings: Settings,
  question: string,
  before: readonly Message[] = [],
): WireCall {
  const headers = describeHeaders(settings);
  const json = { ...headers, 'content-type': 'application/json' };
  switch (settings.dialect) {
    case 'openai':
      return {
        method: 'POST',
        path: '/v1/chat/completions',
        headers: json,
        body: openaiBody(settings, question, before),
      };
    case 'prompt':
      return {
        method: 'POST',
        path: '/v1/chat/completions',
        headers: json,
        body: promptBody(settings, question),
      };
    case 'langbase':
      return { method: 'POST', path: '/v1/pipes/run', headers: json, body: pipeBody(settings, question) };
    case 'completion':
      return { method: 'GET', path: completionPath(settings, question), headers };
  }
}

function describeHeaders(settings: Settings): Readonly<Record<string, string>> {
  const { ttft, tokensPerSecond, jitter, lasting } = settings;
  const pace = [
    ['x-understudy-ttft', ttft],
    ['x-understudy-tokens-per-second', tokensPerSecond],
    ['x-understudy-jitter', jitter],
  ].filter(([, typed = '']) => readNumber(typed) !== undefined);
  const lasts = lasting && isStreamed(settings) ? { 'x-understudy-on-disconnect': 'continue' } : {};
  return { ...Object.fromEntries(pace), ...lasts };
}

function openaiBody(settings: Settings, question: string, before: readonly Message[]): Json {
  const { model, stream, seed, maxTokens } = settings;
  return {
    model: model === '' ? 'gpt-4o-mini' : model,
    messages: [...systemOf(settings), ...before, { role: 'user', content: question }].map(plain),
    ...(stream ? { stream, stream_options: { include_usage: true } } : {}),
    ...number('seed', seed),
    ...number('max_completion_tokens', maxTokens),
  };
}

function promptBody({ model }: Settings, question: string): Json {
  return { prompt: question, ...(model === '' ? {} : { model }), stream: true };
}

function pipeBody(settings: Settings, question: string): Json {
  const { model, stream, maxTokens, pipe, thread } = settings;
  return {
    ...(pipe === '' ? {} : { name: pipe }),
    ...(model === '' ? {} : { model }),
    messages: [...systemOf(settings), { role: 'user', content: question }].map(plain),
    ...(stream ? { stream } : {}),
    ...number('max_tokens', maxTokens),
    ...(thread === '' ? {} : { threadId: thread }),
  };
}

function completionPath({ model, seed, maxTokens }: Settings, question: string): string {
  const query = new URLSearchParams();
  if (model !== '') query.set('model', model);
  if (readNumber(seed) !== undefined) query.set('seed', seed);
  if (readNumber(maxTokens) !== undefined) query.set('max_new_tokens', maxTokens);
  const search = query.toString();
  return `/completion/${encodeURIComponent(question)}${search === '' ? '' : `?${search}`}`;
}

function systemOf({ dialect, system }: Settings) {
  return system === '' || !dialects[dialect].system ? [] : [{ role: 'system', content: system }];
}

function plain({ role, content }: { readonly role: string; readonly content: string }): Json {
  return { role, content };
}

function number(name: string, typed: string): Readonly<Record<string, number>> {
  const value = readNumber(typed);
  return value === undefined ? {} : { [name]: value };
}
