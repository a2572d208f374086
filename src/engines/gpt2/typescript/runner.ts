import type { Clock } from '../../../core/clock.ts';
import type { Backend, SlotStep, TopLogits } from '../backend.ts';
import { createCache } from './cache.ts';
import { runHead, runLayers } from './forward.ts';
import type { Network } from './network.ts';
import { type Sequence, type StepRow, checkKeep, checkSteps, findSequence, listRows } from './sequences.ts';
import { selectTop } from './top-logits.ts';
import { createLabour, createQueue } from './turns.ts';
import { createWorkspace } from './workspace.ts';

/** What a runner needs. */
export interface RunnerOptions {
  readonly network: Network;
  readonly slots: number;
  readonly contextLength: number;
  readonly clock: Clock;
}

// Tokens that go through the network together: weights are shared by four at a time, so more would only take more room.
const passRows = 16;

/** The part of a backend that computes: sequences in slots, a step at a time. */
export function createRunner(options: RunnerOptions): Pick<Backend, 'step' | 'rewind' | 'close'> {
  const sequences = createSequences(options);
  const runPass = createPassRunner(options, refuseClosed);
  const inOrder = createQueue();
  let isClosed = false;

  function refuseClosed(): void {
    if (isClosed) throw new Error('The model is closed.');
  }

  async function step(steps: readonly SlotStep[]): Promise<readonly (TopLogits | undefined)[]> {
    refuseClosed();
    checkSteps(steps, sequences, options);
    const rows = listRows(steps, sequences);
    const results = new Map<SlotStep, TopLogits>();
    for (let first = 0; first < rows.length; first += passRows) {
      await runPass(rows.slice(first, first + passRows), results);
    }
    // A step that fails changes nothing: what it leaves in the caches is beyond the length of the sequences.
    for (const { slot, tokens } of steps) findSequence(sequences, slot).length += tokens.length;
    return steps.map((each) => results.get(each));
  }

  function rewind(slot: number, keep: number): void {
    refuseClosed();
    checkKeep(slot, keep, sequences);
    findSequence(sequences, slot).length = keep;
  }

  return {
    step: (steps) => inOrder(() => step(steps)),
    rewind: (slot, keep) => inOrder(() => rewind(slot, keep)),
    close() {
      isClosed = true;
      return inOrder(() => undefined);
    },
  };
}

function createSequences({ network, slots, contextLength }: RunnerOptions): readonly Sequence[] {
  try {
    return Array.from({ length: slots }, () => ({
      cache: createCache(network.config, contextLength),
      length: 0,
    }));
  } catch (cause) {
    const message = `There is no memory for ${slots} sequences of ${contextLength} tokens.`;
    throw new Error(message, { cause });
  }
}

type PassRunner = (rows: readonly StepRow[], results: Map<SlotStep, TopLogits>) => Promise<void>;

function createPassRunner(
  { network, slots, contextLength, clock }: RunnerOptions,
  check: () => void,
): PassRunner {
  const workspace = createWorkspace(network.config, { rows: passRows, slots, contextLength });
  const run = createLabour(clock, check);
  return async (rows, results) => {
    const pass = { network, workspace, rows };
    await run(runLayers(pass));
    const wanted = rows.flatMap(({ wantedBy }, row) => (wantedBy === undefined ? [] : [{ row, wantedBy }]));
    await run(
      runHead(
        pass,
        wanted.map(({ row }) => row),
      ),
    );
    for (const [index, { wantedBy }] of wanted.entries()) {
      results.set(wantedBy, selectTop(workspace.logits[index] ?? none, wantedBy));
    }
  };
}

const none = new Float64Array();
