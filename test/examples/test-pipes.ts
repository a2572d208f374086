import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { uuid } from '../support/make-langbase.ts';
import { openBrowser } from '../support/open-browser.ts';
import { pipesChunks, pipesCurls, pipesPage } from './pipes-texts.ts';
import { run } from './run-example.ts';

/** Tests what a document of pipes and threads tells people to type; the server has the chunk delay given, in seconds. */
export function testPipes(place: (text: string) => string, chunkDelay: number): void {
  async function type(command: string): Promise<string> {
    const { code, output } = await run(['sh', '-c', place(command)], undefined);
    expect(code).toBe(0);
    return output;
  }

  it('streams chunks in the form that is shown', async () => {
    const events = (await type(pipesCurls.stream)).split('\n\n');
    expect(events.slice(-2)).toEqual(['data: [DONE]', '']);
    // A first chunk more tells the role, which the SDKs need.
    const [first, ...chunks] = events.slice(0, -2);
    expect(first).toContain('"delta":{"role":"assistant","content":""}');
    const pieces = chunks.slice(0, -1);
    for (const piece of pieces) expect(piece).toMatch(pipesChunks.piece);
    expect(chunks.at(-1)).toMatch(pipesChunks.end);
    expect(pieces.length).toBeGreaterThanOrEqual(5);
    expect(pieces.length).toBeLessThanOrEqual(10);
  });

  it('streams with the headers that are named', async () => {
    const [head = ''] = (await type(pipesCurls.stream.replace('curl', 'curl -i'))).split('\r\n\r\n');
    const headers = new Headers(
      head
        .split('\r\n')
        .slice(1)
        .map((line): [string, string] => [
          line.slice(0, line.indexOf(':')),
          line.slice(line.indexOf(':') + 1),
        ]),
    );
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    expect(headers.get('content-type')).toBe('text/event-stream');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('connection')).toBe('keep-alive');
    expect(headers.get('lb-thread-id')).toMatch(uuid);
  });

  it('sends each chunk after its delay', async () => {
    const began = performance.now();
    const response = await fetch(place('http://127.0.0.1:8000/v1/pipes/run'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messages: [{ role: 'user', content: 'Hello!' }], stream: true }),
    });
    const reads: string[] = [];
    const text = response.body?.pipeThrough(new TextDecoderStream());
    for await (const read of text ?? []) reads.push(read);
    const pieces = reads
      .join('')
      .split('\n\n')
      .filter((event) => pipesChunks.piece.test(event)).length;
    expect(pieces).toBeGreaterThanOrEqual(5);
    expect(performance.now() - began).toBeGreaterThan((pieces - 1) * chunkDelay * 1000 - 20);
    expect(reads.length).toBeGreaterThan(3);
  });

  it('answers as a whole', async () => {
    const body: unknown = JSON.parse(await type(pipesCurls.whole));
    expect(body).toEqual({
      completion: expect.stringMatching(/\S/),
      raw: {
        id: expect.stringMatching(/^chatcmpl-/),
        object: 'chat.completion',
        created: expect.any(Number),
        model: 'gpt-4o-mini',
        choices: [
          {
            index: 0,
            message: { role: 'assistant', content: Reflect.get(Object(body), 'completion') },
            logprobs: null,
            finish_reason: 'stop',
          },
        ],
        usage: {
          prompt_tokens: expect.any(Number),
          completion_tokens: expect.any(Number),
          total_tokens: expect.any(Number),
        },
        system_fingerprint: expect.stringMatching(/^fp_/),
      },
    });
  });

  it('keeps threads, in the order of the document', async () => {
    const thread = { object: 'thread', created_at: expect.any(Number) };
    expect(JSON.parse(await type(pipesCurls.create))).toEqual({
      ...thread,
      id: expect.stringMatching(uuid),
      metadata: { userId: 'user123', topic: 'support' },
    });
    expect(JSON.parse(await type(pipesCurls.createCustom))).toEqual({
      ...thread,
      id: 'custom-thread-123',
      metadata: { department: 'billing' },
    });
    const added: unknown = JSON.parse(await type(pipesCurls.append));
    const message = (role: string, content: string) => ({
      id: expect.stringMatching(/^msg_/),
      thread_id: 'custom-thread-123',
      created_at: expect.any(Number),
      role,
      content,
      tool_call_id: null,
      tool_calls: [],
      name: null,
      attachments: [],
      metadata: {},
    });
    expect(added).toEqual([
      message('user', 'Can you help me with billing?'),
      message('assistant', 'Sure! I can help with billing questions.'),
    ]);
    expect(JSON.parse(await type(pipesCurls.list))).toEqual(added);
  });

  it.each(['/', '/health'])('tells that it lives at %s', async (path) => {
    const response = await fetch(place(`http://127.0.0.1:8000${path}`));
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/ok|healthy|running|ready|alive/i);
  });

  it('runs the client of a page in Chromium, which reads the id of its thread', async () => {
    const pages = createServer((_request, response) => response.end('<!doctype html><title>A page</title>'));
    pages.listen(0, '127.0.0.1');
    await once(pages, 'listening');
    const address = pages.address();
    await using browser = await openBrowser();
    const page = await browser.newPage();
    const printed: Promise<unknown[]>[] = [];
    page.on('console', (message) => {
      printed.push(Promise.all(message.args().map((value) => value.jsonValue())));
    });
    await page.goto(
      `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}/`,
    );
    const id = await page.evaluate(
      `(async () => { ${place(pipesPage)}; return response.headers.get('lb-thread-id'); })()`,
    );
    expect(id).toMatch(uuid);
    const lines = await Promise.all(printed);
    expect(lines.at(-1)).toEqual(['Stream finished']);
    const chunks = lines.slice(0, -1);
    expect(chunks.length).toBeGreaterThanOrEqual(7);
    for (const [word, chunk] of chunks) {
      expect([word, chunk]).toMatchObject(['Chunk:', { object: 'chat.completion.chunk' }]);
    }
    expect(chunks.at(-1)).toMatchObject(['Chunk:', { choices: [{ finish_reason: 'stop' }] }]);
    pages.close();
    pages.closeAllConnections();
  });
}
