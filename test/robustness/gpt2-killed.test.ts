import { expect, it } from 'vitest';
import { createGpt2, gpt2Options } from '../../src/engines/gpt2.ts';
import { makeModel } from '../engines/gpt2/make-model.ts';
import { instant } from '../support/make-generate.ts';
import { openTestServer } from '../support/open-test-server.ts';
import { chatRequest, connectRaw } from '../support/raw-client.ts';

const body = {
  model: 'gpt-4o-mini',
  messages: [{ role: 'user', content: 'Hi' }],
  stream: true,
  max_tokens: 900,
};

it('tells every client of the death of the model, and answers the next one with a new one', async () => {
  // Room for far more tokens than are computed before the first one has arrived.
  const place = await makeModel({ positions: 1024 });
  const engine = createGpt2(gpt2Options.parse({ model: place.folder, native: 'off', slots: 4 }));
  await using server = await openTestServer({ engine, pacer: instant });
  await engine.warm();
  const pid = engine.pid();
  expect(pid).toBeDefined();
  const clients = await Promise.all(Array.from({ length: 4 }, () => connectRaw(server.port)));
  for (const client of clients) client.send(chatRequest(body));
  await Promise.all(clients.map((client) => client.until('"content":"')));
  process.kill(pid ?? 0, 'SIGKILL');
  const answers = await Promise.all(clients.map((client) => client.answer()));
  const broken = answers.filter(({ body: text }) => !text.endsWith('data: [DONE]\n\n'));
  expect(broken.length).toBeGreaterThan(0);
  for (const { body: text } of broken) {
    const last = text.trimEnd().split('\n\n').at(-1)?.slice('data: '.length) ?? '';
    expect(JSON.parse(last)).toMatchObject({ error: { type: 'server_error', code: 'engine_failed' } });
  }
  using next = await connectRaw(server.port);
  next.send(chatRequest({ ...body, stream: false, max_tokens: 2 }));
  expect((await next.answer()).status).toBe(200);
  expect(engine.pid()).not.toBe(pid);
  for (const client of clients) client[Symbol.dispose]();
  await engine.close();
  await place.remove();
});
