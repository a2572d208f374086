import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startProcess } from './start-process.ts';

const address = /(http:\/\/127\.0\.0\.1:(\d+)) speaks openai/;

describe('understudy', () => {
  it('serves, tells where, writes the port, and ends with 0 at SIGTERM', async () => {
    await using server = startProcess(['--port', '0', '--instant', '--port-file', 'port']);
    const [, url = '', port] = await server.message(address);
    const portFile = join(server.folder, 'port');
    expect(readFileSync(portFile, 'utf8')).toBe(`${port}\n`);
    expect((await fetch(`${url}/health`)).status).toBe(200);

    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(existsSync(portFile)).toBe(false);
    expect(server.told.messages).not.toContain('\u001B[');
    expect(server.told.output.trim().split('\n').map(readLevel)).toEqual(['info']);
  });

  it('lets a running answer finish at SIGINT', async () => {
    await using server = startProcess([
      '--port',
      '0',
      '--message',
      'one two three',
      '--words-per-second',
      '5',
    ]);
    const [, url = ''] = await server.message(address);
    const response = await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'any', stream: true, messages: [{ role: 'user', content: 'Hi' }] }),
    });
    server.child.kill('SIGINT');
    await server.message(/Stopping: running answers get 23 s/);
    const body = await response.text();
    expect(body).toContain('three');
    expect(body.trimEnd()).toMatch(/data: \[DONE\]$/);
    expect(await server.ended).toBe(0);
  });

  it('answers the call that its banner shows', async () => {
    await using server = startProcess(['--instant', '--strict'], { PORT: '0' });
    const [banner] = await server.message(/[^]*Hello!"}\]}'\n/);
    const [command = ''] = /curl [^]*$/.exec(banner) ?? [];
    const answer = execFileSync('sh', ['-c', `export OPENAI_API_KEY=anything; ${command}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(answer.trimEnd()).toMatch(/^data: \{[^]*data: \[DONE\]$/);
  });

  it('opens both addresses of the classic preset', async () => {
    await using server = startProcess(['--preset', 'classic', '--port', '0', '--port-file', 'port']);
    const [, first, second] = await server.message(
      /:(\d+) speaks wordstream, langbase, completion\n.*:(\d+) speaks openai, prompt, langbase, completion\n/,
    );
    expect(readFileSync(join(server.folder, 'port'), 'utf8')).toBe(`${first}\n${second}\n`);
  });

  it('says nothing when it is told to be silent', async () => {
    await using server = startProcess(['--port', '0', '--port-file', 'no/such/folder'], {
      LOG_LEVEL: 'silent',
    });
    expect(await server.ended).toBe(1);
    expect(server.told).toEqual({
      output: '',
      messages: 'error: The file no/such/folder given with --port-file cannot be written (ENOENT).\n',
    });
  });

  it('warns of an address that everyone can reach', async () => {
    await using server = startProcess(['--port', '0', '--host', '0.0.0.0']);
    const [warning] = await server.message(/^WARNING: .+$/m);
    expect(warning).toMatch(/^WARNING: 0\.0\.0\.0 is open to everyone/);
  });
});

describe('understudy ends with one sentence', () => {
  it('and 1 where the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await using server = startProcess(['--port', `${port}`]);
    expect(await server.ended).toBe(1);
    expect(server.told.messages).toMatch(
      /^error: Port \d+ on 127\.0\.0\.1 is in use: start with --port \d+, or with --port 0 to take a free one\.\n$/,
    );
    other.close();
  });

  it.each([
    [['--prot', '1'], {}, "error: unknown option '--prot' (Did you mean --port?)\n"],
    [['--port', 'x'], {}, "error: --port must be a whole number from 0 to 65535, not 'x'.\n"],
    [[], { PORT: 'x' }, "error: PORT must be a whole number from 0 to 65535, not 'x'.\n"],
    [['--preset', 'classic', '--port', '9'], {}, /^error: --port: [^\n]+\n$/],
    [['--samples-file', 'none'], {}, /^error: --samples-file: .*none[^\n]*\n$/],
    [['--pages-file', 'none'], {}, /^error: --pages-file: .*none[^\n]*\n$/],
    [['--data', '/dev/null'], {}, /^error: --data: [^\n]*\/dev\/null[^\n]* folder[^\n]*\n$/],
    [['--data', '/proc/none'], {}, /^error: --data: [^\n]*\/proc\/none[^\n]*\n$/],
    [['--host', '192.0.2.1'], {}, 'error: --host: 192.0.2.1 is no address of this machine.\n', 1],
  ])('and 2 for %j %j', async (words, env, message, status = 2) => {
    await using server = startProcess(words, env);
    expect(await server.ended).toBe(status);
    expect(server.told.output).toBe('');
    expect(server.told.messages).toMatch(message);
  });
});

function readLevel(line: string): unknown {
  return (JSON.parse(line) as { level: unknown }).level;
}
