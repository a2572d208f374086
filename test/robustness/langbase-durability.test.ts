import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/chance.ts';
import { type Process, startProcess } from '../cli/start-process.ts';
import { send } from './langbase-calls.ts';

const writers = 20;
const threads = 10;
const kills = 10;

/** What one call has put into a thread: the contents of messages that stand there together, and whether the server has said so. */
interface Turn {
  readonly thread: string;
  readonly writer: number;
  readonly contents: readonly string[];
  readonly kind: 'first' | 'run' | 'append';
  acknowledged: boolean;
  /** What a run was answered. */
  completion?: string;
}

describe('a server that is killed while it is written to', { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'understudy-durability-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function start(): Promise<{ server: Process; url: string }> {
    const server = startProcess(['--port', '0', '--instant', '--data', folder, '--log-level', 'error']);
    const [, url = ''] = await server.message(/(http:\/\/127\.0\.0\.1:\d+) speaks openai/);
    return { server, url };
  }

  it('keeps all that it has acknowledged: each message once, in order, turns as a whole', async () => {
    const random = createRandom('kills');
    const turns: Turn[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const { server, url } = await start();
      await using _ = server;
      // The moment is told by the work that has been done: at once, in the middle of much, or after a few.
      let left = 1 + Math.floor(random() ** 2 * 300);
      const write = async (writer: number): Promise<void> => {
        for (let number = 0; ; number += 1) {
          const turn = makeTurn(kill, writer, number);
          turns.push(turn);
          if (!(await take(url, turn))) return;
          left -= 1;
          if (left === 0) server.child.kill('SIGKILL');
        }
      };
      await Promise.all(Array.from({ length: writers }, (_each, writer) => write(writer)));
      expect(await server.ended).toBe('SIGKILL');
    }
    const { server, url } = await start();
    await using _ = server;
    const acknowledged = turns.filter((turn) => turn.acknowledged);
    expect(acknowledged.length).toBeGreaterThan(kills * writers);
    for (let thread = 0; thread < threads; thread += 1) {
      const name = `thread-${thread}`;
      const listed = await send({ url }, `GET /v1/threads/${name}/messages`);
      expect(listed.status).toBe(200);
      const contents = readContents(listed.body);
      checkThread(
        contents,
        turns.filter((turn) => turn.thread === name),
      );
    }
  });
});

function makeTurn(kill: number, writer: number, number: number): Turn {
  const base = `kill ${kill}, writer ${writer}, turn ${number}`;
  // Every fifth turn is a run, the others append one to three messages.
  const kind = number === 0 ? 'first' : number % 5 === 4 ? 'run' : 'append';
  const count = kind === 'run' ? 1 : 1 + (number % 3);
  return {
    thread: `thread-${writer % threads}`,
    writer,
    kind,
    contents: Array.from({ length: count }, (_, index) => `${base}, part ${index + 1} of ${count}`),
    acknowledged: false,
  };
}

/** Whether the server has acknowledged the turn; false when it was killed. */
async function take(url: string, turn: Turn): Promise<boolean> {
  const messages = turn.contents.map((content) => ({ role: 'user', content }));
  const isRun = turn.kind === 'run';
  try {
    if (turn.kind === 'first') await send({ url }, 'POST /v1/threads', { threadId: turn.thread });
    const path = isRun ? '/v1/pipes/run' : (`/v1/threads/${turn.thread}/messages` as const);
    const body = isRun ? { threadId: turn.thread, messages, max_tokens: 5 } : messages;
    const { status, body: answer } = await send({ url }, `POST ${path}`, body);
    expect(status).toBe(200);
    turn.acknowledged = true;
    if (isRun) turn.completion = String(Reflect.get(Object(answer), 'completion'));
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function readContents(body: unknown): readonly string[] {
  if (!Array.isArray(body)) throw new TypeError('No list of messages.');
  return body.map((each: unknown) => String(Reflect.get(Object(each), 'content')));
}

function checkThread(contents: readonly string[], turns: readonly Turn[]): void {
  const places = new Map<string, number>();
  for (const [place, content] of contents.entries()) {
    if (!content.startsWith('kill ')) continue;
    expect({ content, seen: places.has(content) }).toEqual({ content, seen: false });
    places.set(content, place);
  }
  const lastOfWriter = new Map<number, number>();
  for (const { acknowledged, contents: expected, completion, writer } of turns) {
    const [first = ''] = expected;
    const place = places.get(first);
    if (!acknowledged && place === undefined) continue;
    expect({ first, place }).toEqual({ first, place: expect.any(Number) });
    if (place === undefined) continue;
    const whole = completion === undefined ? expected : [...expected, completion];
    expect(contents.slice(place, place + whole.length)).toEqual(whole);
    expect(place).toBeGreaterThan(lastOfWriter.get(writer) ?? -1);
    lastOfWriter.set(writer, place);
    for (const content of expected) places.delete(content);
  }
  expect([...places.keys()]).toEqual([]);
}
