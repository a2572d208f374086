import { describe, expect, it } from 'vitest';
import { createInbox } from '../../../src/engines/gpt2/inbox.ts';

describe('the inbox', () => {
  it('gives what came in, in order, and then its end', async () => {
    const inbox = createInbox<number>(() => undefined);
    const first = inbox.next();
    inbox.push(1);
    inbox.push(2);
    inbox.end();
    inbox.push(3);
    expect([await first, await inbox.next(), await inbox.next(), await inbox.next()]).toEqual([
      1,
      2,
      undefined,
      undefined,
    ]);
  });

  it('asks for a pause when it is full, once, and for more when there is room again', async () => {
    const asked: boolean[] = [];
    const inbox = createInbox<number>((full) => asked.push(full));
    for (let item = 0; item < 300; item += 1) inbox.push(item);
    expect(asked).toEqual([true]);
    for (let item = 0; item < 235; item += 1) expect(await inbox.next()).toBe(item);
    expect(asked).toEqual([true]);
    await inbox.next();
    expect(asked).toEqual([true, false]);
  });

  it('forgets what came before a failure, and tells whoever waits', async () => {
    const inbox = createInbox<number>(() => undefined);
    inbox.push(1);
    inbox.fail(new Error('gone'));
    await expect(inbox.next()).rejects.toThrow('gone');
    const other = createInbox<number>(() => undefined);
    const next = other.next();
    other.fail(new Error('gone'));
    await expect(next).rejects.toThrow('gone');
  });

  it('ends at once when it is dropped', async () => {
    const inbox = createInbox<number>(() => undefined);
    const next = inbox.next();
    inbox.drop();
    inbox.push(1);
    expect(await next).toBeUndefined();
  });
});
