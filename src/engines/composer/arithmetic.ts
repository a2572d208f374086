interface Reader {
  readonly tokens: readonly string[];
  index: number;
  operators: number;
}

const deepest = 40;

/** The value of a sum such as "12*(7+1)" as text, or undefined where the text is no sum. */
export function evaluate(expression: string): string | undefined {
  const compact = expression.replace(/\s+/g, ' ').trim();
  const tokens = compact.match(/\d+(?:\.\d+)?|sqrt|[-+*/%^()]/g) ?? [];
  if (tokens.join('') !== compact.replaceAll(' ', '') || /\d \d/.test(compact)) return undefined;
  const reader: Reader = { tokens, index: 0, operators: 0 };
  const value = readSum(reader, 0);
  if (value === undefined || reader.index < tokens.length || reader.operators === 0) return undefined;
  return print(value);
}

function readSum(reader: Reader, depth: number): number | undefined {
  return readChain(reader, ['+', '-'], () => readProduct(reader, depth));
}

function readProduct(reader: Reader, depth: number): number | undefined {
  return readChain(reader, ['*', '/', '%'], () => readPower(reader, depth));
}

function readChain(
  reader: Reader,
  signs: readonly string[],
  readNext: () => number | undefined,
): number | undefined {
  let left = readNext();
  while (left !== undefined && signs.includes(reader.tokens[reader.index] ?? '')) {
    const sign = reader.tokens[reader.index] ?? '';
    reader.index += 1;
    reader.operators += 1;
    const right = readNext();
    left = right === undefined ? undefined : apply(sign, left, right);
  }
  return left;
}

function readPower(reader: Reader, depth: number): number | undefined {
  const base = readUnary(reader, depth);
  if (base === undefined || reader.tokens[reader.index] !== '^' || depth > deepest) return base;
  reader.index += 1;
  reader.operators += 1;
  const exponent = readPower(reader, depth + 1);
  return exponent === undefined ? undefined : base ** exponent;
}

function readUnary(reader: Reader, depth: number): number | undefined {
  const token = reader.tokens[reader.index];
  if (token === undefined || depth > deepest) return undefined;
  reader.index += 1;
  if (token === '-' || token === '+') {
    const value = readUnary(reader, depth + 1);
    return value === undefined || token === '+' ? value : -value;
  }
  if (token === 'sqrt') {
    reader.operators += 1;
    const value = readUnary(reader, depth + 1);
    return value === undefined ? undefined : Math.sqrt(value);
  }
  if (token !== '(') return /^\d/.test(token) ? Number(token) : undefined;
  const value = readSum(reader, depth + 1);
  if (reader.tokens[reader.index] !== ')') return undefined;
  reader.index += 1;
  return value;
}

function apply(sign: string, left: number, right: number): number {
  if (sign === '+') return left + right;
  if (sign === '-') return left - right;
  if (sign === '*') return left * right;
  return sign === '/' ? left / right : left % right;
}

function print(value: number): string {
  if (!Number.isFinite(value)) return 'undefined';
  return String(Math.abs(value) < 1e15 ? Number(value.toFixed(6)) : value);
}
