import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../src/index.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const body = '{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hello!"}],"stream":true}';

function findBrowser(): string {
  const search = names.map((name) => `command -v ${name}`).join(' || ');
  return execFileSync('sh', ['-c', search], { encoding: 'utf8' }).trim();
}

/** Reads a stream in the page: what each read held, in order. */
async function readStream(page: Page, url: string, sent: string): Promise<readonly string[]> {
  return page.evaluate(
    async ([address, text]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${address}/v1/chat/completions`, { method: 'POST', headers, body: text });
      if (response.body === null || response.headers.get('x-request-id') === null) return ['unreadable'];
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      const reads: string[] = [];
      for (let read = await reader.read(); !read.done; read = await reader.read()) reads.push(read.value);
      return reads;
    },
    [url, sent] as const,
  );
}

/** How a request fares in the page, with a content type that needs no preflight or with one that does. */
async function fare(page: Page, url: string, sent: string, type: string): Promise<string> {
  return page.evaluate(
    async ([address, text, contentType]) => {
      const headers = { 'content-type': contentType };
      try {
        const response = await fetch(address, { method: 'POST', headers, body: text });
        return String(response.status);
      } catch (error) {
        return error instanceof Error ? error.name : 'unknown';
      }
    },
    [`${url}/v1/chat/completions`, sent, type] as const,
  );
}

// Pages of this machine, and pages of a stranger whose name leads to this machine.
describe('a page in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser;
  let pages: Server;
  let port: number;

  beforeAll(async () => {
    pages = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>A page</title>');
    });
    pages.listen(0, '127.0.0.1');
    await once(pages, 'listening');
    const address = pages.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
    browser = await chromium.launch({
      executablePath: findBrowser(),
      args: ['--no-sandbox', '--host-resolver-rules=MAP example.test 127.0.0.1'],
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    pages.close();
    pages.closeAllConnections();
  });

  async function visit(url: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(url);
    return page;
  }

  it('of another port of this machine reads a stream piece by piece', async () => {
    await using server = await startServer({ ttft: 100, tokensPerSecond: 20 });
    const page = await visit(`http://localhost:${port}/`);
    const reads = await readStream(page, server.url, body);
    expect(reads.length).toBeGreaterThan(3);
    expect(reads.join('')).toMatch(/^data: \{[^]+\n\ndata: \[DONE\]\n\n$/);
    expect(reads[0]).not.toContain('[DONE]');
    await page.close();
  });

  it('of a stranger is refused, with a preflight and without', async () => {
    await using server = await startServer();
    const page = await visit(`http://example.test:${port}/`);
    expect(await fare(page, server.url, body, 'application/json')).toBe('TypeError');
    expect(await fare(page, server.url, body, 'text/plain')).toBe('TypeError');
    // The preflight stopped the first one; the second one reached the server, which did not answer it.
    expect(server.requests.map(({ method, status }) => `${method} ${status}`)).toEqual([
      'OPTIONS 403',
      'POST 403',
    ]);
    await page.close();
  });

  it('of a stranger is answered once its origin is allowed', async () => {
    await using server = await startServer({ corsOrigin: [`http://example.test:${port}`] });
    const page = await visit(`http://example.test:${port}/`);
    expect(await fare(page, server.url, body, 'application/json')).toBe('200');
    await page.close();
  });

  it("that reaches the server by a stranger's name is refused", async () => {
    await using server = await startServer();
    const page = await browser.newPage();
    const response = await page.goto(`${server.url.replace('127.0.0.1', 'example.test')}/docs`);
    expect(response?.status()).toBe(403);
    await page.close();
  });

  it('that hangs up when it is closed ends its stream', async () => {
    await using server = await startServer({ ttft: 300_000 });
    const page = await visit(`http://localhost:${port}/`);
    const reading = readStream(page, server.url, body).catch(() => 'closed');
    await expect.poll(() => server.requests.some(({ method }) => method === 'POST')).toBe(true);
    await page.close();
    expect(await reading).toBe('closed');
    await expect.poll(() => server.requests.find(({ method }) => method === 'POST')?.failure).toBe('aborted');
  });
});
