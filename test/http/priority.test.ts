import { describe, expect, it } from 'vitest';
import type { GenerationRequest } from '../../src/core/generation.ts';
import { createTold } from '../support/make-generate.ts';
import { openTestServer, saying } from '../support/open-test-server.ts';

const chat = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hello!' }] };

async function ask(headers: Readonly<Record<string, string>>, more: object = {}) {
  const heard: GenerationRequest[] = [];
  const engine = createTold(({ request }) => {
    heard.push(request);
    return [saying];
  });
  await using server = await openTestServer({ engine });
  const response = await fetch(`${server.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...chat, ...more }),
  });
  return { status: response.status, body: await response.json(), priority: heard[0]?.priority };
}

describe('the priority of an answer', () => {
  it.each([
    [{}, {}, undefined],
    [{ 'x-understudy-priority': '7' }, {}, 7],
    [{ 'x-understudy-priority': '-1000' }, {}, -1000],
    [{ 'x-understudy-priority': '0' }, { service_tier: 'priority' }, 0],
    [{}, { service_tier: 'priority' }, -10],
    [{}, { service_tier: 'flex' }, 10],
  ])('is what %j and %j ask for', async (headers, more, priority) => {
    expect(await ask(headers, more)).toMatchObject({ status: 200, priority });
  });

  it.each(['', '1001', '1.5', 'soon', '1e2', '0x10'])('is refused as %j', async (value) => {
    const { status, body } = await ask({ 'x-understudy-priority': value });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { param: 'x-understudy-priority', code: 'invalid_value' } });
  });
});
