import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openaiError } from '../../src/dialects/openai-error.ts';
import { createPlayground } from '../../src/http/playground.ts';
import { type StartedServer, startServer } from '../../src/index.ts';
import { openTestServer } from '../support/open-test-server.ts';

const built = fileURLToPath(new URL('../../dist-playground/', import.meta.url));
const names = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));

/** The status of a path that is sent as it stands: fetch would clean it. */
async function statusOf(url: string, path: string, headers: Record<string, string> = {}): Promise<number> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('/playground', () => {
  let server: StartedServer;
  let page: Response;

  beforeAll(async () => {
    server = await startServer();
    page = await fetch(`${server.url}/playground`);
  });
  afterAll(() => server.close());

  it('is a page that may load its own files and nothing else', () => {
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('names only files that are served, and has nothing inline', async () => {
    const html = await (await fetch(`${server.url}/playground`)).text();
    const linked = [...html.matchAll(/(?:src|href)="(\/playground\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(linked.length).toBe(3);
    for (const path of linked) expect((await fetch(server.url + path)).status).toBe(200);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    expect(html).not.toMatch(/https?:\/\//);
  });

  it('serves each built file with its type, forever where its name holds a hash', async () => {
    const types: Record<string, string> = {
      js: 'text/javascript; charset=utf-8',
      css: 'text/css; charset=utf-8',
      svg: 'image/svg+xml',
      html: 'text/html; charset=utf-8',
    };
    for (const name of names) {
      const answer = await fetch(`${server.url}/playground/${name}`);
      expect(answer.headers.get('content-type')).toBe(types[name.split('.').at(-1) ?? '']);
      expect(answer.headers.get('cache-control')).toBe(
        name.startsWith('assets') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      expect(await answer.text()).toBe(readFileSync(join(built, name), 'utf8'));
    }
  });

  it('tells whoever has the page already that it is the same', async () => {
    const etag = page.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    for (const known of [etag, `"other", W/${etag}`]) {
      const again = await fetch(`${server.url}/playground`, { headers: { 'if-none-match': known } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('etag')).toBe(etag);
    }
    const other = await fetch(`${server.url}/playground`, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  });

  it('answers HEAD, and its address with a slash at the end', async () => {
    const head = await fetch(`${server.url}/playground`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await fetch(`${server.url}/playground/`)).headers.get('etag')).toBe(page.headers.get('etag'));
  });

  it.each([
    '/playground/nothing.js',
    '/playground/../package.json',
    '/playground/%2e%2e/package.json',
    '/playground/..%2fpackage.json',
    '/playground/..%5cpackage.json',
    '/playground/assets/../../package.json',
    '/playground//etc/passwd',
    '/playground/assets',
    '/playground/index.html%00.js',
    '/playground/__proto__',
    '/playground/constructor',
  ])('has nothing at %s', async (path) => {
    expect(await statusOf(server.url, path)).toBe(404);
  });

  it('takes no other method', async () => {
    expect((await fetch(`${server.url}/playground`, { method: 'POST' })).status).toBe(405);
  });

  it('is refused to a foreign host name', async () => {
    expect(await statusOf(server.url, '/playground', { host: 'elsewhere.example' })).toBe(403);
  });

  it('needs no key, and gives nothing that needs one', async () => {
    await using keyed = await startServer({ apiKey: ['key-one'] });
    expect((await fetch(`${keyed.url}/playground`)).status).toBe(200);
    expect((await fetch(`${keyed.url}/v1/models`)).status).toBe(401);
    expect((await fetch(`${keyed.url}/playground/nothing.js`)).status).toBe(404);
  });

  it('is no part of the API', async () => {
    const document = await (await fetch(`${server.url}/openapi.json`)).text();
    expect(document).not.toContain('"/playground');
  });

  it('is not there where only words are spoken', async () => {
    await using words = await startServer({ preset: 'wordstream' });
    expect((await fetch(`${words.url}/playground`)).status).toBe(404);
  });
});

describe('the build of the playground', () => {
  it('is less than 100 kB in all, compressed', () => {
    const sizes = names.map((name) => gzipSync(readFileSync(join(built, name))).length);
    expect(names.length).toBeGreaterThan(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
  });

  it('names no other host but that of XML, and one in an error that marked may tell', () => {
    const texts = names.map((name) => readFileSync(join(built, name), 'utf8')).join('\n');
    const hosts = [...texts.matchAll(/https?:\/\/([\w.-]+)/g)];
    expect([...new Set(hosts.map(([, host]) => host))].filter((host) => host !== 'www.w3.org')).toEqual([
      'github.com',
    ]);
  });

  it('may be missing: the page tells how to build it, and is there once that is done', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'understudy-playground-'));
    await using server = await openTestServer({
      dialect: createPlayground({ folder: join(folder, 'built'), error: openaiError }),
    });
    const missing = await fetch(`${server.url}/playground`);
    expect(missing.status).toBe(503);
    expect(await missing.text()).toContain('npm run build:playground');
    expect((await fetch(`${server.url}/playground/assets/index.js`)).status).toBe(404);
    mkdirSync(join(folder, 'built'));
    writeFileSync(join(folder, 'built', 'index.html'), '<!doctype html><title>Built</title>');
    expect(await (await fetch(`${server.url}/playground`)).text()).toContain('Built');
    rmSync(folder, { recursive: true });
  });

  it('is left out in one line where vite is not installed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'understudy-playground-'));
    mkdirSync(join(folder, 'playground'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    copyFileSync(
      fileURLToPath(new URL('../../playground/build.ts', import.meta.url)),
      join(folder, 'playground/build.ts'),
    );
    const told = execFileSync('sh', ['-c', `"${process.execPath}" playground/build.ts 2>&1`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(told).toBe(
      'The playground is not built: vite is not installed (npm ci without --omit=dev gets it).\n',
    );
    expect(readdirSync(folder).sort()).toEqual(['package.json', 'playground']);
    rmSync(folder, { recursive: true });
  });
});
