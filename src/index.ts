import { type OpenListener, openServer } from './app.ts';
import { type RecordedRequest, createJournal } from './observers/journal.ts';
import { type SettingsInput, readSettings } from './settings.ts';

export type { OpenListener } from './app.ts';
export type { RecordedRequest } from './observers/journal.ts';
export { SettingsError, type SettingsInput } from './settings.ts';

/** A server that a test has started. */
export interface StartedServer {
  /** Where OpenAI is spoken, without a path: `http://127.0.0.1:41234`. */
  readonly url: string;
  /** What OpenAI's clients take as their base URL: `url` with `/v1`. */
  readonly baseURL: string;
  /** All addresses; more than one under the classic preset. */
  readonly listeners: readonly OpenListener[];
  /** The last 1,000 requests, oldest first; it grows while the server runs, and may be emptied by `length = 0`. */
  readonly requests: RecordedRequest[];
  /** Lets running answers finish and closes the server; also called at the end of an `await using`. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a server for tests: on a free port of 127.0.0.1, without pacing unless a pace is given, keeping nothing on disk.
 * Takes the settings of the command line in camel case; rejects with a SettingsError where one is wrong.
 */
export async function startServer(settings: SettingsInput = {}): Promise<StartedServer> {
  const journal = createJournal();
  const server = await openServer(readSettings({ ...forTests(settings), ...settings }), [journal.observer]);
  // Under the classic preset the first listener streams words alone.
  const { url } = server.listeners.find(({ dialects }) => dialects.includes('openai')) ?? server.listeners[0];
  return {
    url,
    baseURL: `${url}/v1`,
    listeners: server.listeners,
    requests: journal.requests,
    close: server.close,
    [Symbol.asyncDispose]: server.close,
  };
}

const paceKeys = ['ttft', 'tokensPerSecond', 'jitter', 'wordsPerSecond', 'chunkDelay'] as const;

function forTests(settings: SettingsInput): SettingsInput {
  const paced = paceKeys.some((key) => settings[key] !== undefined);
  return { port: 0, instant: !paced, shutdownGrace: 5, data: ':memory:' };
}
