import fc from 'fast-check';

/** Texts that have broken storages before. */
export const naughtyTexts: readonly string[] = [
  '',
  ' ',
  '0',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e1000',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  "'",
  '"',
  '\\',
  '\\"',
  '`',
  "'; DROP TABLE threads; --",
  '") OR 1 = 1 --',
  '%',
  '_',
  '?',
  '?1',
  ':name',
  '{}',
  '[]',
  '${1 + 1}',
  '../../etc/passwd',
  'NUL',
  'a\u0000b',
  '\u0000',
  '\u0001\u001F\u007F\u0080\u009F',
  '\r\n\t\u000B\u000C\u0008',
  '\u2028\u2029',
  '\uFEFFbyte order mark',
  '\uFFFE\uFFFF',
  '\uD800',
  '\uDC00',
  '\uDC00\uD800',
  'half \uD83D of a face',
  '\uFFFD',
  '🙂👩‍👩‍👧‍👦🏳️‍🌈',
  'e\u0301 and é',
  'ﬀ ẞ ß İ ı',
  'مرحبا \u202Eright to left',
  'Z̷̢̛͖a̶l̴g̶o',
  '日本語テキスト',
  '\u200B\u200D\u2060',
  '<script>alert(1)</script>',
  '\u001B[31mred',
  'x'.repeat(100_000),
];

/** Any text: code units without any rule, or one of the naughty ones. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...naughtyTexts),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
);

/** Metadata with any names and any values, `__proto__` among them. */
export const anyMetadata: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .array(fc.tuple(anyText, anyText), { maxLength: 6 })
  .map((entries) => Object.fromEntries(entries));
