import { expect, it } from 'vitest';
import type { Origins } from '../../src/cli/origins.ts';
import { explainStart } from '../../src/cli/start-failure.ts';
import { type SettingsInput, SettingsError, readSettings } from '../../src/settings.ts';

function explain(error: unknown, settings: SettingsInput = {}, origins: Origins = new Map()): unknown {
  return explainStart(error, readSettings(settings), origins);
}

function fail(code: string, fields: object = { port: 8080, address: '127.0.0.1' }): Error {
  return Object.assign(new Error(`${code}: it went wrong`), { code, ...fields });
}

it.each([
  [
    fail('EADDRINUSE'),
    {},
    1,
    'Port 8080 on 127.0.0.1 is in use: start with --port 8081, or with --port 0 to take a free one.',
  ],
  [
    fail('EADDRINUSE', { port: 65_535, address: '::1' }),
    {},
    1,
    'Port 65535 on ::1 is in use: start with --port 8080, or with --port 0 to take a free one.',
  ],
  [
    fail('EADDRINUSE'),
    { preset: 'classic' as const },
    1,
    'Port 8080 on 127.0.0.1 is in use: start with --port 0 to take free ones.',
  ],
  [
    fail('EACCES', { port: 80, address: '127.0.0.1' }),
    {},
    1,
    'Port 80 on 127.0.0.1 may not be opened by you: start with --port 8080, or with --port 0 to take a free one.',
  ],
  [fail('EADDRNOTAVAIL'), { host: '1.2.3.4' }, 1, '--host: 1.2.3.4 is no address of this machine.'],
  [fail('ENOTFOUND', {}), { host: 'nowhere' }, 1, "--host: no address is known for 'nowhere'."],
  [new SettingsError('port', 'Not with classic.'), {}, 2, '--port: Not with classic.'],
])('turns %s into one sentence', (error, settings, status, message) => {
  expect(explain(error, settings)).toMatchObject({ name: 'Failure', status, message });
});

it('names the setting by where it was given', () => {
  const origins: Origins = new Map([['host', { kind: 'variable', name: 'HOST', file: '.env' }]]);
  expect(explain(fail('EADDRNOTAVAIL'), { host: '1.2.3.4' }, origins)).toMatchObject({
    message: 'HOST in .env: 1.2.3.4 is no address of this machine.',
  });
});

it('hands back what it does not know', () => {
  const error = new TypeError('x is not a function');
  expect(explain(error)).toBe(error);
});
