import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../src/index.ts';
import { openBrowser } from '../support/open-browser.ts';
import { ask, readAnswer, setPace, settingsOf, visit } from './visit.ts';

const hostile = `<img src=x onerror="window.broken=1"><script>window.broken=2</script> <svg onload="window.broken=3"></svg>

<iframe src="javascript:window.broken=4"></iframe>

[click](javascript:window.broken=5) [case](JaVaScRiPt:window.broken=6) [tab](java&#9;script:window.broken=7)
[data](data:text/html,<script>window.broken=8</script>) [file](file:///etc/passwd) <javascript:window.broken=9>
![picture](https://elsewhere.example/picture.png) ![code](javascript:window.broken=10)
[reference][it] [fine](https://elsewhere.example/page) **bold** \`<b>code</b>\`

| a | <u>b</u> |
|---|---|
| <img src=y onerror="window.broken=11"> | &lt;i&gt; |

[it]: javascript:window.broken=12`;

/** What must not be in an answer, and what may. */
async function inspect(page: Page, place: string) {
  const answer = page.locator(place);
  const links = answer.locator('a');
  return {
    broken: await page.evaluate('window.broken'),
    elements: await answer.locator('img, script, svg, iframe, u, i, b, object, embed, style, form').count(),
    links: await links.evaluateAll((all) => all.map((each) => `${String(each)} ${each.getAttribute('rel')}`)),
    text: await answer.innerText(),
  };
}

const harmless = {
  broken: undefined,
  elements: 0,
  links: [
    'https://elsewhere.example/picture.png noopener noreferrer nofollow',
    'https://elsewhere.example/page noopener noreferrer nofollow',
  ],
};

describe('what a hostile model says', { timeout: 60_000 }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  it('stays text in an answer, asks for nothing and runs nothing', async () => {
    await using server = await startServer({ message: hostile, repeatCount: 1 });
    await using visited = await visit(browser, server.url);
    const { page, trouble } = visited;
    await setPace(page, 0, 1000);
    await ask(page, 'Break it.');
    await page.locator('.state.done').waitFor();
    const found = await inspect(page, '.turn .answer');
    expect(found).toMatchObject(harmless);
    expect(found.text).toContain('<img src=x onerror="window.broken=1"><script>window.broken=2</script>');
    expect(found.text).toContain('javascript:window.broken=5');
    expect(found.text).toContain('Image: picture');
    expect(await readAnswer(page)).toContain(hostile.slice(0, 60));
    expect(trouble).toEqual([]);
  });

  it('stays text in a thread, whoever said it, and in its metadata', async () => {
    await using server = await startServer();
    const headers = { 'content-type': 'application/json' };
    const body = { messages: [{ role: 'user', content: hostile }], metadata: { name: hostile.slice(0, 60) } };
    await fetch(`${server.url}/v1/threads`, { method: 'POST', headers, body: JSON.stringify(body) });
    await using visited = await visit(browser, server.url);
    const { page, trouble } = visited;
    await page.getByRole('tab', { name: 'Threads' }).click();
    await page.locator('.threads li button').click();
    await page.locator('.messages .markdown').waitFor();
    expect(await inspect(page, '.messages .markdown')).toMatchObject(harmless);
    expect(await page.locator('.threads li').innerText()).toContain('<img src=x');
    expect(trouble).toEqual([]);
  });

  it('stays text in an error', async () => {
    await using server = await startServer();
    await using visited = await visit(browser, server.url);
    const { page, trouble } = visited;
    await settingsOf(page).getByLabel('Dialect').selectOption('langbase');
    await settingsOf(page).getByLabel('Thread').fill('<img src=x onerror="window.broken=1"> nobody');
    await ask(page, 'Hello!');
    await page.locator('.turn .error').waitFor();
    expect(await inspect(page, '.turn')).toMatchObject({ broken: undefined, elements: 0 });
    expect(trouble).toEqual([]);
  });

  it('does no harm by nesting without end', async () => {
    await using server = await startServer({
      message: `${'>'.repeat(20_000)} ${'['.repeat(5000)} end`,
      repeatCount: 1,
    });
    await using visited = await visit(browser, server.url);
    const { page, trouble } = visited;
    await setPace(page, 0, 1000);
    await ask(page, 'Nest.');
    expect(await readAnswer(page)).toContain('end');
    expect(trouble).toEqual([]);
  });
});

describe('the policy of the playground', { timeout: 60_000 }, () => {
  it('would stop a script, a style and a request that got in all the same, and the tests would hear of it', async () => {
    const browser = await openBrowser();
    await using server = await startServer();
    await using visited = await visit(browser, server.url);
    const { page, trouble } = visited;
    await page.evaluate(`
      document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.broken=1"><p style="color:red"></p>');
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.broken=2' }));
      fetch('https://elsewhere.example/').catch(() => undefined);
    `);
    await expect
      .poll(() =>
        trouble
          .map((each) => /^policy: (\S+)/.exec(each)?.[1])
          .filter((each) => each !== undefined)
          .sort(),
      )
      .toEqual(
        expect.arrayContaining(['connect-src', 'script-src-attr', 'script-src-elem', 'style-src-attr']),
      );
    expect(await page.evaluate('window.broken')).toBeUndefined();
    await browser.close();
  });
});
