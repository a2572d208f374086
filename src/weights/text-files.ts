import type { z } from 'zod';
import { openBinaryFile } from './binary-file.ts';
import { WeightsError, refuseFile } from './weights-error.ts';

/** The text of a file of at most so many bytes; rejects with a WeightsError where it is none. */
export async function readBoundedText(path: string, limit: number): Promise<string> {
  const file = await openBinaryFile(path);
  try {
    if (file.bytes > limit) {
      throw refuseFile(path, `it has ${file.bytes} bytes, and at most ${limit} are read`);
    }
    const bytes = await file.read(0, file.bytes);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw error instanceof WeightsError ? error : refuseFile(path, 'it is no UTF-8 text');
  } finally {
    await file.close();
  }
}

/** What a JSON file of at most so many bytes says, as its schema has it; rejects with a WeightsError that names what is wrong. */
export async function readJsonFile<T>(path: string, limit: number, schema: z.ZodType<T>): Promise<T> {
  const text = await readBoundedText(path, limit);
  const parsed = schema.safeParse(parseJson(path, text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  const message = (issue?.message ?? 'not understood').slice(0, 200);
  throw refuseFile(path, place === '' ? message : `${JSON.stringify(place.slice(0, 80))}: ${message}`);
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuseFile(path, 'it is not JSON');
  }
}
