import { type Server, createServer } from 'node:http';
import { createServer as createSilence } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startProcess } from '../cli/start-process.ts';
import { type RedisServer, findPort, startRedis } from '../support/redis-server.ts';

let redis: RedisServer;
const page = createServer((_, response) => response.end('A page.')).listen(0, '127.0.0.1');

// One that takes connections and whatever is said.
const silent = createSilence((socket) => void socket.on('error', () => undefined).resume()).listen(
  0,
  '127.0.0.1',
);

beforeAll(async () => {
  redis = await startRedis(['requirepass right/one']);
  if (!page.listening) await once(page, 'listening');
});
afterAll(async () => {
  page.close();
  silent.close();
  await redis.close();
});

const commands = [
  ['queue', 'status'],
  ['worker', '--port', '0'],
  ['--port', '0'],
];
const portOf = (server: Pick<Server, 'address'>): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

it.each([
  ['no password', async () => redis.url, 'it asks for a password that is right.'],
  [
    'a wrong password',
    async () => `redis://:no@127.0.0.1:${redis.port}`,
    'it asks for a password that is right.',
  ],
  [
    'a database too many',
    async () => `redis://:right%2Fone@127.0.0.1:${redis.port}/99`,
    'it has no database of that number.',
  ],
  ['no number of a database', async () => `${redis.url}/zero`, 'must be an address like redis://'],
  [
    'a password that breaks it',
    async () => `redis://:right/one@127.0.0.1:${redis.port}`,
    'must be an address like',
  ],
  [
    'nobody there',
    async () => `redis://127.0.0.1:${await findPort()}`,
    'it cannot be reached. Start Redis,',
    1,
  ],
  ['no such host', async () => 'redis://nobody.invalid', 'it cannot be reached. Start Redis,', 1],
  ['something else there', async () => `redis://127.0.0.1:${portOf(page)}`, 'it cannot be reached.', 1],
  ['nothing but silence there', async () => `redis://127.0.0.1:${portOf(silent)}`, 'it does not answer.'],
])(
  'an address with %s ends a command with one line',
  async (_, address, message, status = 2) => {
    const url = await address();
    for (const words of commands) {
      await using started = startProcess([...words, '--redis', url]);
      expect(await started.ended).toBe(status);
      expect(started.told.messages).toMatch(/^error: --redis.*\n$/);
      expect(started.told.messages).toContain(message);
      expect(started.told.messages).not.toContain('right/one');
    }
  },
  60_000,
);
