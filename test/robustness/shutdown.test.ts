import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { startServer } from '../../src/index.ts';
import { openSocket } from './raw-client.ts';

const halfARequest =
  'POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"model":';

describe('closing a server', () => {
  it('does not wait for a connection on which nothing was asked', async () => {
    const server = await startServer({ engine: 'samples', shutdownGrace: 3600 });
    const socket = await openSocket(server);
    const closed = once(socket, 'close');
    // A request that is answered: by then the server has accepted the connection before it.
    await (await fetch(`${server.url}/health`)).text();
    await server.close();
    expect(await closed).toBeDefined();
  });

  it('does not wait for the rest of a request for longer than the grace', async () => {
    const server = await startServer({ engine: 'samples', shutdownGrace: 0 });
    const socket = await openSocket(server);
    const closed = once(socket, 'close');
    socket.write(halfARequest);
    await (await fetch(`${server.url}/health`)).text();
    await server.close();
    expect(await closed).toBeDefined();
  });

  it('ends streams that outlast the grace with an error that clients understand', async () => {
    const server = await startServer({ engine: 'samples', shutdownGrace: 0 });
    const reply = await fetch(`${server.baseURL}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-understudy-ttft': '300000' },
      body: '{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hello!"}],"stream":true}',
    });
    await server.close();
    const events = (await reply.text()).trimEnd().split('\n\n');
    expect(JSON.parse(events.at(-1)?.slice('data: '.length) ?? '')).toMatchObject({
      error: { code: 'shutting_down' },
    });
  });

  it('lets a stream finish within the grace', async () => {
    const server = await startServer({ engine: 'samples', shutdownGrace: 3600 });
    const reply = await fetch(`${server.baseURL}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-understudy-ttft': '200' },
      body: '{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hello!"}],"stream":true,"max_tokens":20}',
    });
    const closed = server.close();
    expect(await reply.text()).toContain('data: [DONE]');
    await closed;
  });
});
