import { ApiError } from '../core/api-error.ts';

/** What is wrong with a body: where, below the value that was checked, and what OpenAI says of it. */
export interface Issue {
  /** Empty for the value itself, else `.name`, `[0].type` and the like. */
  readonly path: string;
  readonly code: string | null;
  readonly say: (path: string) => string;
}

/** The same issue, seen from the value that holds the checked one. */
export function within(path: string, issue: Issue): Issue {
  return { ...issue, path: path + issue.path };
}

/** The 400 that tells the client of the issue. */
export function toApiError(issue: Issue): ApiError {
  const path = clip(issue.path.replace(/^\./, ''));
  return new ApiError(400, issue.code, issue.say(path), { param: path === '' ? null : path });
}

/** A required parameter is absent. */
export function missing(): Issue {
  return create('missing_required_parameter', (path) => `Missing required parameter: '${path}'.`);
}

/** A parameter that OpenAI does not know; `suggestions` are known ones that look like it. */
export function unknownParameter(suggestions: readonly string[]): Issue {
  const hint = suggestions.length === 0 ? '' : ` Did you mean ${quote(suggestions, 'or')}?`;
  return create('unknown_parameter', (path) => `Unknown parameter: '${path}'.${hint}`);
}

/** A value of the wrong JSON type; `expected` comes with its article. */
export function wrongType(expected: string, value: unknown): Issue {
  const got = nameType(value);
  return create('invalid_type', (path) => {
    const place = path === '' ? '' : ` for '${path}'`;
    return `Invalid type${place}: expected ${expected}, but got ${got} instead.`;
  });
}

/** A text that is none of those supported. */
export function wrongValue(value: string, supported: readonly string[]): Issue {
  const list = quote(supported, 'and');
  return create('invalid_value', () => `Invalid value: '${clip(value)}'. Supported values are: ${list}.`);
}

/** A text that does not match its pattern. */
export function wrongPattern(pattern: string): Issue {
  const expected = `Expected a string that matches the pattern '${pattern}'.`;
  return create('invalid_value', (path) => `Invalid '${path}': string does not match pattern. ${expected}`);
}

/** An array or a text with fewer elements or characters than one. */
export function empty(kind: 'array' | 'string'): Issue {
  const article = kind === 'array' ? 'an' : 'a';
  const expected = `Expected ${article} ${kind} with minimum length 1, but got an empty ${kind} instead.`;
  return create(`empty_${kind}`, (path) => `Invalid '${path}': empty ${kind}. ${expected}`);
}

/** An array or a text with too many elements or characters. */
export function tooLong(kind: 'array' | 'string', most: number, length: number): Issue {
  const article = kind === 'array' ? 'an' : 'a';
  const expected = `Expected ${article} ${kind} with maximum length ${most}, but got ${article} ${kind} with length ${length} instead.`;
  return create(`${kind}_above_max_length`, (path) => `Invalid '${path}': ${kind} too long. ${expected}`);
}

/** An object with too many members. */
export function tooManyProperties(most: number, count: number): Issue {
  const expected = `Expected an object with at most ${most} properties, but got an object with ${count} properties instead.`;
  return create(
    'object_above_max_properties',
    (path) => `Invalid '${path}': too many properties. ${expected}`,
  );
}

/** An object with a member whose name is too long. */
export function tooLongName(name: string, most: number, length: number): Issue {
  const short = `${name.slice(0, 3)}...${name.slice(-3)}`;
  const expected = `Expected a string with maximum length ${most}, but got a string with length ${length} instead.`;
  return create(
    'property_name_above_max_length',
    (path) => `Invalid property name in '${path}': '${short}' is too long. ${expected}`,
  );
}

/** A map of token ids with a key that is none. */
export function wrongTokenId(key: string): Issue {
  return create(
    null,
    (path) => `Invalid key in '${path}': ${clip(key)}. You should only be submitting non-negative integers.`,
  );
}

/** A number below its least or above its greatest value. */
export function outOfBounds(
  kind: 'integer' | 'decimal',
  bound: 'min' | 'max',
  limit: number,
  value: number,
): Issue {
  const [place, sign] = bound === 'min' ? ['below minimum', '>='] : ['above maximum', '<='];
  const side = bound === 'min' ? 'below_min' : 'above_max';
  return create(
    `${kind}_${side}_value`,
    (path) =>
      `Invalid '${path}': ${kind} ${place} value. Expected a value ${sign} ${limit}, but got ${value} instead.`,
  );
}

/** The same in the older words that some parameters keep. */
export function outOfRange(bound: 'min' | 'max', limit: number): Issue {
  const relation = bound === 'min' ? 'greater' : 'less';
  return create(
    null,
    (path) => `Invalid value for '${path}': must be ${relation} than or equal to ${limit}.`,
  );
}

/** Names in quotes: `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`. */
export function quote(names: readonly string[], word: 'and' | 'or'): string {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.pop() ?? '';
  if (quoted.length === 0) return last;
  return `${quoted.join(', ')}${quoted.length > 1 ? ',' : ''} ${word} ${last}`;
}

/** The text, cut where it grows too long to be told back. */
export function clip(text: string): string {
  return text.length > longestEcho ? `${text.slice(0, longestEcho)}...` : text;
}

const longestEcho = 256;

function create(code: string | null, say: (path: string) => string): Issue {
  return { path: '', code, say };
}

function nameType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'an integer' : 'a decimal number';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
