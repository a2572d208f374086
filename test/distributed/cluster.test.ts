import { setTimeout as sleep } from 'node:timers/promises';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenServer } from '../../src/app.ts';
import { startServer } from '../../src/index.ts';
import { connectRedis } from '../../src/redis/connect.ts';
import { startProcess } from '../cli/start-process.ts';
import { type WorkerProcess, chat, openApi, startWorker } from '../support/distributed.ts';
import { type RedisCluster, startCluster, startNode } from '../support/redis-cluster.ts';
import type { RedisServer } from '../support/redis-server.ts';

const question = 'How do tides work?';
const flags = ['--ttft', '0', '--tokens-per-second', '60', '--serves', 'text', '--concurrency', '100'];

let cluster: RedisCluster;
let api: OpenServer;
let worker: WorkerProcess;
let whole: { readonly text: string; readonly done: boolean };

beforeAll(async () => {
  cluster = await startCluster({ replicas: 1, config: ['appendonly yes', 'appendfsync always'] });
  api = await openApi(cluster.url, { ttft: 0, tokensPerSecond: 60 });
  worker = await startWorker(cluster.url, ...flags);
  await using alone = await startServer();
  whole = toEnding(await chat(alone.url, question));
}, 120_000);
afterAll(async () => {
  worker.kill('SIGKILL');
  await worker.ended();
  await api.close();
  await cluster.close();
}, 60_000);

function toEnding({ text, done }: { readonly text: string; readonly done: boolean }) {
  return { text, done };
}

/** Twelve answers, each with a log of its own, so that every node has some. */
const askMany = () => Array.from({ length: 12 }, () => chat(api.listeners[0].url, question));

async function hearEndings(asked: readonly ReturnType<typeof chat>[]) {
  return (await Promise.all(asked)).map(toEnding);
}

/** What a node of the cluster says to one command; undefined where it says nothing. */
async function ask<T>({ url }: RedisServer, command: (admin: Redis) => Promise<T>): Promise<T | undefined> {
  const admin = new Redis(url, { retryStrategy: () => null, lazyConnect: true, commandTimeout: 1000 });
  admin.on('error', () => undefined);
  try {
    await admin.connect();
    return await command(admin);
  } catch {
    return undefined;
  } finally {
    admin.disconnect();
  }
}

/** The nodes that are written to, with how many keys each has. */
async function listPrimaries() {
  const asked = cluster.nodes.map(async (node) => {
    const isPrimary = (await ask(node, (admin) => admin.info('replication')))?.includes('role:master');
    return isPrimary === true ? [{ node, keys: (await ask(node, (admin) => admin.dbsize())) ?? 0 }] : [];
  });
  return (await Promise.all(asked)).flat();
}

/** Whether every node says that all is well, and every replica has what its primary has. */
async function isWell(): Promise<boolean> {
  const asked = cluster.nodes.map(async (node) => {
    const info = await ask(node, (admin) => admin.cluster('INFO'));
    const replication = await ask(node, (admin) => admin.info('replication'));
    return (
      info?.includes('cluster_state:ok') === true &&
      /role:master[^]*connected_slaves:1|master_link_status:up/.test(replication ?? '')
    );
  });
  return (await Promise.all(asked)).every((each) => each);
}

async function nameOf(node: RedisServer | undefined): Promise<string> {
  const name = node === undefined ? undefined : await ask(node, (admin) => admin.cluster('MYID'));
  return String(name);
}

async function configure(node: RedisServer | undefined, value: string): Promise<void> {
  if (node !== undefined) await ask(node, (admin) => admin.config('SET', 'appendfsync', value));
}

async function redisCli(...words: readonly string[]): Promise<void> {
  await promisify(execFile)('redis-cli', ['--cluster', ...words]);
}

describe('a cluster of three nodes', () => {
  it('answers, with logs on every node', async () => {
    const asked = askMany();
    await sleep(500);
    const counts = (await listPrimaries()).map(({ keys }) => keys);
    expect(counts).toHaveLength(3);
    for (const keys of counts) expect(keys).toBeGreaterThan(0);
    expect(await hearEndings(asked)).toEqual(asked.map(() => whole));
    const { url } = api.listeners[0];
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('understudy_workers 1');
  }, 60_000);

  it('keeps threads', async () => {
    const { url } = api.listeners[0];
    const post = (path: string, body: object) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const turn = { threadId: 'kept', stream: true, messages: [{ role: 'user', content: question }] };
    expect((await post('/v1/threads', { threadId: 'kept' })).status).toBe(201);
    await (await post('/v1/pipes/run', turn)).text();
    const kept = await (await fetch(`${url}/v1/threads/kept/messages`)).json();
    expect(kept).toMatchObject([{ role: 'user' }, { role: 'assistant', content: whole.text }]);
  }, 60_000);

  it('goes on where the worker is killed', async () => {
    const asked = askMany();
    await sleep(700);
    const second = await startWorker(cluster.url, ...flags);
    worker.kill('SIGKILL');
    await worker.ended();
    worker = second;
    expect(await hearEndings(asked)).toEqual(asked.map(() => whole));
  }, 60_000);

  it('goes on where slots with their keys move to another node', async () => {
    const [from, to] = (await listPrimaries()).map(({ node }) => node);
    const asked = askMany();
    await sleep(500);
    const names = ['--cluster-from', await nameOf(from), '--cluster-to', await nameOf(to)];
    await redisCli('reshard', `127.0.0.1:${to?.port}`, '--cluster-yes', '--cluster-slots', '3000', ...names);
    expect(await hearEndings(asked)).toEqual(asked.map(() => whole));
  }, 60_000);

  // One after the other, so that the node of the queue is among them, whichever that is.
  it('goes on where a node is killed, once its replica has taken its place', async () => {
    for (const { node } of await listPrimaries()) {
      const asked = askMany();
      await sleep(700);
      await node.kill();
      expect(await hearEndings(asked)).toEqual(asked.map(() => whole));
      await node.restart();
      await expect.poll(isWell, { timeout: 20_000 }).toBe(true);
    }
  }, 120_000);

  it('goes on where a node stands still', async () => {
    const [first] = await listPrimaries();
    const asked = askMany();
    await sleep(700);
    first?.node.stop();
    expect(await hearEndings(asked)).toEqual(asked.map(() => whole));
    first?.node.cont();
    await expect.poll(isWell, { timeout: 20_000 }).toBe(true);
  }, 60_000);

  it('has each node asked what it may lose', async () => {
    const [first, second] = (await listPrimaries()).map(({ node }) => node);
    await configure(first, 'everysec');
    await configure(second, 'no');
    await using started = startProcess(['--port', '0', '--data', ':memory:', '--redis', cluster.url]);
    await started.message(/appendfsync no:/);
    expect(started.told.messages).toContain('appendfsync everysec');
  }, 60_000);

  it('ends servers and workers with one line where a database of a cluster is asked for', async () => {
    for (const words of [['--port', '0'], ['worker']]) {
      await using started = startProcess([...words, '--data', ':memory:', '--redis', `${cluster.url}/3`]);
      expect(await started.ended).toBe(2);
      expect(started.told.messages).toMatch(/^error: .*redis.*A Redis Cluster has no database 3.*\n$/);
    }
  }, 60_000);

  it("ends streams and calls with the dialect's error within a bound where all nodes are away for good", async () => {
    const { url } = api.listeners[0];
    const asked = chat(url, question);
    await sleep(700);
    await Promise.all([
      expect(asked).rejects.toThrow('in the stream: Redis does not answer'),
      ...cluster.nodes.map((node) => node.kill()),
    ]);
    await expect(chat(url, question)).rejects.toThrow('503');
    expect((await fetch(`${url}/health`)).status).toBe(200);
  }, 60_000);
});

it('takes a cluster of one node, which keeps all keys itself', async () => {
  const node = await startNode();
  try {
    const { commands, close } = await connectRedis(node);
    await commands.cluster('ADDSLOTSRANGE', 0, 16_383);
    await close();
    const again = await connectRedis(node);
    // A moment passes until it sees that it has all slots.
    const set = () => again.commands.set('any', 'key').catch(String);
    await expect.poll(set, { timeout: 20_000 }).toBe('OK');
    await again.close();
  } finally {
    await node.close();
  }
}, 60_000);
