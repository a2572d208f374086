import { createHash } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** One request that a fake hub got. */
export interface SeenRequest {
  readonly host: 'hub' | 'cdn';
  readonly path: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
  readonly authorization: string | undefined;
}

/** Answers in place of the fake hub; false where it should answer as usual. */
export type Hook = (request: SeenRequest, response: ServerResponse, bytes: Buffer) => unknown;

/** A server that behaves like the hub: small files of its own, large ones on a second host. */
export interface FakeHub {
  readonly endpoint: string;
  readonly cdn: string;
  readonly commit: string;
  /** By path: 'user/name/config.json'. */
  readonly files: Map<string, Buffer>;
  readonly seen: SeenRequest[];
  /** What the second host answers with. */
  onBlob: Hook;
  /** What the hub answers with. */
  onHub: Hook;
}

/** The SHA-256 of some bytes. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Starts a fake hub; it is closed after the tests of a file. */
export async function startHub(): Promise<FakeHub> {
  const usual: Hook = () => false;
  const hub = {
    endpoint: '',
    cdn: '',
    commit: '0123456789abcdef0123456789abcdef01234567',
    files: new Map<string, Buffer>(),
    seen: [] as SeenRequest[],
    onBlob: usual,
    onHub: usual,
  };
  hub.endpoint = await listen(createServer((request, response) => answerHub(hub, request, response)));
  hub.cdn = await listen(createServer((request, response) => answerBlob(hub, request, response)));
  return hub;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function note(hub: FakeHub, host: 'hub' | 'cdn', { url = '', headers }: IncomingMessage): SeenRequest {
  const { range, authorization } = headers;
  const ifRange = headers['if-range'];
  const seen = {
    host,
    path: url,
    range,
    ifRange: ifRange === undefined ? undefined : String(ifRange),
    authorization,
  };
  hub.seen.push(seen);
  return seen;
}

function answerHub(hub: FakeHub, request: IncomingMessage, response: ServerResponse): void {
  const seen = note(hub, 'hub', request);
  const match = /^\/(?<repository>[^/]+\/[^/]+)\/resolve\/(?<revision>[^/]+)\/(?<file>.+)$/.exec(
    seen.path,
  )?.groups;
  const bytes = hub.files.get(`${match?.['repository']}/${decodeURIComponent(match?.['file'] ?? '')}`);
  if (hub.onHub(seen, response, bytes ?? Buffer.alloc(0)) !== false) return;
  if (seen.path.startsWith('/api/models/')) return list(hub, seen.path, response);
  if (bytes === undefined)
    return void response.writeHead(404, { 'x-error-code': 'EntryNotFound' }).end('Entry not found');
  response.setHeader('x-repo-commit', hub.commit);
  if (/\.(?:safetensors|gguf)$/.test(seen.path)) {
    const hash = sha256(bytes);
    response.writeHead(302, {
      location: `${hub.cdn}/blob/${match?.['repository']}/${match?.['file']}?signature=1`,
      'x-linked-etag': `"${hash}"`,
      'x-linked-size': String(bytes.length),
    });
    response.end('Found. Redirecting');
  } else sendRange(seen, response, bytes, `"${sha256(bytes).slice(0, 40)}"`);
}

function list(hub: FakeHub, path: string, response: ServerResponse): void {
  const repository = path.split('/').slice(3, 5).join('/');
  const names = [...hub.files.keys()].filter((name) => name.startsWith(`${repository}/`));
  const siblings = names.map((name) => ({ rfilename: name.slice(repository.length + 1) }));
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ siblings }));
}

function answerBlob(hub: FakeHub, request: IncomingMessage, response: ServerResponse): void {
  const seen = note(hub, 'cdn', request);
  const name = decodeURIComponent(seen.path.replace(/^\/blob\/|\?.*$/g, ''));
  const bytes = hub.files.get(name);
  if (bytes === undefined) return void response.writeHead(403).end('AccessDenied');
  if (hub.onBlob(seen, response, bytes) === false)
    sendRange(seen, response, bytes, `"${sha256(bytes).slice(0, 32)}"`);
}

function sendRange(
  { range, ifRange }: SeenRequest,
  response: ServerResponse,
  bytes: Buffer,
  etag: string,
): void {
  const start = Number(/^bytes=(?<start>\d+)-$/.exec(range ?? '')?.groups?.['start']);
  const headers = { etag, 'accept-ranges': 'bytes' };
  if (Number.isNaN(start) || (ifRange !== undefined && ifRange !== etag)) {
    response.writeHead(200, { ...headers, 'content-length': bytes.length }).end(bytes);
  } else if (start >= bytes.length) {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${bytes.length}` }).end();
  } else {
    const rest = bytes.subarray(start);
    const place = `bytes ${start}-${bytes.length - 1}/${bytes.length}`;
    response.writeHead(206, { ...headers, 'content-range': place, 'content-length': rest.length }).end(rest);
  }
}
