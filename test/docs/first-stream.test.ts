import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { run } from '../examples/run-example.ts';
import { openBrowser } from '../support/open-browser.ts';
import { readPage, root } from './pages.ts';

const page = readPage('docs/first-stream.md');

describe('what the page of the first stream tells people to type', { timeout: 120_000 }, () => {
  let server: StartedServer;
  let folder: string;

  beforeAll(async () => {
    server = await startServer({ ttft: 20, tokensPerSecond: 2000 });
    folder = mkdtempSync(join(tmpdir(), 'understudy-first-stream-'));
    symlinkSync(join(root, 'test/node_modules'), join(folder, 'node_modules'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await server.close();
  });

  function place(text: string): string {
    return text.replaceAll('http://127.0.0.1:8080', server.url);
  }

  function read(language: string): readonly string[] {
    return page.blocks.filter((block) => block.language === language).map(({ text }) => place(text));
  }

  it('streams to curl, as chunks and as events', async () => {
    const [chat = '', completion = ''] = read('sh');
    const chatted = await run(['sh', '-c', chat], undefined);
    expect(chatted.output).toMatch(/^data: \{[^]*"content":"[^]+\n\ndata: \[DONE\]\n\n$/);
    const completed = await run(['sh', '-c', completion], undefined);
    expect(completed.output).toMatch(/^id: 0\ndata: [^]+\n\nid: done\nevent: done\ndata: \[DONE\]\n\n$/);
  });

  it("streams to OpenAI's client for Python", async () => {
    const file = join(folder, 'first.py');
    writeFileSync(file, read('python').join('\n'));
    const python = join(root, 'node_modules/.cache/understudy-python/bin/python');
    const { code, output, errors } = await run([python, file], undefined);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output.length).toBeGreaterThan(20);
  });

  it("streams to OpenAI's client for Node", async () => {
    const file = join(folder, 'first.mts');
    writeFileSync(file, read('ts').join('\n'));
    const { code, output, errors } = await run([process.execPath, file], undefined);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output.length).toBeGreaterThan(20);
  });

  it('streams to a browser: in its address bar, and in its console', async () => {
    await using browser = await openBrowser();
    const tab = await browser.newPage();
    const [text = '', health = ''] = [...page.prose.matchAll(/<(http:[^>]+)>/g)].map(([, address = '']) =>
      place(address),
    );
    // A model computes the text: on a busy machine that takes its time.
    await tab.goto(text, { timeout: 90_000 });
    expect((await tab.textContent('body'))?.length).toBeGreaterThan(100);
    const printed: string[] = [];
    // The browser itself complains of the icon that the page does not have.
    tab.on('console', (message) => void (message.type() === 'log' && printed.push(message.text())));
    await tab.goto(health);
    await tab.evaluate(`(async () => { ${read('js').join('\n')} })()`);
    expect(printed.join('')).toMatch(/^data: \{[^]+data: \[DONE\]\n\n$/);
  });
});
