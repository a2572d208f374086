import type { OpenListener, OpenServer } from '../app.ts';
import type { Settings } from '../settings.ts';
import type { Paint } from './terminal.ts';

/** What a banner tells. */
export interface BannerFacts {
  readonly version: string;
  readonly server: Pick<OpenServer, 'listeners' | 'engine' | 'pacer' | 'model'>;
  readonly settings: Settings;
  /** The files that settings came from. */
  readonly files: readonly string[];
}

/** The lines shown once the server listens: where it is, what it does, and what to copy to try it. */
export function formatBanner({ version, server, settings, files }: BannerFacts, paint: Paint): string {
  const lines = [
    `${paint('bold', `Understudy ${version}`)} listens. Press Ctrl-C to stop.`,
    '',
    ...server.listeners.map((each) => `  ${paint('cyan', findUrl(each))} speaks ${each.dialects.join(', ')}`),
    `  ${server.engine} engine, ${describePace(server, settings)}, seed ${settings.seed}`,
    ...describeModel(server),
    ...(files.length === 0 ? [] : [`  settings from ${files.join(', ')}`]),
    `  docs: ${findUrl(pickOpenai(server))}/docs`,
    ...describePlayground(server),
    '',
    ...formatTrial(server, settings),
  ];
  return `${lines.join('\n')}\n\n`;
}

function describeModel({ listeners, engine, model }: BannerFacts['server']): readonly string[] {
  if (engine === 'gpt2') return [`  the model is ${model}`];
  const isServed = listeners.some(({ dialects }) => dialects.includes('completion'));
  return isServed ? [`  model ${model} computes, at /completion and by its name`] : [];
}

function describePlayground(server: BannerFacts['server']): readonly string[] {
  const listener = pickOpenai(server);
  return listener.dialects.includes('openai') ? [`  playground: ${findUrl(listener)}/playground`] : [];
}

function describePace({ engine, pacer }: BannerFacts['server'], settings: Settings): string {
  const { ttft, tokensPerSecond, jitter, wordsPerSecond, chunkDelay } = settings;
  switch (pacer) {
    case 'instant':
      return engine === 'gpt2' ? 'as fast as it computes' : 'no pacing';
    case 'chunk-delay':
      return engine === 'words' ? `${wordsPerSecond ?? 2} words/s` : `a piece each ${chunkDelay ?? 1} s`;
    default:
      return `${ttft} ms to the first token, then ${tokensPerSecond}/s${jitter === 0 ? '' : ` (jitter ${jitter})`}`;
  }
}

function formatTrial(server: BannerFacts['server'], settings: Settings): readonly string[] {
  const listener = pickOpenai(server);
  const url = `${findUrl(listener)}/v1`;
  if (!listener.dialects.includes('openai')) return [`  curl -N -X POST ${url}/chat/completions`];
  const isKeyed = settings.apiKey.length > 0;
  const key = isKeyed || settings.strict ? ` -H "authorization: Bearer $OPENAI_API_KEY"` : '';
  return [
    `  export OPENAI_BASE_URL=${url}`,
    `  export OPENAI_API_KEY=${isKeyed ? 'YOUR_KEY' : 'anything'}`,
    '',
    `  curl -N ${url}/chat/completions${key === '' ? '' : ` \\\n   ${key}`} \\`,
    `    -H 'content-type: application/json' -d '{"model": "gpt-4o-mini",`,
    `    "stream": true, "messages": [{"role": "user", "content": "Hello!"}]}'`,
  ];
}

function pickOpenai({ listeners }: BannerFacts['server']): OpenListener {
  return listeners.find(({ dialects }) => dialects.includes('openai')) ?? listeners[0];
}

// Not every client can reach the address that stands for all of them.
function findUrl({ url, host, port }: OpenListener): string {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  return host === '::' ? `http://[::1]:${port}` : url;
}
