import { createMemoryQueue } from '../../src/job-queues/memory.ts';
import { describeJobQueue } from '../contracts/job-queue.ts';

describeJobQueue('memory', async (bounds) => createMemoryQueue({ bounds }));
