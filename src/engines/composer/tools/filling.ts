import type { Task } from '../draft.ts';
import type { Finder } from './finder.ts';
import type { Json, Schema } from './schema.ts';

/** What a value is made with. */
export interface FillOptions {
  readonly finder: Finder;
  readonly task: Task;
  /** Whether members that need not be there are there in any case. */
  readonly all: boolean;
}

/** A value in the making. */
export interface Filling extends FillOptions {
  readonly root: Schema;
  /** Values that may still be made: a hostile schema asks for more than anybody has. */
  left: number;
  /** Makes a value for a part of the schema. */
  fill(part: unknown, place: Place): Json;
}

/** Where in the whole a value stands. */
export interface Place {
  readonly name: string;
  /** The name of what holds it. */
  readonly parent: string;
  readonly depth: number;
  /** References that led here: one that comes again ends as soon as it may. */
  readonly references: readonly string[];
  readonly minimal: boolean;
  /** Which item of an array. */
  readonly item: number;
}

/** The place of a member. */
export function memberOf(place: Place, name: string): Place {
  return { ...place, name, parent: place.name, depth: place.depth + 1, item: place.item };
}
