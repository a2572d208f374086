import type { z } from 'zod';
import { ApiError } from '../../core/api-error.ts';
import type { Call } from '../../core/dialect.ts';

/** The body of a call as JSON; an empty one is an empty object. */
export function readJson(call: Call): unknown {
  return call.body === '' ? {} : call.json();
}

/**
 * Throws a 400 where the body does not follow the schema, in the words of Langbase's own validation. What passes stays as it came:
 * zod's copy would lose a member that is called `__proto__`.
 */
export function assertBody<T extends z.ZodType>(schema: T, body: unknown): asserts body is z.input<T> {
  const { error } = schema.safeParse(body);
  if (error === undefined) return;
  const [first] = error.issues;
  const path = first === undefined ? [] : pathOf(first);
  throw invalidBody(`${describe(first)}${path.length === 0 ? '' : ` at "${spell(path)}"`}`, path);
}

/** What Langbase says of a body that it cannot use. */
export function invalidBody(sentence: string, path: readonly PropertyKey[] = []): ApiError {
  const message = `Invalid request body HINT: Validation error: ${sentence}`;
  return new ApiError(400, 'bad_request', message, { param: path.length === 0 ? null : spell(path) });
}

// The alternative that got furthest is the one that was meant.
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const nested = issue.errors.flatMap(([first]) => (first === undefined ? [] : [deepest(first)]));
  return nested.reduce((best, each) => (pathOf(each).length > pathOf(best).length ? each : best), issue);
}

function pathOf(issue: z.core.$ZodIssue): PropertyKey[] {
  const inner = deepest(issue);
  return inner === issue ? issue.path : [...issue.path, ...inner.path];
}

function describe(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'Invalid input';
  const inner = deepest(issue);
  return inner.code === 'invalid_type' &&
    inner.input === undefined &&
    inner.message.endsWith('received undefined')
    ? 'Required'
    : inner.message;
}

function spell(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>((spelled, part) => {
    if (typeof part === 'number') return `${spelled}[${part}]`;
    return spelled === '' ? String(part) : `${spelled}.${String(part)}`;
  }, '');
  return text.slice(0, 200).toWellFormed();
}
