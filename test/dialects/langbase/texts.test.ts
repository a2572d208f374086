import { describe, expect, it } from 'vitest';
import { openLangbase, refusal } from './open-langbase.ts';

describe('embed', () => {
  it.each([
    [undefined, 3072],
    ['openai:text-embedding-3-large', 3072],
    ['cohere:embed-v4.0', 1536],
    ['cohere:embed-multilingual-v3.0', 1024],
    ['cohere:embed-multilingual-light-v3.0', 384],
    ['google:text-embedding-004', 768],
  ])('makes vectors of %s', async (embeddingModel, dimensions) => {
    await using langbase = await openLangbase();
    const chunks = ['Green tea.', 'Black tea.', 'Green tea.'];
    const { status, body } = await langbase.call('POST', '/v1/embed', { chunks, embeddingModel });
    expect(status).toBe(200);
    expect(body).toHaveLength(3);
    for (const vector of body) {
      expect(vector).toHaveLength(dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
    }
    expect(body[2]).toEqual(body[0]);
    expect(body[1]).not.toEqual(body[0]);
  });

  it('takes a hundred texts at most, of 8192 characters', async () => {
    await using langbase = await openLangbase();
    const most = Array.from({ length: 100 }, (_, index) => `Text ${index}`);
    const embeddingModel = 'cohere:embed-multilingual-light-v3.0';
    const { body } = await langbase.call('POST', '/v1/embed', { chunks: most, embeddingModel });
    expect(body).toHaveLength(100);
    expect(await langbase.call('POST', '/v1/embed', { chunks: ['x'.repeat(8192)] })).toMatchObject({
      status: 200,
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['no chunks', {}, /Required at "chunks"/],
    ['an empty list', { chunks: [] }, /at "chunks"/],
    ['too many', { chunks: Array.from({ length: 101 }, () => 'a') }, /at "chunks"/],
    ['too long a text', { chunks: ['x'.repeat(8193)] }, /at "chunks\[0\]"/],
    ['an empty text', { chunks: ['a', ''] }, /at "chunks\[1\]"/],
    ['a number', { chunks: [1] }, /at "chunks\[0\]"/],
    ['an unknown model', { chunks: ['a'], embeddingModel: 'x' }, /"google:text-embedding-004"/],
  ])('refuses %s', async (_, body, message) => {
    await using langbase = await openLangbase();
    expect(await langbase.call('POST', '/v1/embed', body)).toMatchObject(
      refusal(400, 'BAD_REQUEST', expect.stringMatching(message)),
    );
  });
});

describe('chunker', () => {
  const content = Array.from({ length: 300 }, (_, index) => `Sentence number ${index}.`).join(' ');

  it.each(['/v1/chunker', '/v1/chunk'])('cuts a text at %s', async (path) => {
    await using langbase = await openLangbase();
    const { status, body } = await langbase.call('POST', path, { content });
    expect(status).toBe(200);
    expect(body.length).toBeGreaterThan(5);
    for (const chunk of body) {
      expect(chunk.length).toBeLessThanOrEqual(1024);
      expect(content).toContain(chunk);
    }
    expect(content.startsWith(body[0])).toBe(true);
    expect(content.endsWith(body.at(-1))).toBe(true);
    const longer = await langbase.call('POST', path, { content, chunkMaxLength: 4000, chunkOverlap: 300 });
    expect(longer.body.length).toBeLessThan(body.length);
  });

  it('brings hostile texts back as they were', async () => {
    await using langbase = await openLangbase();
    const { body } = await langbase.call('POST', '/v1/chunker', '{"content":"\\u0000\\ud800\\"__proto__"}');
    expect(body).toEqual(['\u0000\ud800"__proto__']);
  });

  it.each<[string, unknown]>([
    ['no content', {}],
    ['empty content', { content: '' }],
    ['too short a chunk', { content, chunkMaxLength: 1023 }],
    ['too long a chunk', { content, chunkMaxLength: 30_001 }],
    ['too little overlap', { content, chunkOverlap: 255 }],
    ['as much overlap as chunk', { content, chunkMaxLength: 1024, chunkOverlap: 1024 }],
    ['a number', { content: 1 }],
  ])('refuses %s', async (_, body) => {
    await using langbase = await openLangbase();
    expect(await langbase.call('POST', '/v1/chunker', body)).toMatchObject(refusal(400, 'BAD_REQUEST'));
  });
});

describe('parser', () => {
  interface Part {
    readonly name: string;
    readonly value: string | Blob;
    readonly file?: string;
  }

  async function encode(...parts: readonly Part[]): Promise<[Uint8Array, string]> {
    const form = new FormData();
    for (const { name, value, file } of parts) {
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, value, file);
    }
    const whole = new Response(form);
    return [new Uint8Array(await whole.arrayBuffer()), whole.headers.get('content-type') ?? ''];
  }

  const document = {
    name: 'document',
    value: new Blob(['# Tea\n'], { type: 'text/markdown' }),
    file: 'f.md',
  };

  it('reads the text of a file', async () => {
    await using langbase = await openLangbase();
    const [bytes, type] = await encode(document, { name: 'documentName', value: 'tea "ü".md' });
    expect(await langbase.call('POST', '/v1/parser', bytes, { 'content-type': type })).toMatchObject({
      status: 200,
      body: { documentName: 'tea "ü".md', content: '# Tea\n' },
    });
  });

  it('takes the name and the type from the file where no fields tell them', async () => {
    await using langbase = await openLangbase();
    const html = new Blob(['<p>Tea &amp; milk</p>'], { type: 'application/octet-stream' });
    const [bytes, type] = await encode(
      { name: 'document', value: html, file: 'page' },
      { name: 'contentType', value: 'text/html' },
    );
    const { body } = await langbase.call('POST', '/v1/parser', bytes, { 'content-type': type });
    expect(body).toEqual({ documentName: 'page', content: expect.stringContaining('Tea & milk') });
  });

  it('takes 10 MB at most', async () => {
    await using langbase = await openLangbase();
    const parse = async (size: number) => {
      const value = new Blob([Buffer.alloc(size, 'A line of text.\n')], { type: 'text/plain' });
      const [bytes, type] = await encode({ ...document, value });
      return langbase.call('POST', '/v1/parser', bytes, { 'content-type': type });
    };
    expect(await parse(10_000_000)).toMatchObject({ status: 200 });
    expect(await parse(10_000_001)).toMatchObject(refusal(413, 'BAD_REQUEST'));
  });

  it.each<[string, () => Promise<[Uint8Array, string]>, RegExp]>([
    ['JSON', async () => [Buffer.from('{}'), 'application/json'], /multipart\/form-data/],
    ['a form without a boundary', async () => [Buffer.from('x'), 'multipart/form-data'], /boundary/],
    ['a form that breaks off', async () => cut(await encode(document)), /not a whole form/],
    ['an empty body', async () => [Buffer.alloc(0), 'multipart/form-data; boundary=x'], /not a whole form/],
    ['no document', () => encode({ name: 'documentName', value: 'a' }), /Expected a file at "document"/],
    ['a document that is a text', () => encode({ name: 'document', value: 'a' }), /Expected a file/],
    ['a file for a name', () => encode(document, { ...document, name: 'documentName' }), /"documentName"/],
    [
      'too long a name',
      () => encode(document, { name: 'documentName', value: 'x'.repeat(257) }),
      /"documentName"/,
    ],
    [
      'too many parts',
      () => encode(document, ...Array.from({ length: 20 }, () => ({ name: 'a', value: 'b' }))),
      /at most 20 parts/,
    ],
    [
      'a file that holds no text',
      () => encode({ ...document, value: new Blob([Buffer.from([0, 1, 255, 0])]) }),
      /Cannot read 'f.md'/,
    ],
  ])('refuses %s', async (_, make, message) => {
    await using langbase = await openLangbase();
    const [bytes, type] = await make();
    expect(await langbase.call('POST', '/v1/parser', bytes, { 'content-type': type })).toMatchObject(
      refusal(400, 'BAD_REQUEST', expect.stringMatching(message)),
    );
  });

  function cut([bytes, type]: [Uint8Array, string]): [Uint8Array, string] {
    return [bytes.subarray(0, -20), type];
  }
});
