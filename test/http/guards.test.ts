import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import { type GuardOptions, type Visitor, createGuard, isOriginAllowed } from '../../src/http/guards.ts';

const open: GuardOptions = {
  loopback: true,
  allowedHosts: [],
  corsOrigins: [],
  apiKeys: [],
  keyRequired: false,
};
const visitor: Visitor = {
  method: 'POST',
  path: '/v1/chat/completions',
  host: 'localhost:8080',
  origin: undefined,
  key: undefined,
};

/** How a guard receives a visitor: 'in', or the status and code of its refusal. */
function receive(options: Partial<GuardOptions>, visit: Partial<Visitor>): string {
  try {
    createGuard({ ...open, ...options })({ ...visitor, ...visit });
    return 'in';
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return `${error.status} ${error.code}`;
  }
}

const refused = '403 request_forbidden';

describe('a guard on this machine alone', () => {
  it.each([
    'localhost',
    'localhost:80',
    'LOCALHOST:8080',
    'app.localhost:3000',
    '127.0.0.1',
    '127.0.0.1:8080',
    '127.8.9.10',
    '[::1]',
    '[::1]:8080',
    // An address is no name that a foreign server could answer for.
    '192.168.1.20:8080',
    '10.0.0.1',
    '[fe80::1]:8080',
    '8.8.8.8',
    undefined,
  ])('lets Host %s in', (host) => {
    expect(receive({}, { host })).toBe('in');
  });

  it.each([
    'evil.com',
    'evil.com:8080',
    '127.0.0.1.evil.com',
    'localhost.evil.com',
    'evillocalhost',
    'myserver:8080',
    'printer.local',
    '0x7f.1',
    '2130706433',
    'localhost:8080:80',
    'localhost@evil.com',
    'localhost/evil',
    '[::1',
    '[evil.com]',
    '',
    ':80',
    'localhost:port',
    'localhost ',
  ])('refuses Host %j, whatever the method', (host) => {
    for (const method of ['GET', 'POST', 'OPTIONS']) expect(receive({}, { host, method })).toBe(refused);
  });

  it('lets hosts in that were allowed, with any port', () => {
    const options = { allowedHosts: ['myserver', 'printer.local'] };
    expect(receive(options, { host: 'MyServer:8080' })).toBe('in');
    expect(receive(options, { host: 'printer.local' })).toBe('in');
    expect(receive(options, { host: 'my.printer.local' })).toBe(refused);
  });

  it('refuses a page whose name was bound to this machine, as rebinding does', () => {
    expect(receive({}, { host: 'evil.com', origin: 'http://evil.com' })).toBe(refused);
    expect(receive({}, { host: 'evil.com:8080', origin: 'http://evil.com:8080', method: 'GET' })).toBe(
      refused,
    );
  });

  it('tells what to do in a sentence that holds nothing unprintable', () => {
    const guard = createGuard(open);
    expect(() => guard({ ...visitor, host: `evil\u0000é${'x'.repeat(1000)}` })).toThrow(
      /^[\x20-\x7e]{1,250}$/,
    );
    expect(() => guard({ ...visitor, host: 'evil.com' })).toThrow(
      "Host 'evil.com' is not allowed. Start with --allowed-host to allow it.",
    );
  });
});

describe('a guard on every address', () => {
  it('takes any Host', () => {
    expect(receive({ loopback: false }, { host: 'api.example.com' })).toBe('in');
  });

  it('takes pages of its own and refuses others', () => {
    const host = 'api.example.com:8443';
    expect(receive({ loopback: false }, { host, origin: 'https://api.example.com:8443' })).toBe('in');
    expect(receive({ loopback: false }, { host, origin: 'https://API.example.com:8443' })).toBe('in');
    expect(receive({ loopback: false }, { host, origin: 'https://api.example.com' })).toBe(refused);
    expect(receive({ loopback: false }, { host, origin: 'https://evil.com' })).toBe(refused);
  });
});

describe('a guard for origins', () => {
  it.each([
    'http://localhost:5173',
    'http://127.0.0.1:3000',
    'https://app.localhost',
    'http://[::1]:3000',
    'http://localhost',
  ])('lets a page of %s in', (origin) => {
    expect(receive({}, { origin })).toBe('in');
    expect(isOriginAllowed({ origin, host: undefined }, [])).toBe(true);
  });

  it.each([
    'https://evil.com',
    'http://localhost.evil.com',
    'http://127.0.0.1.evil.com',
    'http://evil.com#localhost',
    'http://localhost@evil.com',
    'http://192.168.1.20:8080',
    'null',
    '',
    'localhost',
    'file://',
  ])('refuses a page of %j, but for reading what needs no writing', (origin) => {
    expect(receive({}, { origin })).toBe(refused);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      expect(receive({}, { origin, method })).toBe(refused);
    // A page that may not read answers may ask: the browser keeps them from it.
    for (const method of ['GET', 'HEAD']) expect(receive({}, { origin, method })).toBe('in');
    expect(isOriginAllowed({ origin, host: 'localhost:8080' }, [])).toBe(false);
  });

  it('lets origins in that were allowed, each exactly, or all', () => {
    const options = { corsOrigins: ['https://app.example.com'] };
    expect(receive(options, { origin: 'https://app.example.com' })).toBe('in');
    expect(receive(options, { origin: 'http://app.example.com' })).toBe(refused);
    expect(receive(options, { origin: 'https://app.example.com.evil.com' })).toBe(refused);
    expect(receive({ corsOrigins: ['*'] }, { origin: 'https://evil.com' })).toBe('in');
    expect(receive({ corsOrigins: ['null'] }, { origin: 'null' })).toBe('in');
  });
});

describe('a guard for keys', () => {
  const keys = { apiKeys: ['sk-first-0123456789', 'sk-second-0123456789'] };

  it('asks for none where none are set', () => {
    expect(receive({}, {})).toBe('in');
    expect(receive({}, { key: 'anything' })).toBe('in');
  });

  it('asks for some key where one is required', () => {
    expect(receive({ keyRequired: true }, {})).toBe('401 missing_api_key');
    expect(receive({ keyRequired: true }, { key: '' })).toBe('401 missing_api_key');
    expect(receive({ keyRequired: true }, { key: 'anything' })).toBe('in');
  });

  it('takes each of its keys and nothing near them', () => {
    for (const key of keys.apiKeys) {
      expect(receive(keys, { key })).toBe('in');
      for (const wrong of [
        key.slice(0, -1),
        `${key}0`,
        key.toUpperCase(),
        ` ${key}`,
        key.replace('0', '1'),
      ]) {
        expect(receive(keys, { key: wrong })).toBe('401 invalid_api_key');
      }
    }
    expect(receive(keys, {})).toBe('401 missing_api_key');
    expect(receive(keys, { key: 'ключ 🗝'.repeat(1000) })).toBe('401 invalid_api_key');
  });

  it('asks for it on every path and method but health, readiness and preflights', () => {
    for (const path of [
      '/',
      '/v1/models',
      '/metrics',
      '/docs',
      '/openapi.json',
      '/health/',
      '/Health',
      '/ready/x',
      '//health',
    ]) {
      expect(receive(keys, { path, method: 'GET' })).toBe('401 missing_api_key');
    }
    for (const path of ['/health', '/ready']) expect(receive(keys, { path, method: 'GET' })).toBe('in');
    expect(receive(keys, { method: 'OPTIONS' })).toBe('in');
    expect(receive(keys, { method: 'HEAD' })).toBe('401 missing_api_key');
  });

  it('looks at the Host and the Origin first', () => {
    expect(receive(keys, { host: 'evil.com' })).toBe(refused);
    expect(receive(keys, { origin: 'https://evil.com' })).toBe(refused);
  });

  it('tells a wrong key masked', () => {
    const guard = createGuard({ ...open, ...keys });
    expect(() => guard({ ...visitor, key: 'sk-wrong-0123456789-abcdef' })).toThrow(
      'Incorrect API key provided: sk-wro***def.',
    );
  });
});
