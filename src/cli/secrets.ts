/** What stands in the place of a secret. */
export const mask = '****';

// By name, so that a setting to come is covered without being thought of; `maxNewTokens` is none.
const secret = /(?:key|token|secret|password)$/i;
const addresses = new Set(['redis', 'hubEndpoint']);

/** The value of a setting with a mask over each key, token and password in it, so that it can be shown; what is empty is left as it is. */
export function hideSecrets(setting: string, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return value;
  if (secret.test(setting)) return Array.isArray(value) ? value.map(() => mask) : mask;
  return addresses.has(setting) && typeof value === 'string' ? hideInAddress(value) : value;
}

// An address that is none has its secrets all the same, so nothing is left to a parser; a password may hold an @ or a slash.
function hideInAddress(text: string): string {
  return text
    .replace(/^(?<scheme>(?:[\w+.-]*:)?\/\/)?(?<user>[^]*)@/, (_, scheme = '', user = '') => {
      const colon = String(user).indexOf(':');
      return `${scheme}${colon === -1 ? '' : String(user).slice(0, colon + 1)}${mask}@`;
    })
    .replace(/(?<=[?&][^=&]*(?:pass|secret|token|key|auth)[^=&]*=)[^&]*/gi, mask);
}
