import type { Clock } from '../../core/clock.ts';
import type { GeneratedPiece } from '../../core/engine.ts';
import type { Backend, SlotStep } from './backend.ts';
import type { Counters } from './counters.ts';
import type { Sequence, Task } from './sequence.ts';

/** How an answer has ended: by itself, by what broke down, or before it began since too many wait. */
export type Ending =
  | { readonly id: number; readonly reason: 'stop' | 'length' }
  | { readonly id: number; readonly failure: string }
  | { readonly id: number; readonly full: true };

/** What one step of the model has brought, for all the answers that had a part in it. */
export interface Tick {
  readonly said: readonly (readonly [id: number, piece: GeneratedPiece])[];
  readonly ended: readonly Ending[];
}

/** What a scheduler works with. */
export interface SchedulerOptions {
  readonly backend: Backend;
  readonly clock: Clock;
  /** Most answers that wait for a slot. */
  readonly queue: number;
  /** Most tokens of prompts that one step takes in: more of them shorten the wait for the first token, and lengthen that for each next one. */
  readonly prefillBudget: number;
  /** With at most so many sequences that only need their next token, each is stepped by itself; 0 or 1 for never. */
  readonly singleUpTo: number;
  /** The next step waits for it. */
  emit(tick: Tick): Promise<void>;
}

/** An answer that waits for a slot or has one. */
export interface Entry {
  readonly id: number;
  readonly task: Task;
  readonly sequence: Sequence;
  cancelled: boolean;
  paused: boolean;
}

/** What a scheduler knows. */
export interface State {
  readonly options: SchedulerOptions;
  /** By slot. */
  readonly active: (Entry | undefined)[];
  readonly waiting: Entry[];
  /** In the order in which they came. */
  readonly entries: Map<number, Entry>;
  readonly counters: { -readonly [Name in keyof Counters]: Counters[Name] };
  looping: boolean;
}

/** What one answer does in a step. */
export interface Turn {
  readonly entry: Entry;
  readonly step: SlotStep;
}
