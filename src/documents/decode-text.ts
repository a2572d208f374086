const utf8Mark = [0xef, 0xbb, 0xbf];
const marks = [
  { encoding: 'utf-8', mark: utf8Mark },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
];

const charsetParameter = /;\s*charset="?(?<name>[\w:.-]{1,40})/i;
const metaCharset = /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?(?<name>[\w:.-]{1,40})/i;

/** The bytes as text: by their byte order mark, as UTF-8, or as the media type or an HTML head says; undefined if they are none. */
export function decodeText(bytes: Uint8Array, type: string): string | undefined {
  const marked = marks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return decode(bytes, marked.encoding);
  return decode(bytes, 'utf-8') ?? decode(bytes, namedCharset(bytes, type));
}

function namedCharset(bytes: Uint8Array, type: string): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return (charsetParameter.exec(type) ?? metaCharset.exec(head))?.groups?.['name'];
}

function decode(bytes: Uint8Array, encoding: string | undefined): string | undefined {
  if (encoding === undefined) return undefined;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    // An encoding that nobody knows, or bytes that it does not have: both mean that this is not the text.
    return undefined;
  }
}
