import type { Call } from './dialect.ts';

/** The key that a call shows: as Bearer, as the password of Basic (which OpenAI's own refusal offers, and browsers ask for), or in a header of its own. */
export function readKey(headers: Call['headers']): string | undefined {
  const authorization = headers['authorization'];
  const given = typeof authorization === 'string' ? authorization : '';
  const { scheme, key } = /^(?<scheme>Bearer|Basic)\s+(?<key>\S+)$/i.exec(given)?.groups ?? {};
  const other = headers['x-api-key'] ?? headers['api-key'];
  if (key === undefined || scheme === undefined) return typeof other === 'string' ? other : undefined;
  if (scheme.toLowerCase() === 'bearer') return key;
  return /^[^:]*:(?<password>[^]*)$/.exec(Buffer.from(key, 'base64').toString())?.groups?.['password'];
}
