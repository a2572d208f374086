import { getRunner, handleResponseStream } from 'langbase';
import { describe, expect, it } from 'vitest';
import { storageFailed } from '../../src/core/refusals.ts';
import { createClock } from '../../src/core/clock.ts';
import { startServer } from '../../src/index.ts';
import { createTold } from '../support/make-generate.ts';
import { connectLangbase, failureOf, makeStore, openLangbaseServer } from '../support/make-langbase.ts';

const messages = [{ role: 'user' as const, content: 'Hello!' }];

/** What the client makes of a refusal: Langbase's own members, whatever has been refused. */
function failure(name: string, status: number, code: string) {
  return {
    name,
    status,
    code,
    message: expect.stringMatching(new RegExp(`^${status} \\S`)),
    error: {
      code,
      status,
      message: expect.stringMatching(/\S/),
      docs: `https://langbase.com/docs/api-reference/errors/${code.toLowerCase()}`,
    },
  };
}

describe("the errors of Langbase's client", () => {
  it('are a BadRequestError that says what is wrong', async () => {
    await using server = await startServer();
    const { threads, pipes } = connectLangbase(server.url);
    const { id } = await threads.create({});
    const empty = await failureOf(threads.append({ threadId: id, messages: [] }));
    expect(empty).toEqual(failure('BadRequestError', 400, 'BAD_REQUEST'));
    expect(empty.message).toMatch(/^400 Invalid request body HINT: Validation error: /);
    const body = { threadId: id, messages: [{ content: 'x' }] };
    const noRole = await failureOf(Reflect.apply(threads.append, threads, [body]));
    expect(noRole).toEqual(failure('BadRequestError', 400, 'BAD_REQUEST'));
    expect(noRole.message).toContain('role');
    const nothing = await failureOf(pipes.run({ name: 'any', messages: [] }));
    expect(nothing).toEqual(failure('BadRequestError', 400, 'BAD_REQUEST'));
  });

  it('are an AuthenticationError for a wrong key and for none', async () => {
    await using server = await startServer({ apiKey: ['right-key'] });
    for (const key of ['wrong-key', '']) {
      const { threads } = connectLangbase(server.url, key);
      expect(await failureOf(threads.create({}))).toEqual(
        failure('AuthenticationError', 401, 'UNAUTHORIZED'),
      );
    }
    expect((await connectLangbase(server.url, 'right-key').threads.create({})).object).toBe('thread');
  });

  it('are a PermissionDeniedError where there is no room left', async () => {
    await using server = await startServer({ storage: { maxThreads: 1 } });
    const { threads } = connectLangbase(server.url);
    await threads.create({});
    expect(await failureOf(threads.create({}))).toEqual(
      failure('PermissionDeniedError', 403, 'USAGE_EXCEEDED'),
    );
  });

  it('are a NotFoundError for threads and routes that are not there', async () => {
    await using server = await startServer();
    const { threads } = connectLangbase(server.url);
    const notFound = failure('NotFoundError', 404, 'NOT_FOUND');
    expect(await failureOf(threads.get({ threadId: 'nobody' }))).toEqual(notFound);
    expect(await failureOf(threads.append({ threadId: 'nobody', messages }))).toEqual(notFound);
    expect(await failureOf(threads.update({ threadId: 'nobody', metadata: {} }))).toEqual(notFound);
    // The client writes ids into paths as they are.
    expect(await failureOf(threads.get({ threadId: 'a/b/c' }))).toEqual(notFound);
  });

  it('are a NotFoundError for a run that goes on with a thread which a strict server does not have', async () => {
    await using server = await startServer({ strict: true });
    const { pipes, threads } = connectLangbase(server.url);
    await pipes.create({ name: 'known' });
    const asked = { name: 'known', messages, threadId: 'nobody' };
    const notFound = failure('NotFoundError', 404, 'NOT_FOUND');
    expect(await failureOf(pipes.run(asked))).toEqual(notFound);
    expect(await failureOf(pipes.run({ ...asked, stream: true }))).toEqual(notFound);
    await threads.create({ threadId: 'nobody' });
    expect((await pipes.run(asked)).threadId).toBe('nobody');
  });

  it('are a ConflictError for an id that is taken', async () => {
    await using server = await startServer();
    const { threads } = connectLangbase(server.url);
    await threads.create({ threadId: 'mine' });
    expect(await failureOf(threads.create({ threadId: 'mine' }))).toEqual(
      failure('ConflictError', 409, 'CONFLICT'),
    );
  });

  it('are an InternalServerError for a storage that fails, for a bug and for too much to do', async () => {
    const serverError = failure('InternalServerError', 500, 'INTERNAL_SERVER_ERROR');
    const broken = makeStore(createClock());
    const fail = () => Promise.reject(storageFailed('The disk is full.'));
    await using full = await openLangbaseServer({
      store: { ...broken, threads: { ...broken.threads, create: fail } },
    });
    const refused = await failureOf(connectLangbase(full.url).threads.create({}));
    expect(refused).toEqual(serverError);
    expect(refused.message).toContain('The disk is full.');
    const engine = createTold(() => {
      throw new Error('secret');
    });
    await using buggy = await openLangbaseServer({ engine });
    const crashed = await failureOf(connectLangbase(buggy.url).pipes.run({ name: 'any', messages }));
    expect(crashed).toEqual(serverError);
    expect(crashed.message).toBe('500 Something unexpected happened.');
    await using busy = await openLangbaseServer({ limits: { maxStreams: 0 } });
    expect(await failureOf(connectLangbase(busy.url).pipes.run({ name: 'any', messages }))).toEqual(
      failure('InternalServerError', 503, 'INTERNAL_SERVER_ERROR'),
    );
  });

  it('are an APIConnectionError where nobody listens', async () => {
    const server = await startServer();
    await server.close();
    expect(await failureOf(connectLangbase(server.url).threads.create({}))).toMatchObject({
      name: 'APIConnectionError',
      message: 'Connection error.',
    });
  });
});

describe('a stream that breaks off', () => {
  const engine = createTold(async function* () {
    yield* Array.from({ length: 40 }, () => ' word');
    throw new Error('secret');
  });

  it("is told by the parser of Langbase's client", async () => {
    await using server = await openLangbaseServer({ engine });
    const { stream } = await connectLangbase(server.url).pipes.run({ name: 'any', messages, stream: true });
    const runner = getRunner(stream);
    const { name, message } = await failureOf(runner.finalChatCompletion());
    expect({ name, message }).toEqual({
      name: expect.stringMatching(/Error$/),
      message: expect.stringContaining('Something unexpected happened.'),
    });
  });

  it("is told by the parser of OpenAI's client, which handleResponseStream uses", async () => {
    await using server = await openLangbaseServer({ engine });
    const response = await fetch(`${server.url}/v1/pipes/run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messages, stream: true }),
    });
    const { stream } = handleResponseStream({ response });
    const { message } = await failureOf(new Response(stream).text());
    expect(message).toContain('Something unexpected happened.');
  });

  it('keeps what was said in its thread', async () => {
    await using server = await openLangbaseServer({ engine });
    const client = connectLangbase(server.url);
    const { stream, threadId } = await client.pipes.run({ name: 'any', messages, stream: true });
    await failureOf(getRunner(stream).finalChatCompletion());
    const listed = await client.threads.messages.list({ threadId: threadId ?? '' });
    expect(listed.map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect(listed[1]?.content).toMatch(/^ word/);
  });

  it('does so at its end where the turn cannot be kept, and a whole answer is refused', async () => {
    const store = makeStore(createClock());
    const append = () => Promise.reject(storageFailed('The disk is full.'));
    await using server = await openLangbaseServer({
      store: { ...store, threads: { ...store.threads, append } },
    });
    const { pipes } = connectLangbase(server.url);
    const { stream } = await pipes.run({ name: 'any', messages, stream: true });
    const { message } = await failureOf(getRunner(stream).finalChatCompletion());
    expect(message).toContain('The disk is full.');
    const refused = await failureOf(pipes.run({ name: 'any', messages }));
    expect(refused).toEqual(failure('InternalServerError', 500, 'INTERNAL_SERVER_ERROR'));
  });
});
