import type { GenerationEvent } from '../core/generation.ts';
import { decodeEvents } from './event-codec.ts';

/** What was appended at once. */
export interface Entry {
  /** The index of its first event. */
  readonly first: number;
  readonly events: readonly GenerationEvent[];
}

/** The entries of a stream as Redis gives them: their ids name the index after their last event. */
export function readEntries(rows: unknown): readonly Entry[] {
  if (!Array.isArray(rows)) return [];
  return rows.map((row: unknown) => {
    const [id, fields] = Array.isArray(row) ? row : [];
    const events = decodeEvents(String(Array.isArray(fields) ? fields[1] : '[]'));
    return { first: Number.parseInt(String(id), 10) - events.length, events };
  });
}
