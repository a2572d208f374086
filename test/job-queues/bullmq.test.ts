import { describeJobQueue } from '../contracts/job-queue.ts';
import { createBullQueue } from '../../src/job-queues/bullmq.ts';
import { eachRedis } from '../support/each-redis.ts';

let queues = 0;

eachRedis((name, connections) => {
  describeJobQueue(`BullMQ in ${name}`, async (bounds) => {
    const { commands, extra } = connections();
    return createBullQueue({ commands, extra, bounds, prefix: `queue${(queues += 1)}:` });
  });
});
