import { describe, expect, it } from 'vitest';
import { createClock } from '../../../src/core/clock.ts';
import { createManualClock } from '../../../src/core/manual-clock.ts';
import { createDocumentTools } from '../../../src/documents/document-tools.ts';
import { storageFailed } from '../../../src/core/refusals.ts';
import { ApiError } from '../../../src/core/api-error.ts';
import { storeBounds } from '../../../src/stores/bounds.ts';
import { createMemoryStore } from '../../../src/stores/memory.ts';
import { openLangbase, refusal } from './open-langbase.ts';

const handbook = { name: 'handbook', description: 'How we work.' };

describe('memories', () => {
  it('are made with Langbase’s defaults, listed and deleted', async () => {
    await using langbase = await openLangbase();
    const made = await langbase.call('POST', '/v1/memory', handbook);
    expect(made).toMatchObject({ status: 201 });
    expect(made.body).toEqual({
      ...handbook,
      owner_login: 'understudy',
      url: 'https://langbase.com/understudy/handbook',
      chunk_size: 10_000,
      chunk_overlap: 2048,
      embedding_model: 'openai:text-embedding-3-large',
    });
    await langbase.call('POST', '/v1/memory', { name: 'a "b" c', embedding_model: 'cohere:embed-v4.0' });
    expect((await langbase.call('GET', '/v1/memory')).body).toEqual([
      {
        ...handbook,
        owner_login: 'understudy',
        url: 'https://langbase.com/understudy/handbook',
        embeddingModel: 'openai:text-embedding-3-large',
        embedding_model: 'openai:text-embedding-3-large',
      },
      expect.objectContaining({ name: 'a "b" c', description: '', embeddingModel: 'cohere:embed-v4.0' }),
    ]);
    expect(await langbase.call('DELETE', '/v1/memory/handbook')).toMatchObject({
      status: 200,
      body: { success: true },
    });
    expect((await langbase.call('GET', '/v1/memory')).body).toHaveLength(1);
    expect(await langbase.call('DELETE', '/v1/memory/handbook')).toMatchObject(refusal(404, 'NOT_FOUND'));
  });

  it('exist once under a name', async () => {
    await using langbase = await openLangbase();
    await langbase.call('POST', '/v1/memory', handbook);
    expect(await langbase.call('POST', '/v1/memory', handbook)).toMatchObject(refusal(409, 'CONFLICT'));
  });

  it.each<[string, unknown, RegExp]>([
    ['no name', {}, /Required at "name"/],
    ['a name with a slash', { name: 'a/b' }, /at "name"/],
    ['a name with a control character', { name: 'a\u0000b' }, /at "name"/],
    ['a name with half a surrogate pair', '{"name":"\\ud800"}', /at "name"/],
    ['a name that paths need', { name: 'retrieve' }, /cannot be called 'retrieve'/],
    ['another name that paths need', { name: 'documents' }, /cannot be called 'documents'/],
    ['an unknown model', { name: 'a', embedding_model: 'x' }, /"openai:text-embedding-3-large"/],
    ['a chunk that is too large', { name: 'a', chunk_size: 30_001 }, /at "chunk_size"/],
    ['a chunk that is too small', { name: 'a', chunk_size: 10 }, /at "chunk_size"/],
    ['more overlap than chunk', { name: 'a', chunk_size: 1000, chunk_overlap: 1000 }, /less than chunk_size/],
    ['too large a top_k', { name: 'a', top_k: 101 }, /at "top_k"/],
    ['an array', [], /expected object/],
    ['no JSON', '{', /HINT: The body is not valid JSON/],
  ])('are refused with %s', async (_, body, message) => {
    await using langbase = await openLangbase();
    expect(await langbase.call('POST', '/v1/memory', body)).toMatchObject(
      refusal(400, 'BAD_REQUEST', expect.stringMatching(message)),
    );
  });

  it('speak Langbase’s errors for what nothing answers at', async () => {
    await using langbase = await openLangbase();
    expect(await langbase.call('GET', '/v1/memory/a/b/c')).toMatchObject(refusal(404, 'NOT_FOUND'));
    expect(await langbase.call('PUT', '/v1/embed')).toMatchObject(refusal(405, 'BAD_REQUEST'));
    expect(await langbase.call('GET', '/beta/nothing')).toMatchObject(refusal(404, 'NOT_FOUND'));
  });
});

describe('documents', () => {
  it('are uploaded in two steps and listed', async () => {
    await using langbase = await openLangbase();
    await langbase.call('POST', '/v1/memory', { ...handbook, chunk_size: 500, chunk_overlap: 50 });
    const asked = await langbase.call('POST', '/v1/memory/documents', {
      memoryName: 'handbook',
      fileName: 'holidays.md',
    });
    expect(asked.body.signedUrl).toMatch(
      new RegExp(`^${langbase.server.url}/v1/memory/documents/upload\\?ticket=[\\w.-]+$`),
    );
    const document = {
      name: 'holidays.md',
      status: 'completed',
      status_message: null,
      metadata: { size: 20, type: 'text/markdown' },
      enabled: true,
      chunk_size: 500,
      chunk_overlap: 50,
      owner_login: 'understudy',
    };
    const put = await langbase.call('PUT', asked.body.signedUrl, 'Thirty days a year.\n', {
      'content-type': 'text/markdown; charset=utf-8',
    });
    expect(put).toMatchObject({ status: 200, body: document });
    expect((await langbase.call('GET', '/v1/memory/handbook/documents')).body).toEqual([document]);
  });

  it('need no key of the server’s for the second step', async () => {
    await using langbase = await openLangbase({ guard: { apiKeys: ['user-key'] } });
    await langbase.call('POST', '/v1/memory', handbook);
    const asked = await langbase.call('POST', '/v1/memory/documents', {
      memoryName: 'handbook',
      documentName: 'a',
    });
    const put = await fetch(asked.body.signedUrl, { method: 'PUT', body: 'text' });
    expect(put.status).toBe(200);
    const keyless = await fetch(`${langbase.server.url}/v1/memory/handbook/documents`);
    expect(keyless.status).toBe(401);
  });

  it('are asked back at the address that the client used', async () => {
    await using langbase = await openLangbase({ guard: { loopback: false } });
    await langbase.call('POST', '/v1/memory', handbook);
    const body = { memoryName: 'handbook', fileName: 'a' };
    const asked = await langbase.call('POST', '/v1/memory/documents', body, {
      'x-forwarded-proto': 'https',
    });
    expect(asked.body.signedUrl).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/v1\/memory\/documents\/upload\?/);
  });

  it('are refused with a ticket that was altered, forged or is missing', async () => {
    await using langbase = await openLangbase();
    await langbase.call('POST', '/v1/memory', handbook);
    await langbase.call('POST', '/v1/memory', { name: 'other' });
    const ask = async (memoryName: string) =>
      new URL(
        (await langbase.call('POST', '/v1/memory/documents', { memoryName, fileName: 'a' })).body.signedUrl,
      );
    const url = await ask('handbook');
    const ticket = url.searchParams.get('ticket') ?? '';
    const [payload = '', signature = ''] = ticket.split('.');
    const otherPayload = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace('handbook', 'other'),
    );
    const forged = [
      `${otherPayload.toString('base64url')}.${signature}`,
      `${payload}.${(await ask('other')).searchParams.get('ticket')?.split('.')[1]}`,
      `${payload}.${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`,
      `${payload}.${signature}=`,
      `${payload}.${signature}.`,
      `${payload}.`,
      payload,
      `.${signature}`,
      '.',
      '',
      'x'.repeat(5000),
      `${payload}.${'\u{1f600}'.repeat(20)}`,
    ];
    for (const each of forged) {
      url.searchParams.set('ticket', each);
      expect(await langbase.call('PUT', url.href, 'text')).toMatchObject(refusal(403, 'FORBIDDEN'));
    }
    expect(await langbase.call('PUT', url.origin + url.pathname, 'text')).toMatchObject(
      refusal(400, 'BAD_REQUEST'),
    );
    expect(await langbase.call('GET', '/v1/memory/other/documents')).toMatchObject({ body: [] });
    url.searchParams.set('ticket', ticket);
    expect(await langbase.call('PUT', url.href, 'text')).toMatchObject({ status: 200 });
  });

  it('are refused with a ticket of another server', async () => {
    await using one = await openLangbase();
    await using other = await openLangbase();
    for (const each of [one, other]) await each.call('POST', '/v1/memory', handbook);
    const asked = await one.call('POST', '/v1/memory/documents', { memoryName: 'handbook', fileName: 'a' });
    const { pathname, search } = new URL(asked.body.signedUrl);
    expect(await other.call('PUT', pathname + search, 'text')).toMatchObject(refusal(403, 'FORBIDDEN'));
  });

  it('are refused with a ticket that has expired', async () => {
    const clock = createManualClock();
    await using langbase = await openLangbase({ clock });
    await langbase.call('POST', '/v1/memory', handbook);
    const body = { memoryName: 'handbook', fileName: 'a' };
    const { signedUrl } = (await langbase.call('POST', '/v1/memory/documents', body)).body;
    await clock.advance(2 * 60 * 60 * 1000 - 1);
    expect(await langbase.call('PUT', signedUrl, 'text')).toMatchObject({ status: 200 });
    await clock.advance(1);
    expect(await langbase.call('PUT', signedUrl, 'text')).toMatchObject(
      refusal(403, 'FORBIDDEN', expect.stringContaining('expired')),
    );
  });

  it('are refused for a memory that has been deleted, whatever has its name now', async () => {
    await using langbase = await openLangbase();
    await langbase.call('POST', '/v1/memory', handbook);
    const body = { memoryName: 'handbook', fileName: 'a' };
    const { signedUrl } = (await langbase.call('POST', '/v1/memory/documents', body)).body;
    await langbase.upload('handbook', 'old', 'old text');
    await langbase.call('DELETE', '/v1/memory/handbook');
    expect(await langbase.call('PUT', signedUrl, 'text')).toMatchObject(refusal(404, 'NOT_FOUND'));
    await langbase.call('POST', '/v1/memory', handbook);
    expect(await langbase.call('PUT', signedUrl, 'text')).toMatchObject(refusal(404, 'NOT_FOUND'));
    expect((await langbase.call('GET', '/v1/memory/handbook/documents')).body).toEqual([]);
  });

  it('have at most 10 MB, and something', async () => {
    await using langbase = await openLangbase();
    await langbase.call('POST', '/v1/memory', handbook);
    const largest = Buffer.alloc(10_000_001, 'A line of text.\n');
    expect(await langbase.upload('handbook', 'large', largest)).toMatchObject(refusal(413, 'BAD_REQUEST'));
    expect(await langbase.upload('handbook', 'empty', '')).toMatchObject(refusal(400, 'BAD_REQUEST'));
    expect((await langbase.call('GET', '/v1/memory/handbook/documents')).body).toEqual([]);
    expect(await langbase.upload('handbook', 'large', largest.subarray(1))).toMatchObject({
      status: 200,
      body: { status: 'completed', metadata: { size: 10_000_000 } },
    });
  });

  it('share the room of their memory', async () => {
    await using langbase = await openLangbase();
    await langbase.call('POST', '/v1/memory', handbook);
    const large = Buffer.alloc(10_000_000, 'A line of text.\n');
    await langbase.upload('handbook', 'one', large);
    expect(await langbase.upload('handbook', 'one', large)).toMatchObject({ status: 200 });
    await langbase.upload('handbook', 'two', large.subarray(0, 5_000_000));
    expect(await langbase.upload('handbook', 'three', large)).toMatchObject(refusal(403, 'USAGE_EXCEEDED'));
    expect((await langbase.call('GET', '/v1/memory/handbook/documents')).body).toHaveLength(2);
  });

  it('fail where they cannot be read, and are read again on demand', async () => {
    const clock = createClock();
    const tools = createDocumentTools({ clock });
    let broken = true;
    await using langbase = await openLangbase({
      clock,
      documents: {
        ...tools,
        read: (file) =>
          broken
            ? Promise.reject(new ApiError(400, 'unreadable_document', 'It is damaged.'))
            : tools.read(file),
      },
    });
    await langbase.call('POST', '/v1/memory', handbook);
    const retry = '/v1/memory/handbook/documents/a.txt/embeddings/retry';
    expect(await langbase.upload('handbook', 'a.txt', 'Tea at five.', { meta: { k: 'v' } })).toMatchObject({
      status: 200,
      body: { status: 'failed', status_message: 'It is damaged.', metadata: { size: 12 } },
    });
    const question = { query: 'tea', memory: [{ name: 'handbook' }] };
    expect((await langbase.call('POST', '/v1/memory/retrieve', question)).body).toEqual([]);
    expect(await langbase.call('GET', retry)).toMatchObject({ status: 200, body: { success: false } });
    broken = false;
    expect(await langbase.call('GET', retry)).toMatchObject({ status: 200, body: { success: true } });
    expect((await langbase.call('GET', '/v1/memory/handbook/documents')).body).toEqual([
      expect.objectContaining({ name: 'a.txt', status: 'completed', status_message: null }),
    ]);
    expect((await langbase.call('POST', '/v1/memory/retrieve', question)).body).toEqual([
      expect.objectContaining({ text: 'Tea at five.', meta: { k: 'v', documentName: 'a.txt' } }),
    ]);
  });

  it('fail with the reason that a real file gives', async () => {
    await using langbase = await openLangbase();
    await langbase.call('POST', '/v1/memory', handbook);
    const put = await langbase.upload('handbook', 'a.bin', Buffer.from([0, 1, 2, 255, 254, 0, 0]), {
      type: 'application/octet-stream',
    });
    expect(put.body).toMatchObject({ status: 'failed', status_message: expect.stringContaining('a.bin') });
  });

  it('are not kept where the storage fails', async () => {
    const clock = createClock();
    const store = createMemoryStore({ clock, bounds: storeBounds.parse({}) });
    const records = {
      ...store.records,
      put: () => Promise.reject(storageFailed('The disk is full.')),
    };
    await using langbase = await openLangbase({ clock, store: { ...store, records } });
    await langbase.call('POST', '/v1/memory', handbook);
    expect(await langbase.upload('handbook', 'a', 'text')).toMatchObject(
      refusal(500, 'INTERNAL_SERVER_ERROR', 'The disk is full.'),
    );
  });

  it('are deleted one by one, and replaced under the same name', async () => {
    await using langbase = await openLangbase();
    await langbase.call('POST', '/v1/memory', handbook);
    await langbase.upload('handbook', 'a b "c" ü.md', 'one');
    await langbase.upload('handbook', 'a b "c" ü.md', 'twelve');
    const path = `/v1/memory/handbook/documents/${encodeURIComponent('a b "c" ü.md')}`;
    expect((await langbase.call('GET', '/v1/memory/handbook/documents')).body).toEqual([
      expect.objectContaining({ name: 'a b "c" ü.md', metadata: { size: 6, type: 'text/plain' } }),
    ]);
    expect(await langbase.call('DELETE', path)).toMatchObject({ status: 200, body: { success: true } });
    for (const [method, where] of [
      ['DELETE', path],
      ['GET', `${path}/embeddings/retry`],
      ['DELETE', '/v1/memory/nothing/documents/a'],
      ['GET', '/v1/memory/nothing/documents/a/embeddings/retry'],
      ['GET', '/v1/memory/nothing/documents'],
    ] as const) {
      expect(await langbase.call(method, where)).toMatchObject(refusal(404, 'NOT_FOUND'));
    }
  });

  it.each<[string, unknown, number, RegExp]>([
    ['no memory', { fileName: 'a' }, 400, /Required at "memoryName"/],
    ['no document', { memoryName: 'handbook' }, 400, /Required at "documentName"/],
    ['an unknown memory', { memoryName: 'x', fileName: 'a' }, 404, /No memory has the name 'x'/],
    ['a name with a slash', { memoryName: 'handbook', fileName: 'a/b' }, 400, /at "fileName"/],
    ['a name with a line end', { memoryName: 'handbook', documentName: 'a\nb' }, 400, /at "documentName"/],
    ['meta that is a list', { memoryName: 'handbook', fileName: 'a', meta: [] }, 400, /at "meta"/],
    ['a number in meta', { memoryName: 'handbook', fileName: 'a', meta: { a: 1 } }, 400, /at "meta"/],
    [
      'too many pairs',
      {
        memoryName: 'handbook',
        fileName: 'a',
        meta: Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`k${index}`, ''])),
      },
      400,
      /at most 10 pairs/,
    ],
    [
      'too large a meta',
      { memoryName: 'handbook', fileName: 'a', meta: { a: 'x'.repeat(4096) } },
      400,
      /4096 bytes/,
    ],
  ])('are refused with %s', async (_, body, status, message) => {
    await using langbase = await openLangbase();
    await langbase.call('POST', '/v1/memory', handbook);
    expect(await langbase.call('POST', '/v1/memory/documents', body)).toMatchObject(
      refusal(status, status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST', expect.stringMatching(message)),
    );
  });
});
