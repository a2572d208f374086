import type { AddCommand } from './add-command.ts';
import { addWorker } from './worker-command.ts';

/** The commands beside `serve` and `models`, in the order in which help lists them. */
export const commands: readonly AddCommand[] = [addWorker];
