import { describe, expect, it } from 'vitest';
import type { QueuedJob } from '../../src/core/job-queue.ts';
import type { WorkerFacts } from '../../src/core/worker-facts.ts';
import { type AdminQueue, createAdmin } from '../../src/dialects/admin.ts';
import { answerAdmin } from '../../src/http/admin-page.ts';
import { openTestServer } from '../support/open-test-server.ts';

const key = 'correct-horse';
const now = 1_800_000_000_000;
const hostile = '<img src=x onerror=alert(1)>"\'/../é';

const worker: WorkerFacts = {
  id: 'host-7-abc',
  host: 'host',
  pid: 7,
  version: '0.1.0',
  models: ['text', 'story'],
  concurrency: 64,
  running: 3,
  cpu: 0.25,
  memory: 90 * 2 ** 20,
  gpu: 'auto',
  device: 'cuda',
  told: now - 2000,
};
const jobs: readonly QueuedJob[] = [
  { id: 'req_1', model: 'text', state: 'running', began: now - 5000 },
  { id: hostile, model: 'text', state: 'waiting', began: now - 400_000 },
  { id: 'req_3', model: 'story', state: 'failed', began: now - 9e7, reason: 'It <b>died</b>.' },
];

function open(corsOrigins: readonly string[] = []) {
  const asked: string[] = [];
  const queue: AdminQueue = {
    status: async () => ({
      queues: [{ model: 'text', waiting: 1, running: 1, failed: 0 }],
      workers: [worker],
    }),
    list: async (limit) => jobs.slice(0, limit),
    async remove(id) {
      asked.push(`remove ${id}`);
      return jobs.some((job) => job.id === id);
    },
    async retry(id) {
      asked.push(`retry ${id}`);
      return id === 'req_3';
    },
    drain: async () => 4,
  };
  const dialect = createAdmin({ key, queue, page: (view) => answerAdmin(view, now) });
  return { asked, server: openTestServer({ dialect, guard: { apiKeys: ['another key'], corsOrigins } }) };
}

const bearer = { authorization: `Bearer ${key}` };

describe('the paths of whoever looks after the server', () => {
  it('ask for a key of their own, and take none of the others', async () => {
    await using server = await open().server;
    for (const authorization of [
      undefined,
      'Bearer another key',
      'Bearer correct',
      `Basic ${btoa('me:nothing')}`,
    ]) {
      const headers = authorization === undefined ? {} : { authorization };
      for (const [method, path] of [
        ['GET', '/admin'],
        ['GET', '/admin/queues'],
        ['POST', '/admin/queues/drain'],
        ['DELETE', '/admin/queues/jobs/req_1'],
      ] as const) {
        const refused = await fetch(server.url + path, { method, headers });
        expect(refused.status).toBe(401);
        expect(refused.headers.get('www-authenticate')).toContain('Basic');
        expect(await refused.json()).toMatchObject({ error: { code: 'invalid_admin_key' } });
      }
    }
  });

  it('tell queues, workers and answers', async () => {
    await using server = await open().server;
    const get = async (path: string) => (await fetch(server.url + path, { headers: bearer })).json();
    expect(await get('/admin/queues')).toEqual({
      queues: [{ model: 'text', waiting: 1, running: 1, failed: 0 }],
      workers: [worker],
    });
    expect(await get('/admin/queues/jobs')).toEqual(jobs);
    expect(await get('/admin/queues/jobs?limit=1')).toEqual(jobs.slice(0, 1));
    expect(await get('/admin/queues/jobs?limit=0')).toMatchObject({ error: { param: 'limit' } });
  });

  it('take out, try again and drain, and say where there is nothing', async () => {
    const { asked, server: opening } = open();
    await using server = await opening;
    const call = async (method: string, path: string) => {
      const reply = await fetch(server.url + path, { method, headers: bearer });
      return [reply.status, await reply.json()];
    };
    expect(await call('DELETE', '/admin/queues/jobs/req_1')).toEqual([200, { id: 'req_1', done: true }]);
    expect(await call('POST', '/admin/queues/jobs/req_3/retry')).toEqual([200, { id: 'req_3', done: true }]);
    expect(await call('POST', '/admin/queues/drain')).toEqual([200, { removed: 4 }]);
    expect(await call('DELETE', '/admin/queues/jobs/nobody')).toMatchObject([
      404,
      { error: { code: 'job_not_found', param: 'id' } },
    ]);
    expect(await call('POST', '/admin/queues/jobs/req_1/retry')).toMatchObject([404, {}]);
    expect(asked).toEqual(['remove req_1', 'retry req_3', 'remove nobody', 'retry req_1']);
  });

  it.each([[[]], [['*']]])(
    'lead a form of the page back to it, and refuse those of others: %j',
    async (origins) => {
      const { asked, server: opening } = open(origins);
      await using server = await opening;
      const headers = { authorization: `Basic ${btoa(`me:${key}`)}`, accept: 'text/html' };
      const path = `${server.url}/admin/queues/jobs/${encodeURIComponent(hostile)}/remove`;
      const post = (origin: string) =>
        fetch(path, { method: 'POST', redirect: 'manual', headers: { ...headers, origin } });
      const done = await post(server.url);
      expect([done.status, done.headers.get('location')]).toEqual([303, '/admin']);
      for (const other of ['https://evil.example', 'http://localhost:3000', 'null'])
        expect((await post(other)).status).toBe(403);
      expect(asked).toEqual([`remove ${hostile}`]);
    },
  );
});

describe('the page', () => {
  it('shows all of it, runs nothing, and escapes what it shows', async () => {
    await using server = await open().server;
    const reply = await fetch(`${server.url}/admin`, { headers: bearer });
    const page = await reply.text();
    expect(reply.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<b>');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).toContain(
      `/admin/queues/jobs/${encodeURIComponent(hostile).replaceAll("'", '&#39;')}/remove`,
    );
    for (const text of ['host-7-abc', 'cuda', '90 MiB', '5 s ago', '7 min ago', '25 h ago', 'Try again'])
      expect(page).toContain(text);
  });
});
