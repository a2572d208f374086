import { misuse } from './failure.ts';

/** The URL of a server as people type it, http:// left out or not; throws a Failure that begins with the flag or variable, if it is one. */
export function readUrl(address: string, flag?: string): URL {
  const url = URL.parse(address.includes('://') ? address : `http://${address}`);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    const name = flag === undefined ? '' : `${flag}: `;
    throw misuse(`${name}'${address}' is no http or https URL, such as http://127.0.0.1:8080.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw misuse(`${flag ?? 'The URL'} must not hold a name or password: --api-key takes a key.`);
  }
  return url;
}
