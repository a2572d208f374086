const names: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Text with the common character references of HTML resolved: it becomes text again, never markup. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>[a-z]+));/gi,
    (found, ...rest) => {
      const groups: unknown = rest.at(-1);
      return isGroups(groups) ? (decode(groups) ?? found) : found;
    },
  );
}

function isGroups(value: unknown): value is Readonly<Record<string, string | undefined>> {
  return typeof value === 'object' && value !== null;
}

function decode({ decimal, hex, name }: Readonly<Record<string, string | undefined>>): string | undefined {
  if (name !== undefined) return Object.hasOwn(names, name) ? names[name] : undefined;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : undefined;
}

const followed = new Set(['http:', 'https:', 'mailto:']);

/** An address that may be followed, as the browser will read it; undefined for any that could run something here. */
export function readLink(href: string): string | undefined {
  const url = URL.parse(href);
  return url !== null && followed.has(url.protocol) ? url.href : undefined;
}
