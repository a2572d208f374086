import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startServer } from '../../../src/index.ts';
import { say, startTiny, stop, stream } from '../../support/misbehave.ts';
import { openTerminal, withoutFigures } from '../../support/tmux.ts';

const text =
  'Streaming sends tokens as they are made, one by one, so that a reader sees the answer grow instead of waiting for its end.';
const server = await startServer({ message: text, wordsPerSecond: 200 });
// A minute of words: whoever wants less has to stop it.
const slow = await startServer({ message: 'slow words', wordsPerSecond: 10, repeatCount: 300 });
afterAll(async () => {
  await server.close();
  await slow.close();
});

const at = (baseURL: string): readonly string[] => ['chat', '--base-url', baseURL];

describe('an answer on a terminal', { timeout: 120_000 }, () => {
  it('is streamed with its role and its figures in dim', async () => {
    await using terminal = await openTerminal([...at(server.baseURL), 'What is streaming?']);
    const picture = await terminal.see(/\[status 0\]/);
    await expect(withoutFigures(picture)).toMatchFileSnapshot('./golden/once.txt');
    const coloured = withoutFigures(await terminal.seeColours());
    await expect(coloured).toMatchFileSnapshot('./golden/once-colours.txt');
  });

  it.each([
    ['NO_COLOR', 'once.txt', { NO_COLOR: '1' }, []],
    ['TERM=dumb', 'once-dumb.txt', { TERM: 'dumb' }, []],
    ['--no-color', 'once.txt', {}, ['--no-color']],
  ])('has no colours under %s', async (_, golden, env, flags) => {
    await using terminal = await openTerminal([...at(server.baseURL), 'What is streaming?', ...flags], env);
    await terminal.see(/\[status 0\]/);
    const coloured = withoutFigures(await terminal.seeColours());
    await expect(coloured).toMatchFileSnapshot(`./golden/${golden}`);
  });

  it('is broken between words, also where one was seen before it was too long', async () => {
    const url = `https://example.com/${'0123456789/'.repeat(8)}`;
    const pieces = [
      'The last word of this line comes in pieces: so that it is begun in',
      ' pa',
      'r',
      'ts. In Chinese there are none: ',
      ...Array.from(
        '他说：春天来了，花都开了，我们去看花吧，看完花再回家吃饭。今天的风很轻，天上没有一片云，孩子们在河边跑。',
      ),
      `\n\nAn address is longer than a line: ${url} and then it goes on, one word after the other`,
      ', to the end.',
    ];
    await using tiny = await startTiny(stream(...pieces.map(say), stop));
    await using terminal = await openTerminal([...at(tiny.url), '--no-stats', 'Hi']);
    await expect(await terminal.see(/\[status 0\]/)).toMatchFileSnapshot('./golden/words.txt');
  });

  it('stops at Ctrl-C, keeps what came and ends with 130', async () => {
    await using terminal = await openTerminal([...at(slow.baseURL), 'Hi']);
    await terminal.see(/slow words/);
    await terminal.press('C-c');
    const picture = await terminal.see(/\[status \d+\]/);
    expect(picture).toMatch(
      /slow words[^]*\nStopped\. What came is kept\.\nfirst token after [^]*\[status 130\]$/,
    );
  });

  it('shows what would move the cursor, set colours or a title, or ring, as signs', async () => {
    const attack = [
      '\u001B[2J\u001B[31mred',
      '\u001B]0;title\u0007',
      '\u009B5A',
      '\rover\b\b',
      '\u007F',
      '\u001B',
    ];
    await using hostile = await startTiny(stream(...attack.map(say), say('[41m end'), stop));
    await using terminal = await openTerminal([...at(hostile.url), '--no-stats', 'Hi']);
    const picture = await terminal.see(/\[status 0\]/);
    expect(picture).toBe('assistant> ␛[2J␛[31mred␛]0;title␇\uFFFD5A␍over␈␈␡␛[41m end\n[status 0]');
    expect(await terminal.seeColours()).toContain('{plain}␛[2J␛[31mred');
  });
});

describe('a failure on a terminal', { timeout: 120_000 }, () => {
  it('is told in lines that end between words', async () => {
    await using terminal = await openTerminal(['models', 'pull', 'nobody/nothing', '--offline'], {
      UNDERSTUDY_CACHE: '/tmp/nothing',
    });
    expect(await terminal.see(/\[status 1\]/)).toBe(
      `error: nobody/nothing is not in the cache, and nothing may be fetched
(--offline or HF_HUB_OFFLINE). By hand: put config.json, vocab.json, merges.txt
and model.safetensors into /tmp/nothing/hub/nobody--nothing/main.
[status 1]`,
    );
  });
});

describe('a conversation on a terminal', { timeout: 120_000 }, () => {
  it('goes on from answer to answer, with lines that go on, commands and history', async () => {
    await using terminal = await openTerminal([...at(server.baseURL), '--system', 'Be brief.']);
    await terminal.see(/you> $|you>$/);
    await terminal.type('What is \\');
    await terminal.see(/\.\.\.>/);
    await terminal.type('streaming?');
    await terminal.see(/in all\nyou>/);
    await terminal.type('/modle');
    await terminal.type('/save talk.json');
    await terminal.see(/Saved in/);
    await terminal.press('Up');
    await terminal.press('Up');
    await terminal.press('Up');
    await terminal.see(/you> streaming\?$/);
    await terminal.press('Enter');
    await terminal.see(/you> streaming\?\nassistant>[^]*in all\nyou>$/);
    const picture = withoutFigures(await terminal.seeColours());
    await expect(picture).toMatchFileSnapshot('./golden/conversation-colours.txt');
    await terminal.press('C-d');
    await terminal.see(/\[status 0\]/);
    expect(server.requests.at(-1)?.body).toMatchObject({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'What is \nstreaming?' },
        { role: 'assistant', content: text },
        { role: 'user', content: 'streaming?' },
      ],
    });
    const saved: unknown = JSON.parse(await readFile(join(terminal.folder, 'talk.json'), 'utf8'));
    expect(saved).toMatchObject([{ role: 'system' }, { role: 'user' }, { role: 'assistant', content: text }]);
  });

  it('stops an answer at the first Ctrl-C and leaves with 130 at the second', async () => {
    await using terminal = await openTerminal(at(slow.baseURL));
    await terminal.see(/you>/);
    await terminal.type('Hi');
    await terminal.see(/slow words/);
    await terminal.press('C-c');
    await terminal.see(/Stopped\. What came is kept\.\nfirst token [^\n]*\nyou>$/);
    await terminal.type('And?');
    await terminal.see(/And\?\nassistant> slow/);
    expect(slow.requests.at(-1)?.body).toMatchObject({
      messages: [{ content: 'Hi' }, { role: 'assistant', content: /^slow words/ }, { content: 'And?' }],
    });
    await terminal.press('C-c');
    await terminal.see(/And\?[^]*Stopped\.[^]*\nyou>$/);
    await terminal.press('C-c');
    await terminal.see(/\[status 130\]/);
  });

  it('outlives a question that fails, and asks on', async () => {
    let calls = 0;
    await using flaky = await startTiny((response) => {
      calls += 1;
      if (calls === 1) response.writeHead(429).end('{"error":{"message":"slow down"}}');
      else response.end(say('fine') + stop);
    });
    await using terminal = await openTerminal(at(flaky.url));
    await terminal.see(/you>/);
    await terminal.type('One');
    await terminal.see(
      /error: The server takes no more for now \(429: slow down\)\. Try again later\.\nyou>/,
    );
    await terminal.type('Two');
    await terminal.see(/assistant> fine/);
    expect(JSON.parse(flaky.bodies[1] ?? '').messages).toEqual([{ role: 'user', content: 'Two' }]);
  });

  it('does what its commands say', async () => {
    await using terminal = await openTerminal([...at(server.baseURL), '--thread', 'first']);
    await terminal.see(/you>/);
    for (const line of [
      '/help',
      '/model',
      '/model gpt-4o',
      '/system Be kind.',
      '/system -',
      '/save',
      '/reset',
    ]) {
      await terminal.type(line);
    }
    const picture = await terminal.see(/Forgotten[^]*you>$/);
    const shown = withoutFigures(picture).replace(/chat_\w+/, 'chat_ID');
    await expect(shown).toMatchFileSnapshot('./golden/commands.txt');
    await terminal.type(`/system${' Say yes.'.repeat(9)}`);
    await terminal.see(/The model is told: (?:Say yes\. ){6}Say\nyes\. Say yes\. Say yes\.\nyou>$/);
    await terminal.type('/quit');
    await terminal.see(/\[status 0\]/);
  });
});
