/** A moment at which a task runs, set again and again without allocation; moments are those of the clock that made it. */
export interface Alarm {
  /** Runs the task once at the moment, or as soon as possible when it has passed; a later call replaces an earlier one. */
  set(moment: number): void;
  /** Forgets the moment, if any. */
  clear(): void;
}

/** All alarms of one clock, earliest first. */
export interface Alarms {
  create(task: () => void): Alarm;
  /** The earliest moment set, or Infinity. */
  next(): number;
  /** Runs what is due at `now`, earliest first; what an alarm sets anew at or before `now` waits for the next call. */
  run(now: number): void;
}

interface Entry {
  moment: number;
  place: number;
  readonly task: () => void;
}

/** A binary heap of alarms; `changed` is called when another alarm becomes the earliest outside of `run`. */
export function createAlarms(changed: (moment: number) => void): Alarms {
  const heap: Entry[] = [];
  let present = -Infinity;
  let fired: Entry | undefined;

  function set(entry: Entry, asked: number): void {
    // What is set for a moment that has passed waits for the next run: its turn comes after the sockets had theirs.
    const moment = asked <= present ? justAfter(present) : asked;
    const before = entry.moment;
    entry.moment = moment;
    if (entry === fired) fired = undefined;
    if (entry.place < 0) {
      entry.place = heap.length;
      heap.push(entry);
      raise(heap, entry);
    } else if (moment < before) raise(heap, entry);
    else sink(heap, entry);
    if (present === -Infinity && heap[0] === entry) changed(moment);
  }

  function clear(entry: Entry): void {
    if (entry === fired) fired = undefined;
    remove(heap, entry);
  }

  function run(now: number): void {
    present = now;
    try {
      for (let first = heap[0]; first !== undefined && first.moment <= now; first = heap[0]) {
        // The alarm stays in its place while its task runs: one that is set anew sinks once instead of leaving and entering.
        fired = first;
        first.task();
        if (fired === first) clear(first);
      }
    } finally {
      if (fired !== undefined) clear(fired);
      present = -Infinity;
    }
  }

  return {
    create(task) {
      const entry: Entry = { moment: Infinity, place: -1, task };
      return { set: (moment) => set(entry, moment), clear: () => clear(entry) };
    },
    next: () => heap[0]?.moment ?? Infinity,
    run,
  };
}

// The next moment, later by less than any clock can tell; after half a year numbers are further apart than a millionth.
function justAfter(moment: number): number {
  return moment + Math.max(1e-6, moment * Number.EPSILON);
}

function remove(heap: Entry[], entry: Entry): void {
  if (entry.place < 0) return;
  const last = heap.pop();
  if (last !== undefined && last !== entry) {
    place(heap, last, entry.place);
    raise(heap, last);
    sink(heap, last);
  }
  entry.place = -1;
  entry.moment = Infinity;
}

function raise(heap: Entry[], entry: Entry): void {
  let index = entry.place;
  while (index > 0) {
    const above = (index - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || parent.moment <= entry.moment) break;
    place(heap, parent, index);
    index = above;
  }
  place(heap, entry, index);
}

function sink(heap: Entry[], entry: Entry): void {
  let index = entry.place;
  for (;;) {
    const left = heap[2 * index + 1];
    const right = heap[2 * index + 2];
    const smaller = right !== undefined && left !== undefined && right.moment < left.moment ? right : left;
    if (smaller === undefined || smaller.moment >= entry.moment) break;
    const below = smaller.place;
    place(heap, smaller, index);
    index = below;
  }
  place(heap, entry, index);
}

function place(heap: Entry[], entry: Entry, index: number): void {
  heap[index] = entry;
  entry.place = index;
}
