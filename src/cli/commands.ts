import type { AddCommand } from './add-command.ts';
import { addBench } from './bench-command.ts';
import { addChat } from './chat-command.ts';
import { addCheck } from './check-command.ts';
import { addCompletions } from './completions-command.ts';
import { addConfig } from './config-command.ts';
import { addDemo } from './demo-command.ts';
import { addQueue } from './queue-command.ts';
import { addWorker } from './worker-command.ts';

/** The commands beside `serve` and `models`, in the order in which help lists them. */
export const commands: readonly AddCommand[] = [
  addWorker,
  addQueue,
  addBench,
  addChat,
  addDemo,
  addCheck,
  addConfig,
  addCompletions,
];
