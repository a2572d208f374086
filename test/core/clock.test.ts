import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Clock, createClock } from '../../src/core/clock.ts';
import { describeClock } from '../contracts/clock.ts';

const { signal } = new AbortController();

// The machine's clock passes by itself: an alarm of its own tells when.
function pass(clock: Clock, span: number): Promise<void> {
  return new Promise((resolve) => clock.alarm(resolve).set(clock.now() + span));
}

describeClock('the real clock', () => {
  const clock = createClock();
  return { clock, pass: (span) => pass(clock, span) };
});

describe('the real clock', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('tells the seconds since 1970, whole', () => {
    const before = Math.floor(Date.now() / 1000);
    const timestamp = createClock().timestamp();
    expect(Number.isInteger(timestamp)).toBe(true);
    expect(timestamp).toBeGreaterThanOrEqual(before);
    expect(timestamp).toBeLessThanOrEqual(Math.floor(Date.now() / 1000));
  });

  it('lets sockets have their turn between alarms that are always due', async () => {
    const clock = createClock();
    const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const arrived = once(server, 'connection');
    let waiting = true;
    const alarm = clock.alarm(() => {
      if (waiting) alarm.set(clock.now());
    });
    alarm.set(clock.now());
    const { port } = server.address() as AddressInfo;
    connect(port, '127.0.0.1').resume();
    await expect(arrived).resolves.toHaveLength(1);
    waiting = false;
    server.close();
  });

  it('waits for moments that are further away than a timer can wait, without a warning', async () => {
    const clock = createClock();
    const warned = vi.spyOn(process, 'emitWarning');
    const controller = new AbortController();
    const far = clock.sleepUntil(clock.now() + 1e12, controller.signal);
    await clock.sleepUntil(clock.now() + 5, signal);
    controller.abort(new Error('enough'));
    await expect(far).rejects.toThrow('enough');
    expect(warned).not.toHaveBeenCalled();
  });
});
