import { z } from 'zod';

/** What an error's body says, in whatever shape a server has for it. */
export interface ErrorWords {
  readonly message: string;
  readonly code?: string | undefined;
  readonly param?: string | undefined;
}

const text = z.string().min(1).optional().catch(undefined);
const told = z.object({ message: text, code: text, param: text });

/** Reads the JSON of an error as OpenAI, Langbase, FastAPI, Ollama and others write it; undefined where it is none. */
export function readErrorBody(value: unknown): ErrorWords | undefined {
  if (Array.isArray(value)) return readErrorBody(value[0]);
  if (typeof value === 'string') return { message: value };
  if (typeof value !== 'object' || value === null) return undefined;
  if ('error' in value && value.error) return readErrorBody(value.error) ?? { message: 'an error' };
  const { message, code, param } = told.parse(value);
  if (message !== undefined) return { message, code, param };
  const detail = 'detail' in value ? value.detail : undefined;
  const [first]: unknown[] = Array.isArray(detail) ? detail : [detail];
  if (typeof first === 'string') return { message: first };
  const { data } = z.object({ msg: z.string() }).safeParse(first);
  return data === undefined ? undefined : { message: data.msg };
}

/** The value of a JSON text; undefined where it is none. */
export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    // What is no JSON is told apart by whoever asked for it.
    return undefined;
  }
}
