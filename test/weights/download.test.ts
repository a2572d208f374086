import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/chance.ts';
import { pullRepository } from '../../src/weights/hub.ts';
import { type FakeHub, sha256, startHub } from './fake-hub.ts';
import { createFolders } from './folders.ts';
import { createTestAccess } from './test-access.ts';

const makeFolder = createFolders();
const hub: FakeHub = await startHub();
const random = createRandom('download');
const weights = Buffer.from(Uint8Array.from({ length: 300_000 }, () => Math.floor(256 * random())));
const name = { kind: 'repository', repository: 'user/model', revision: 'main' } as const;
const small = { 'config.json': '{"a": 1}', 'vocab.json': '{"b": 2}', 'merges.txt': '#version: 0.2\n' };

let cache = '';
let folder = '';
let target = '';

beforeEach(() => {
  cache = makeFolder();
  folder = join(cache, 'hub', 'user--model', 'main');
  target = join(folder, 'model.safetensors');
  hub.seen.length = 0;
  hub.onBlob = () => false;
  hub.onHub = () => false;
  hub.files.clear();
  for (const [file, text] of Object.entries(small)) hub.files.set(`user/model/${file}`, Buffer.from(text));
  hub.files.set('user/model/model.safetensors', weights);
});

function access(given: Parameters<typeof createTestAccess>[0] | object = {}) {
  return createTestAccess({ endpoint: hub.endpoint, cache, ...given });
}

function blobs() {
  return hub.seen.filter(({ host }) => host === 'cdn');
}

function files(): readonly string[] {
  return readdirSync(folder).toSorted();
}

/** The address of a port that nobody listens at. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** Sends some of the bytes, and cuts the connection when it is told to. */
function sendPart(response: ServerResponse, bytes: Buffer, length: number): () => void {
  response.writeHead(200, { etag: `"${sha256(bytes).slice(0, 32)}"`, 'content-length': bytes.length });
  response.write(bytes.subarray(0, length));
  return () => response.socket?.destroy();
}

describe('a pull', () => {
  it('brings the four files of a repository, and nothing else', async () => {
    const { hub: way, told } = access();
    expect(await pullRepository(name, way)).toBe(folder);
    expect(files()).toEqual(['config.json', 'merges.txt', 'model.safetensors', 'vocab.json']);
    expect(readFileSync(target).equals(weights)).toBe(true);
    expect(readFileSync(join(folder, 'config.json'), 'utf8')).toBe(small['config.json']);
    expect(told.at(-1)).toEqual({
      kind: 'download',
      file: 'model.safetensors',
      bytes: 300_000,
      total: 300_000,
      resumed: 0,
    });
  });

  it('asks for nothing where all is there', async () => {
    await pullRepository(name, access().hub);
    hub.seen.length = 0;
    await pullRepository(name, access({ offline: true }).hub);
    expect(hub.seen).toEqual([]);
  });

  it('takes all files from the commit that the first one was of', async () => {
    await pullRepository(name, access().hub);
    const revisions = hub.seen.filter(({ host }) => host === 'hub').map(({ path }) => path.split('/')[4]);
    expect(revisions).toEqual(['main', hub.commit, hub.commit, hub.commit]);
  });

  it('shows the token to the hub alone', async () => {
    await pullRepository(name, access({ token: 'hf_secret' }).hub);
    const shown = new Map(hub.seen.map(({ host, authorization }) => [host, authorization]));
    expect([...shown]).toEqual([
      ['hub', 'Bearer hf_secret'],
      ['cdn', undefined],
    ]);
  });

  it('keeps what was put there by hand where it is the same', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(target, weights);
    const { hub: way, told } = access();
    await pullRepository(name, way);
    expect(told.some((each) => each.kind === 'download' && each.file === 'model.safetensors')).toBe(false);
    writeFileSync(target, Buffer.alloc(weights.length));
    writeFileSync(join(folder, 'vocab.json'), '');
    await pullRepository(name, access().hub);
    expect(readFileSync(target).equals(weights)).toBe(true);
  });

  it('happens once where two ask at the same time', async () => {
    const first = access();
    const second = access();
    let release = (): void => undefined;
    hub.onBlob = (_, response, bytes) => {
      release = () => void response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
      return true;
    };
    const one = pullRepository(name, first.hub);
    await expect.poll(() => blobs().length).toBe(1);
    const other = pullRepository(name, second.hub);
    await second.heard(({ kind }) => kind === 'wait');
    release();
    await one;
    await second.clock.advance(1000);
    expect(await other).toBe(folder);
    expect(blobs()).toHaveLength(1);
    expect(second.told).toEqual([{ kind: 'wait' }]);
    expect(files()).toHaveLength(4);
  });
});

describe('a download that breaks off', () => {
  it('goes on where it stopped when the connection is cut', async () => {
    const { hub: way, told, received } = access();
    let cut = (): void => undefined;
    hub.onBlob = ({ range }, response, bytes) => {
      if (range !== undefined || blobs().length > 1) return false;
      cut = sendPart(response, bytes, 100_000);
      return true;
    };
    const pulled = pullRepository(name, way);
    await received(100_000);
    cut();
    await pulled;
    expect(readFileSync(target).equals(weights)).toBe(true);
    const etag = `"${sha256(weights).slice(0, 32)}"`;
    expect(blobs().at(-1)).toMatchObject({ range: 'bytes=100000-', ifRange: etag, authorization: undefined });
    expect(told).toContainEqual({
      kind: 'retry',
      file: 'model.safetensors',
      reason: 'the connection was cut',
      wait: 1000,
    });
    expect(told.at(-1)).toMatchObject({ bytes: 300_000, resumed: 100_000 });
    expect(files()).toHaveLength(4);
  });

  it('goes on at the next pull when it was stopped, and leaves no lock', async () => {
    const first = access();
    hub.onBlob = (_, response, bytes) => sendPart(response, bytes, 50_000);
    const pulled = pullRepository(name, first.hub);
    await first.received(50_000);
    first.stop();
    await expect(pulled).rejects.toThrow('Stopped.');
    expect(files().filter((file) => file.endsWith('.part'))).toHaveLength(1);
    expect(files()).not.toContain('.lock');
    hub.onBlob = () => false;
    const second = access();
    await pullRepository(name, second.hub);
    expect(blobs().at(-1)?.range).toBe('bytes=50000-');
    expect(readFileSync(target).equals(weights)).toBe(true);
    expect(files()).toHaveLength(4);
  });

  it('begins anew where the server knows no ranges', async () => {
    const { hub: way, told, received } = access();
    let cut = (): void => undefined;
    hub.onBlob = (_, response, bytes) => {
      if (blobs().length === 1) cut = sendPart(response, bytes, 100_000);
      else response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
      return true;
    };
    const pulled = pullRepository(name, way);
    await received(100_000);
    cut();
    await pulled;
    expect(readFileSync(target).equals(weights)).toBe(true);
    expect(told.at(-1)).toMatchObject({ bytes: 300_000, resumed: 0 });
  });

  it('begins anew where what was there is not what it should be', async () => {
    const first = access();
    hub.onBlob = (_, response, bytes) => sendPart(response, bytes, 50_000);
    const pulled = pullRepository(name, first.hub);
    await first.received(50_000);
    first.stop();
    await expect(pulled).rejects.toThrow('Stopped.');
    const part = files().find((file) => file.endsWith('.part')) ?? '';
    writeFileSync(join(folder, part), Buffer.alloc(50_000, 1));
    hub.onBlob = () => false;
    const { hub: way, told } = access();
    await pullRepository(name, way);
    expect(readFileSync(target).equals(weights)).toBe(true);
    expect(told).toContainEqual(
      expect.objectContaining({ reason: 'what was put together from parts has another SHA-256' }),
    );
  });

  it('is not mixed with another version', async () => {
    const first = access();
    hub.onBlob = (_, response, bytes) => sendPart(response, bytes, 50_000);
    const pulled = pullRepository(name, first.hub);
    await first.received(50_000);
    first.stop();
    await expect(pulled).rejects.toThrow('Stopped.');
    const other = Buffer.from(weights.toReversed());
    hub.files.set('user/model/model.safetensors', other);
    hub.onBlob = () => false;
    await pullRepository(name, access().hub);
    expect(blobs().at(-1)?.range).toBe(undefined);
    expect(readFileSync(target).equals(other)).toBe(true);
    expect(files()).toHaveLength(4);
  });

  it('is taken up again when nothing came for 30 s, and not before', async () => {
    const { hub: way, clock, told, received, heard } = access();
    hub.onBlob = (_, response, bytes) => blobs().length === 1 && sendPart(response, bytes, 1000);
    const pulled = pullRepository(name, way);
    await received(1000);
    await clock.advance(29_999);
    expect(told.some(({ kind }) => kind === 'retry')).toBe(false);
    await clock.advance(1);
    await heard(({ kind }) => kind === 'retry');
    await pulled;
    expect(told).toContainEqual({
      kind: 'retry',
      file: 'model.safetensors',
      reason: 'nothing came for 30 s',
      wait: 1000,
    });
    expect(readFileSync(target).equals(weights)).toBe(true);
  });

  it('is not taken for stalled while it is only slow', async () => {
    const { hub: way, clock, told, received } = access();
    let response: ServerResponse | undefined;
    hub.onBlob = (_, opened, bytes) => {
      response = opened;
      sendPart(opened, bytes, 1000);
      return true;
    };
    const pulled = pullRepository(name, way);
    for (const end of [1000, 2000, 3000]) {
      await received(end);
      await clock.advance(20_000);
      response?.write(weights.subarray(end, end + 1000));
    }
    response?.end(weights.subarray(4000));
    await pulled;
    expect(told.some(({ kind }) => kind === 'retry')).toBe(false);
    expect(readFileSync(target).equals(weights)).toBe(true);
  });

  it('is given up after five more attempts', async () => {
    const { hub: way, told } = access();
    hub.onBlob = (_, response) => response.writeHead(503).end();
    await expect(pullRepository(name, way)).rejects.toThrow(
      /model\.safetensors could not be fetched from 127\.0\.0\.1:\d+: .* answered with 503, 5 times over/,
    );
    expect(blobs()).toHaveLength(6);
    const waits = told.flatMap((each) => (each.kind === 'retry' ? [each.wait] : []));
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000]);
  });

  it('waits as long as a busy server asks for', async () => {
    const { hub: way, told } = access();
    hub.onHub = (_, response) =>
      hub.seen.length === 1 && response.writeHead(429, { 'retry-after': '7' }).end();
    await pullRepository(name, way);
    expect(told[0]).toMatchObject({ kind: 'retry', file: 'config.json', wait: 7000 });
  });
});

describe('what is not kept', () => {
  async function fail(given: object = {}): Promise<string> {
    const error = await pullRepository(name, access(given).hub).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: expect.stringMatching(/^(?:WeightsError|Unreachable)$/) });
    expect(existsSync(target)).toBe(false);
    return String(error);
  }

  it('is a file with another SHA-256 than the hub says', async () => {
    hub.onBlob = (_, response, bytes) => response.end(Buffer.alloc(bytes.length, 7));
    expect(await fail()).toMatch(
      /model\.safetensors has the SHA-256 [0-9a-f]{64}, and .* says [0-9a-f]{64}: it is not kept/,
    );
    expect(files()).toEqual(['config.json', 'merges.txt', 'vocab.json']);
  });

  it('is a file that is longer than the hub says', async () => {
    hub.onBlob = (_, response, bytes) => response.end(Buffer.concat([bytes, bytes]));
    expect(await fail()).toContain('model.safetensors is longer than');
  });

  it('is a file that the disk has no room for', async () => {
    expect(await fail({ freeBytes: async () => 2 ** 26 + 200_000 })).toMatch(
      /model\.safetensors needs 300 kB, and 67\.3 MB are free at /,
    );
  });

  it('is a text that is longer than any', async () => {
    hub.onHub = (_, response) => response.writeHead(200, { 'content-length': 2 ** 30 }).flushHeaders();
    expect(await fail()).toContain('config.json has 1.07 GB, and at most 67.1 MB are taken');
  });

  it('is what the hub does not give to everyone', async () => {
    hub.onHub = (_, response) => response.writeHead(401, { 'x-error-code': 'RepoNotFound' }).end();
    expect(await fail()).toContain('(401): check the id, or set HF_TOKEN to a token that may read it');
    expect(await fail({ token: 'hf_x' })).toContain('to the token in HF_TOKEN (401)');
  });

  it('is what the hub has not', async () => {
    hub.files.delete('user/model/model.safetensors');
    expect(await fail()).toContain('user/model has no model.safetensors at');
    hub.onHub = (_, response) => response.writeHead(404, { 'x-error-code': 'RevisionNotFound' }).end();
    expect(await fail()).toContain("user/model has no revision 'main'");
    hub.onHub = (_, response) => response.writeHead(404, { 'x-error-code': 'RepoNotFound' }).end();
    expect(await fail()).toContain('There is no repository user/model.');
  });

  it('is what redirects lead to that have no end, or leave the web', async () => {
    hub.onHub = ({ path }, response) => response.writeHead(302, { location: path }).end();
    expect(await fail()).toContain('sends from one address to the next without an end');
    hub.onHub = (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    expect(await fail()).toContain('sends on to file://, which is not followed');
  });

  it('is anything for an address with a user, or a token that is none', async () => {
    const endpoint = hub.endpoint.replace('//', '//user:password@');
    expect(await fail({ endpoint })).toContain('names a user, and no address with one is asked');
    expect(await fail({ token: 'a\nb' })).toContain(
      'The token in HF_TOKEN holds characters that no token has',
    );
  });

  it('is anything where nobody is there, and then it says what to do by hand', async () => {
    const hint = `By hand: put config.json, vocab.json, merges.txt and model.safetensors into ${folder}.`;
    expect(await fail({ endpoint: 'http://127.0.0.1:1' })).toContain(
      '127.0.0.1:1 cannot be reached: bad port',
    );
    const refused = await fail({ endpoint: await closedPort() });
    expect(refused).toContain('cannot be reached: it refuses connections (ECONNREFUSED)');
    expect(refused).toContain(hint);
    const unknown = await fail({ endpoint: 'http://nowhere.invalid' });
    expect(unknown).toMatch(/nowhere\.invalid cannot be reached: no address is known for it/);
    const offline = await fail({ offline: true });
    expect(offline).toContain(
      'user/model is not in the cache, and nothing may be fetched (--offline or HF_HUB_OFFLINE)',
    );
    expect(offline).toContain(hint);
  });

  it('is anything where the cache cannot be', async () => {
    const file = join(makeFolder(), 'file');
    writeFileSync(file, '');
    expect(await fail({ cache: file })).toMatch(
      /The cache cannot be written at .*UNDERSTUDY_CACHE names another folder/,
    );
  });
});
