import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPage } from '../../docs/pages.ts';
import { openTerminal, withoutFigures } from '../../support/tmux.ts';
import { startProcess } from '../start-process.ts';

const scratch = mkdtempSync(join(tmpdir(), 'understudy-demo-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const joke =
  "Why don't scientists trust atoms? Because they make up everything! This joke is being streamed token by token from your mock OpenAI server.";

const files = ['slow_01_start.txt', 'slow_02_few_tokens.txt', 'slow_03_more_tokens.txt', 'slow_04_final.txt'];

function sockets(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('demo-'));
}

describe('understudy demo', { timeout: 120_000 }, () => {
  it('draws a frame over itself on a terminal', async () => {
    await using terminal = await openTerminal(['demo', '--fast']);
    await terminal.see(/Stage: streaming/);
    await terminal.see(/\[status 0\]/);
    const picture = withoutFigures(await terminal.seeColours());
    await expect(picture).toMatchFileSnapshot('./golden/final-colours.txt');
  });

  it.each([
    ['NO_COLOR', { NO_COLOR: '1' }, []],
    ['--no-color', {}, ['--no-color']],
  ])('has no colours under %s', async (_, env, flags) => {
    await using terminal = await openTerminal(['demo', '--tokens-per-second', '100', ...flags], env);
    await terminal.see(/\[status 0\]/);
    const picture = withoutFigures(await terminal.seeColours());
    await expect(picture).toMatchFileSnapshot('./golden/final.txt');
  });

  it.each([
    [
      'a pipe',
      async () => {
        await using running = startProcess(['demo', '--tokens-per-second', '100']);
        expect(await running.ended).toBe(0);
        expect(running.told.messages).toBe('');
        return running.told.output;
      },
    ],
    [
      'TERM=dumb',
      async () => {
        await using terminal = await openTerminal(['demo', '--tokens-per-second', '100'], { TERM: 'dumb' });
        const picture = await terminal.see(/\[status 0\]/);
        return picture.replace('\ns joke', 's joke').replace('[status 0]', '');
      },
    ],
  ])('is plain text without a frame for %s', async (_, show) => {
    const shown = await show();
    expect(shown).toContain(`Response: ${joke}\n`);
    await expect(withoutFigures(shown)).toMatchFileSnapshot('./golden/piped.txt');
    const told = readPage('docs/terminal.md').blocks.map(({ text }) => `${withoutFigures(text)}\n`);
    expect(told).toContain(`$ understudy demo --fast | cat\n${withoutFigures(shown)}`);
  });

  it('stops at Ctrl-C with 130', async () => {
    await using terminal = await openTerminal(['demo']);
    await terminal.see(/Tokens: 2 /);
    await terminal.press('C-c');
    const picture = await terminal.see(/\[status \d+\]/);
    expect(picture).toMatch(/Stage: stopped .*[^]*\nResponse: Why don't[^\n]*\n\nStopped\.\n\[status 130\]$/);
  });

  it('writes what tmux shows at four stages, and leaves no tmux behind', async () => {
    const [out, sought] = [join(scratch, 'captures'), mkdtempSync(join(scratch, 'tmux-'))];
    const words = ['demo', '--tokens-per-second', '4', '--out', out];
    await using running = startProcess(words, { TMUX_TMPDIR: sought });
    await running.message(/Recording in tmux/);
    expect(sockets(sought)).toHaveLength(1);
    expect(await running.ended).toBe(0);
    expect(running.told.output).toBe(files.map((file) => `${join(out, file)}\n`).join(''));
    expect(sockets(sought)).toEqual([]);
    const left = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    expect(left).not.toContain(`-L understudy-demo-${running.child.pid}`);
    for (const file of files) {
      const capture = readFileSync(join(out, file), 'utf8');
      expect(capture.split('\n')).toHaveLength(25);
      const stable = capture
        .replace(/ \d+\.\d s {2,}\|/, ' N s |')
        .replace(/\d+\.\d s/, 'N s')
        .replace(/\d+ ms/, 'N ms');
      await expect(stable).toMatchFileSnapshot(`./golden/${file}`);
    }
    expect(readFileSync(join(out, 'slow_02_few_tokens.txt'), 'utf8')).toContain(
      "\nResponse: Why don't scientists trust atoms? Because they make up everything! Thi\ns joke is being streamed\n",
    );
  });

  it('leaves no tmux behind when Ctrl-C ends the recording', async () => {
    const sought = mkdtempSync(join(scratch, 'tmux-'));
    await using running = startProcess(['demo', '--out', scratch], { TMUX_TMPDIR: sought });
    await running.message(/Recording in tmux/);
    expect(sockets(sought)).toHaveLength(1);
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(130);
    expect(sockets(sought)).toEqual([]);
  });

  it('says how to get tmux where there is none', async () => {
    await using running = startProcess(['demo', '--out', scratch], { PATH: scratch });
    expect(await running.ended).toBe(1);
    expect(running.told).toEqual({
      output: '',
      messages:
        'error: --out needs tmux, which is not installed: sudo apt-get install tmux, or brew install tmux.\n',
    });
  });

  it('says so where a stage went by unseen', async () => {
    await using running = startProcess(['demo', '--out', scratch, '--tokens-per-second', '1000']);
    expect(await running.ended).toBe(1);
    expect(running.told.messages).toMatch(
      /error: The moment for slow_0\d\w+\.txt was missed: give a slower --tokens-per-second\.\n$/,
    );
  });

  it.each([
    [['--fast', '--tokens-per-second', '2'], 2, 'give one of them'],
    [['--tokens-per-second', '0'], 2, '--tokens-per-second must be at least 0.01.'],
    [['--out', join(scratch, 'file', 'x')], 1, '--out: '],
  ])('refuses %j in one line', async (words, status, message) => {
    writeFileSync(join(scratch, 'file'), '');
    await using running = startProcess(['demo', ...words]);
    expect(await running.ended).toBe(status);
    expect(running.told.messages).toMatch(/^error: [^\n]+\n$/);
    expect(running.told.messages).toContain(message);
  });
});
