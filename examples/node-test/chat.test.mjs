import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from 'understudy';

const body = JSON.stringify({
  model: 'gpt-4o-mini',
  messages: [{ role: 'user', content: 'Hello!' }],
  stream: true,
});
const headers = { 'content-type': 'application/json' };

await test('the stream ends with [DONE]', async () => {
  await using server = await startServer();
  const response = await fetch(`${server.baseURL}/chat/completions`, { method: 'POST', headers, body });
  assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
  assert.match(await response.text(), /data: \[DONE\]\n\n$/);
});

await test('a hang-up reaches the server', async () => {
  await using server = await startServer({ ttft: 60_000 });
  const hangUp = new AbortController();
  const url = `${server.baseURL}/chat/completions`;
  await fetch(url, { method: 'POST', headers, body, signal: hangUp.signal });
  hangUp.abort();
  // The record of a request grows while it runs: `failure` is there once it has ended badly.
  while (server.requests[0]?.failure === undefined) await new Promise(setImmediate);
  assert.equal(server.requests[0].failure, 'aborted');
});

await test('a wrong key is refused as OpenAI refuses it', async () => {
  await using server = await startServer({ apiKey: ['the-right-key'] });
  const response = await fetch(`${server.baseURL}/models`, {
    headers: { authorization: 'Bearer the-wrong-key' },
  });
  assert.equal(response.status, 401);
  assert.equal((await response.json()).error.code, 'invalid_api_key');
});
