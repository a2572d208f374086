import { describe, expect, it } from 'vitest';
import type { Job, JobQueue, Outcome, QueueBounds, WorkOptions } from '../../src/core/job-queue.ts';
import { requestFor } from './generate.ts';

const bounds: QueueBounds = { depth: 1000, retries: 2, failed: 10 };

/** How a queue is made for a test: another one on the same storage each time, where it has any. */
export type QueueMaker = (changed: QueueBounds) => Promise<JobQueue>;

function job(id: string, more: Partial<Job> = {}): Job {
  const request = requestFor('Hello!');
  return { id, route: 'main', model: 'text', request, maxDuration: 1000, began: 1, priority: 0, ...more };
}

/** A worker whose jobs end when the test says so. */
function takeJobs(queue: JobQueue, options: Partial<WorkOptions> = {}) {
  const taken: { readonly job: Job; readonly signal: AbortSignal; end(outcome: Outcome): void }[] = [];
  const abandoned: string[] = [];
  const worker = queue.work(
    (each, signal) => new Promise((end) => void taken.push({ job: each, signal, end })),
    {
      models: ['text'],
      concurrency: 10,
      abandoned: ({ id }) => void abandoned.push(id),
      ...options,
    },
  );
  const ids = () => taken.map(({ job: { id } }) => id);
  const endAll = async (): Promise<void> => {
    const closing = worker.close();
    for (const { end } of taken) end('done');
    await closing;
  };
  return { taken, ids, abandoned, worker, endAll };
}

/** The tests that every job queue passes. */
export function describeJobQueue(title: string, make: QueueMaker): void {
  const use = async (run: (queue: JobQueue) => Promise<void>, changed: Partial<QueueBounds> = {}) => {
    const queue = await make({ ...bounds, ...changed });
    try {
      await run(queue);
    } finally {
      await queue.close();
    }
  };

  describe(`${title} as a job queue`, () => {
    it('hands a job over as it was added, once', () =>
      use(async (queue) => {
        await queue.add(job('a'));
        await queue.add(job('a'));
        const { taken, ids, endAll } = takeJobs(queue);
        await expect.poll(ids).toEqual(['a']);
        expect(taken[0]?.job).toEqual(job('a'));
        await queue.add(job('a'));
        await queue.add(job('b'));
        await expect.poll(ids).toEqual(['a', 'b']);
        await endAll();
      }));

    it('gives two workers no job twice', () =>
      use(async (queue) => {
        const [one, two] = [takeJobs(queue), takeJobs(queue)];
        const all = Array.from({ length: 20 }, (_, index) => `job-${String(index).padStart(2, '0')}`);
        await Promise.all(all.map((id) => queue.add(job(id))));
        await expect.poll(() => [...one.ids(), ...two.ids()].toSorted()).toEqual(all);
        await Promise.all([one.endAll(), two.endAll()]);
      }));

    it('gives a worker only jobs of its models', () =>
      use(async (queue) => {
        const text = takeJobs(queue);
        const other = takeJobs(queue, { models: ['a/b:c'] });
        await queue.add(job('a'));
        await queue.add(job('b', { model: 'a/b:c' }));
        await queue.add(job('c', { model: 'nobody' }));
        await expect.poll(() => [text.ids(), other.ids()]).toEqual([['a'], ['b']]);
        expect(await queue.count()).toContainEqual({ model: 'nobody', waiting: 1, running: 0, failed: 0 });
        await Promise.all([text.endAll(), other.endAll()]);
      }));

    it('takes those of lower priority first, and equal ones in their order', () =>
      use(async (queue) => {
        for (const [id, priority] of [
          ['late', 9],
          ['first', 0],
          ['middle', 5],
          ['second', 0],
          ['urgent', -1000],
          ['last', 1000],
        ] as const)
          await queue.add(job(id, { priority }));
        const { ids, taken, endAll } = takeJobs(queue, { concurrency: 1 });
        for (let count = 1; count <= 6; count += 1) {
          await expect.poll(() => ids().length).toBe(count);
          taken[count - 1]?.end('done');
        }
        expect(ids()).toEqual(['urgent', 'first', 'second', 'middle', 'late', 'last']);
        await endAll();
      }));

    it('refuses more than may wait, and takes more once some have been taken', () =>
      use(
        async (queue) => {
          await queue.add(job('a'));
          await queue.add(job('b'));
          const full = { status: 429, code: 'queue_full', details: { headers: { 'retry-after': '1' } } };
          await expect(queue.add(job('c'))).rejects.toMatchObject(full);
          await queue.add(job('d', { model: 'other' }));
          const { ids, endAll } = takeJobs(queue);
          await expect.poll(() => ids().length).toBe(2);
          await queue.add(job('c'));
          await expect.poll(() => ids().length).toBe(3);
          await endAll();
        },
        { depth: 2 },
      ));

    it('gives a worker so many jobs of each of its models', () =>
      use(async (queue) => {
        const { ids, taken, endAll } = takeJobs(queue, { models: ['text', 'other'], concurrency: 2 });
        for (const model of ['text', 'other'])
          for (const count of [1, 2, 3]) await queue.add(job(`${model} ${count}`, { model }));
        const first = ['other 1', 'other 2', 'text 1', 'text 2'];
        await expect.poll(() => ids().toSorted()).toEqual(first);
        taken.find(({ job: { id } }) => id === 'text 1')?.end('done');
        await expect.poll(() => ids().toSorted()).toEqual([...first, 'text 3']);
        taken.find(({ job: { id } }) => id === 'other 2')?.end('done');
        await expect.poll(() => ids().length).toBe(6);
        await endAll();
      }));

    it('makes as many of one model as may be made, whatever the workers take', () =>
      use(
        async (queue) => {
          // Whoever looks first must not keep the bound from being told.
          await queue.count();
          const { ids, taken, endAll } = takeJobs(queue);
          for (const id of ['a', 'b', 'c']) await queue.add(job(id));
          await expect.poll(() => ids().length).toBe(2);
          expect(await queue.count()).toContainEqual({ model: 'text', waiting: 1, running: 2, failed: 0 });
          taken[0]?.end('done');
          await expect.poll(() => ids().length).toBe(3);
          await endAll();
        },
        { running: 2 },
      ));

    it('makes a job again whose maker broke down, and gives it up in the end', () =>
      use(async (queue) => {
        const { ids, taken, abandoned, endAll } = takeJobs(queue);
        await queue.add(job('a'));
        for (let count = 1; count <= 3; count += 1) {
          await expect.poll(() => ids().length).toBe(count);
          expect(abandoned).toEqual([]);
          taken[count - 1]?.end('broken');
        }
        await expect.poll(() => abandoned).toEqual(['a']);
        await expect.poll(() => queue.list(10)).toMatchObject([{ id: 'a', state: 'failed', model: 'text' }]);
        expect(await queue.retry('b', 7)).toBe(false);
        expect(await queue.retry('a', 7)).toBe(true);
        await expect.poll(() => ids().length).toBe(4);
        expect(taken[3]?.job).toEqual(job('a', { began: 7 }));
        await endAll();
      }));

    it('gives up at once what is hopeless', () =>
      use(async (queue) => {
        const { ids, taken, abandoned, endAll } = takeJobs(queue);
        await queue.add(job('a'));
        await expect.poll(ids).toEqual(['a']);
        taken[0]?.end('hopeless');
        await expect.poll(() => abandoned).toEqual(['a']);
        const reason = 'Its workers died each time that it was begun.';
        await expect.poll(() => queue.list(10)).toMatchObject([{ id: 'a', state: 'failed', reason }]);
        await endAll();
      }));

    it('hands over what is under way when a worker leaves, to another one at once', () =>
      use(async (queue) => {
        const leaving = takeJobs(queue);
        await queue.add(job('a'));
        await expect.poll(leaving.ids).toEqual(['a']);
        const closed = leaving.worker.close();
        expect(leaving.taken[0]?.signal.aborted).toBe(true);
        const staying = takeJobs(queue);
        leaving.taken[0]?.end('handed-over');
        await closed;
        await expect.poll(staying.ids).toEqual(['a']);
        expect(leaving.worker.running).toBe(0);
        await staying.endAll();
      }));

    it('takes out what nobody has begun, and no more', () =>
      use(async (queue) => {
        const { ids, endAll } = takeJobs(queue, { concurrency: 1 });
        for (const id of ['a', 'b', 'c']) await queue.add(job(id));
        await expect.poll(ids).toEqual(['a']);
        expect(await queue.remove('b')).toBe(true);
        expect(await queue.remove('b')).toBe(false);
        expect(await queue.remove('a')).toBe(false);
        expect(await queue.list(10)).toMatchObject([
          { id: 'a', state: 'running' },
          { id: 'c', state: 'waiting' },
        ]);
        expect(await queue.drain()).toHaveLength(1);
        expect(await queue.list(10)).toMatchObject([{ id: 'a' }]);
        await endAll();
      }));
  });
}
