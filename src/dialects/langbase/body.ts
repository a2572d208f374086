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
  if (first === undefined) throw invalidBody('Invalid input');
  const { path, issue } = findCause(first);
  throw invalidBody(`${describe(issue)}${path.length === 0 ? '' : ` at "${spell(path)}"`}`, path);
}

/** What Langbase says of a body that it cannot use. */
export function invalidBody(sentence: string, path: readonly PropertyKey[] = []): ApiError {
  const message = `Invalid request body HINT: Validation error: ${sentence}`;
  return new ApiError(400, 'bad_request', message, { param: path.length === 0 ? null : spell(path) });
}

interface Cause {
  readonly path: readonly PropertyKey[];
  readonly issue: z.core.$ZodIssue;
}

// Of several alternatives the one that got furthest is the one that was meant.
function findCause(issue: z.core.$ZodIssue): Cause {
  if (issue.code !== 'invalid_union') return { path: issue.path, issue };
  let cause: Cause = { path: [], issue };
  for (const [first] of issue.errors) {
    const found = first === undefined ? cause : findCause(first);
    if (found.path.length > cause.path.length) cause = found;
  }
  return { path: [...issue.path, ...cause.path], issue: cause.issue };
}

function describe({ code, message }: z.core.$ZodIssue): string {
  return code === 'invalid_type' && message.endsWith('received undefined') ? 'Required' : message;
}

function spell(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>((spelled, part) => {
    if (typeof part === 'number') return `${spelled}[${part}]`;
    return spelled === '' ? String(part) : `${spelled}.${String(part)}`;
  }, '');
  return text.slice(0, 200).toWellFormed();
}
