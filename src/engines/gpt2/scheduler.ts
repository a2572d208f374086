import type { Clock } from '../../core/clock.ts';
import { type Counters, noCounters } from './counters.ts';
import { describeFailure, performTurns } from './perform-turns.ts';
import type { Ending, SchedulerOptions, State, Turn } from './scheduler-state.ts';
import { type Task, createSequence } from './sequence.ts';

/** Answers of one model side by side, a token each in every step; what is cancelled is heard of no more. */
export interface Scheduler {
  /** False where as many wait as may. */
  submit(task: Task): boolean;
  cancel(id: number): void;
  /** Keeps an answer's slot, but goes on with the others alone. */
  pause(id: number): void;
  resume(id: number): void;
  counters(): Counters;
}

/** A scheduler that admits in the order of arrival, always into the lowest free slot: backends are fast where slots are low and side by side. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const state: State = {
    options,
    active: Array.from({ length: options.backend.slots }, () => undefined),
    waiting: [],
    entries: new Map(),
    counters: { ...noCounters },
    looping: false,
  };
  return {
    submit: (task) => submit(state, task),
    cancel: (id) => cancel(state, id),
    pause: (id) => setPaused(state, id, true),
    resume: (id) => setPaused(state, id, false),
    counters: () => ({
      ...state.counters,
      running: state.active.filter((entry) => entry?.cancelled === false).length,
      queued: state.waiting.length,
    }),
  };
}

function submit(state: State, task: Task): boolean {
  const { backend, queue } = state.options;
  if (state.entries.size >= backend.slots + queue) return false;
  const sequence = createSequence(task, backend);
  const entry = { id: task.id, task, sequence, cancelled: false, paused: false };
  state.entries.set(task.id, entry);
  state.waiting.push(entry);
  wake(state);
  return true;
}

function cancel(state: State, id: number): void {
  const entry = state.entries.get(id);
  if (entry === undefined) return;
  entry.cancelled = true;
  state.entries.delete(id);
  const place = state.waiting.indexOf(entry);
  if (place >= 0) state.waiting.splice(place, 1);
  // One that is paused has no step after which its slot would become free.
  wake(state);
}

function setPaused(state: State, id: number, paused: boolean): void {
  const entry = state.entries.get(id);
  if (entry === undefined) return;
  entry.paused = paused;
  wake(state);
}

function wake(state: State): void {
  if (state.looping) return;
  state.looping = true;
  void loop(state);
}

async function loop(state: State): Promise<void> {
  const { clock, emit } = state.options;
  const breath = createBreath(clock);
  for (;;) {
    freeCancelled(state);
    const failed = await admit(state);
    const turns = plan(state);
    if (turns.length === 0 && failed.length === 0) {
      if (canAdmit(state)) continue;
      break;
    }
    const tick = await performTurns(state, turns);
    tick.ended.unshift(...failed);
    if (tick.said.length > 0 || tick.ended.length > 0) await emit(tick);
    await breath();
  }
  state.looping = false;
}

// A backend that computes without waiting for anything would let no message in: each step leaves the event loop a round.
function createBreath(clock: Clock): () => Promise<void> {
  let done: () => void = () => undefined;
  const alarm = clock.alarm(() => done());
  return () =>
    new Promise((resolve) => {
      done = resolve;
      alarm.set(clock.now());
    });
}

// Somebody may have come, or gone, while others were let in.
function canAdmit({ active, waiting }: State): boolean {
  return waiting.length > 0 && active.some((entry) => entry === undefined || entry.cancelled);
}

function freeCancelled({ active }: State): void {
  active.forEach((entry, slot) => {
    if (entry?.cancelled === true) active[slot] = undefined;
  });
}

async function admit(state: State): Promise<Ending[]> {
  const { active, waiting, entries, options } = state;
  const failed: Ending[] = [];
  for (let slot = 0; slot < active.length && waiting.length > 0; slot += 1) {
    if (active[slot] !== undefined) continue;
    const entry = waiting.shift();
    if (entry === undefined) break;
    active[slot] = entry;
    try {
      await options.backend.rewind(slot, 0);
      const { format } = entry.task;
      if (format !== undefined) await options.backend.formats?.bind(slot, format);
    } catch (error) {
      active[slot] = undefined;
      if (entries.delete(entry.id)) failed.push({ id: entry.id, failure: describeFailure(error) });
    }
  }
  return failed;
}

// Prompts share the budget in the order in which they came, so that none starves while others come into lower slots.
function plan(state: State): Turn[] {
  let budget = state.options.prefillBudget;
  const turns: Turn[] = [];
  for (const entry of state.entries.values()) {
    const slot = state.active.indexOf(entry);
    if (slot < 0 || entry.paused || entry.cancelled) continue;
    const waiting = entry.sequence.waiting();
    if (waiting > 0 && budget <= 0) continue;
    turns.push({ entry, step: entry.sequence.step(slot, budget) });
    budget -= Math.min(waiting, budget);
  }
  return turns.toSorted((one, other) => one.step.slot - other.step.slot);
}
