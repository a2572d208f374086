import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createComposer } from '../../src/engines/composer.ts';
import { openCompletionServer } from '../support/completion-server.ts';
import { steady } from '../support/make-generate.ts';
import { openBrowser } from '../support/open-browser.ts';

interface Heard {
  readonly id: string;
  readonly data: string;
}

/** What an EventSource in the page hears of the address until it is done, and where it stands a while after. */
function listen(page: Page, address: string, leave: boolean): Promise<{ heard: Heard[]; state: number }> {
  return page.evaluate(
    ({ url, closes }) =>
      new Promise<{ heard: Heard[]; state: number }>((resolve) => {
        const source = new EventSource(url);
        const heard: Heard[] = [];
        const hear = (event: Event): void => {
          if (event instanceof MessageEvent) {
            heard.push({ id: event.lastEventId, data: String(event.data) });
          }
        };
        source.addEventListener('message', hear);
        source.addEventListener('done', (event) => {
          hear(event);
          if (!closes) return;
          source.close();
          resolve({ heard, state: source.readyState });
        });
        // It comes back when the stream has ended, and is told that there is nothing more.
        source.addEventListener('error', () => {
          if (source.readyState === source.CLOSED) resolve({ heard, state: source.readyState });
        });
      }),
    { url: address, closes: leave },
  );
}

describe('an EventSource in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  it.each([
    ['closes when it is done', true, 2],
    ['is kept away when it comes back', false, 3],
  ])('hears each piece by its number, and %s', async (_, leave, requests) => {
    await using server = await openCompletionServer({ engine: createComposer(), pacer: steady });
    const page = await browser.newPage();
    await page.goto(`${server.url}/completion`);
    const raw = await (await fetch(`${server.url}/completion/What%20is%20AI?format=raw`)).text();
    const { heard, state } = await listen(page, '/completion/What%20is%20AI', leave);
    const pieces = heard.slice(0, -1);
    expect(pieces.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (__, index) => String(index)));
    expect(pieces.map(({ data }) => data).join('')).toBe(raw);
    expect(heard.at(-1)).toEqual({ id: 'done', data: '[DONE]' });
    expect(state).toBe(2);
    // The first one is the plain text's; the page itself, and its icon, are not found.
    const answered = server.records.map(({ status }) => status).filter((status) => status !== 404);
    expect(answered).toEqual([200, 200, 204].slice(0, requests));
    await page.close();
  });

  it('goes on where it was cut off', async () => {
    await using server = await openCompletionServer({ engine: createComposer(), pacer: steady });
    const whole = await (await fetch(`${server.url}/completion/What%20is%20AI`)).text();
    const headers = { 'last-event-id': '11' };
    const rest = await (await fetch(`${server.url}/completion/What%20is%20AI`, { headers })).text();
    expect(rest).toBe(whole.slice(whole.indexOf('id: 12\n')));
  });
});
