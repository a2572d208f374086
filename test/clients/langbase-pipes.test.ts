import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { createTold } from '../support/make-generate.ts';
import { connectLangbase, failureOf, openLangbaseServer } from '../support/make-langbase.ts';

describe("Langbase's client, keeping pipes", () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('makes one and changes it', async () => {
    const { pipes } = connectLangbase(server.url);
    const made = await pipes.create({ name: 'summary', description: 'Sums up', status: 'private' });
    expect(made).toEqual({
      name: 'summary',
      description: 'Sums up',
      status: 'private',
      owner_login: expect.stringMatching(/\S/),
      url: expect.stringMatching(/^https:\/\/langbase\.com\/.+\/summary$/),
      type: expect.stringMatching(/^(?:chat|generate|run)$/),
      api_key: expect.stringMatching(/^pipe_\S{20,}$/),
    });
    const changed = await pipes.update({ name: 'summary', temperature: 0.2, description: 'Short' });
    expect(changed).toEqual({ ...made, description: 'Short' });
    const listed = (await pipes.list()).find(({ name }) => name === 'summary');
    expect(listed).toMatchObject({ description: 'Short', status: 'private', temperature: 0.2 });
  });

  it('lists them with all that they are, defaults included', async () => {
    const { pipes } = connectLangbase(server.url);
    const messages = [{ role: 'system' as const, content: 'Be brief.' }];
    await pipes.create({ name: 'brief', messages, max_tokens: 50, variables: { topic: 'tea' } });
    const listed = (await pipes.list()).find(({ name }) => name === 'brief');
    expect(listed).toEqual({
      name: 'brief',
      description: '',
      status: 'public',
      owner_login: expect.any(String),
      url: expect.any(String),
      model: 'openai:gpt-4o-mini',
      stream: true,
      json: false,
      store: true,
      moderate: false,
      top_p: 1,
      max_tokens: 50,
      temperature: 0.7,
      presence_penalty: 1,
      frequency_penalty: 1,
      stop: [],
      tool_choice: 'auto',
      parallel_tool_calls: true,
      messages,
      variables: { topic: 'tea' },
      tools: [],
      memory: [],
    });
  });

  it('is refused a name that is taken, unless it says that it means it', async () => {
    const { pipes } = connectLangbase(server.url);
    const made = await pipes.create({ name: 'twice', description: 'First' });
    expect(await failureOf(pipes.create({ name: 'twice' }))).toMatchObject({
      name: 'ConflictError',
      status: 409,
      code: 'CONFLICT',
    });
    const again = await pipes.create({ name: 'twice', description: 'Second', upsert: true });
    expect(again).toEqual({ ...made, description: 'Second' });
    expect((await pipes.list()).filter(({ name }) => name === 'twice')).toHaveLength(1);
  });

  it('is told where there is none to change', async () => {
    const { pipes } = connectLangbase(server.url);
    expect(await failureOf(pipes.update({ name: 'nobody', temperature: 1 }))).toMatchObject({
      name: 'NotFoundError',
      status: 404,
      code: 'NOT_FOUND',
    });
  });

  it('answers to the pipe of the old name too', async () => {
    const { pipe } = connectLangbase(server.url);
    await pipe.create({ name: 'old' });
    expect((await pipe.list()).map(({ name }) => name)).toContain('old');
    expect((await pipe.run({ name: 'old', messages: [{ role: 'user', content: 'Hi' }] })).completion).toMatch(
      /\S/,
    );
  });

  it('shows a pipe key wherever it would show its own', async () => {
    await using guarded = await startServer({ apiKey: ['user-key'] });
    const client = connectLangbase(guarded.url);
    const { api_key: apiKey } = await client.pipes.create({ name: 'mine' });
    const stranger = connectLangbase(guarded.url, 'somebody-else');
    expect(await failureOf(stranger.threads.create({}))).toMatchObject({
      name: 'AuthenticationError',
      status: 401,
      code: 'UNAUTHORIZED',
    });
    const messages = [{ role: 'user' as const, content: 'Hi' }];
    expect((await stranger.pipes.run({ apiKey, messages })).completion).toMatch(/\S/);
    // From now on the client shows the key of the pipe in all it does.
    expect((await stranger.threads.create({})).object).toBe('thread');
    expect((await stranger.pipes.list()).map(({ name }) => name)).toEqual(['mine']);
  });
});

// An engine that says what it was asked, so that the prompt shows.
const echo = createTold(({ request }) => [
  JSON.stringify(request.messages.map(({ role, content }) => `${role}: ${content}`)),
]);

describe("a pipe that Langbase's client runs", () => {
  const user = (content: string) => [{ role: 'user' as const, content }];

  it('puts its own messages first and fills in variables, those of the run before its own', async () => {
    await using server = await openLangbaseServer({ engine: echo });
    const { pipes } = connectLangbase(server.url);
    await pipes.create({
      name: 'writer',
      messages: [{ role: 'system', content: 'Write about {{topic}} in {{ style }}, {{unknown}}.' }],
      variables: [
        { name: 'topic', value: 'tea' },
        { name: 'style', value: 'prose' },
      ],
    });
    const said = async (run: Promise<{ completion: string }>) =>
      JSON.parse((await run).completion) as unknown;
    const messages = user('As long as {{length}}, {{topic}}!');
    const list = [
      { name: 'length', value: 'possible' },
      { name: 'style', value: 'verse' },
    ];
    const filled = ['system: Write about tea in verse, {{unknown}}.', 'user: As long as possible, tea!'];
    expect(await said(pipes.run({ name: 'writer', messages, variables: list }))).toEqual(filled);
    const record = { length: 'possible', style: 'verse' };
    const reply = await fetch(`${server.url}/v1/pipes/run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'writer', messages, variables: record }),
    });
    expect(JSON.parse(JSON.parse(await reply.text()).completion)).toEqual(filled);
    expect(await said(pipes.run({ name: 'writer', variables: list }))).toEqual([filled[0]]);
  });

  it('is found by its key as by its name', async () => {
    await using server = await openLangbaseServer({ engine: echo });
    const made = await connectLangbase(server.url).pipes.create({
      name: 'keyed',
      messages: [{ role: 'system', content: 'I am keyed.' }],
    });
    const byKey = await connectLangbase(server.url, '').pipes.run({
      apiKey: made.api_key,
      messages: user('Who are you?'),
    });
    expect(JSON.parse(byKey.completion)).toEqual(['system: I am keyed.', 'user: Who are you?']);
  });

  it('answers as the model that it names, within its tokens', async () => {
    await using server = await openLangbaseServer({
      engine: createTold(() => ['one two three four five six']),
    });
    const { pipes } = connectLangbase(server.url);
    await pipes.create({ name: 'short', model: 'openai:gpt-4.1', max_tokens: 3 });
    const run = await pipes.run({ name: 'short', messages: user('Count!') });
    expect(run.model).toBe('gpt-4.1');
    expect(run.usage.completion_tokens).toBe(3);
    expect(run.choices[0]?.finish_reason).toBe('length');
  });

  it('is refused by a strict server where nobody knows it', async () => {
    await using server = await openLangbaseServer({ strict: true });
    const { pipes } = connectLangbase(server.url);
    expect(await failureOf(pipes.run({ name: 'nobody', messages: user('Hi') }))).toMatchObject({
      name: 'NotFoundError',
      status: 404,
    });
  });
});
