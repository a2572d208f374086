import type { ManualClock } from '../../src/core/manual-clock.ts';

/** The header that lets an answer go on without its client. */
export const lasting = { 'x-understudy-on-disconnect': 'continue' };

/** Moves a clock on until a promise has settled. */
export async function whileMoving<T>(clock: ManualClock, promise: Promise<T>, step = 10): Promise<T> {
  const state = { over: false };
  const settle = (): void => {
    state.over = true;
  };
  promise.then(settle, settle);
  while (!state.over) await clock.advance(step);
  return await promise;
}

/** The first so many events of a stream, after which its client hangs up; fewer where it ends before. */
export async function takeStream(response: Response, most = Infinity): Promise<readonly string[]> {
  if (response.body === null) return [];
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let events: readonly string[] = [];
  while (events.length < most) {
    const next = await reader.read();
    if (next.done) break;
    text += next.value;
    events = splitEvents(text);
  }
  await reader.cancel();
  return events.slice(0, most);
}

/** The whole events of a text, each with the blank lines that end it. */
export function splitEvents(text: string): readonly string[] {
  return text.split(/(?<=\n\n)(?!\n)/).filter((event) => event.endsWith('\n\n'));
}

/** The id of an event, or undefined where it has none. */
export function idOf(event: string): string | undefined {
  return /^id: (?<id>.*)$/m.exec(event)?.groups?.['id'];
}

/** The name of the stream that an answer is. */
export function streamIdOf(response: Response): string {
  const id = response.headers.get('x-understudy-stream-id');
  if (id === null) throw new Error(`The answer names no stream: ${response.status}.`);
  return id;
}

/** Goes on with a stream after an event. */
export function goOn(url: string, id: string, after?: string): Promise<Response> {
  return fetch(`${url}/v1/streams/${id}`, { headers: after === undefined ? {} : { 'last-event-id': after } });
}

/** All that a stream tells whoever comes back to it having heard nothing. */
export async function readAll(url: string, id: string): Promise<string> {
  return await (await goOn(url, id)).text();
}
