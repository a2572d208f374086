import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../test/support/open-browser.ts';

// A stranger's path, from a clean clone to the first token in a browser: npx node bench/first-token.ts

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'first-token-'));
const clone = join(folder, 'understudy');
const portFile = join(folder, 'port');

/** Does one step, and gives the seconds that it took. */
async function time(step: () => Promise<void> | void): Promise<number> {
  const began = performance.now();
  await step();
  return (performance.now() - began) / 1000;
}

function run(command: string, words: readonly string[], cwd: string): void {
  execFileSync(command, [...words], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function waitForPort(): Promise<number> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (existsSync(portFile)) {
      const port = Number(readFileSync(portFile, 'utf8'));
      if (port > 0) return port;
    }
    await sleep(50);
  }
  throw new Error('npm start has not told its port for 30 s.');
}

async function measure(): Promise<readonly (readonly [step: string, seconds: number])[]> {
  const cloned = await time(() => run('git', ['clone', '--quiet', root, clone], folder));
  const installed = await time(() => run('npm', ['ci', '--no-audit', '--no-fund'], clone));
  // In a group of its own: npm does not pass every signal on.
  const server = spawn('npm', ['start', '--', '--port', '0', '--port-file', portFile], {
    cwd: clone,
    detached: true,
    stdio: 'ignore',
  });
  const browser = await openBrowser();
  try {
    let port = 0;
    const started = await time(async () => {
      port = await waitForPort();
    });
    const page = await browser.newPage();
    const answered = await time(async () => {
      await page.goto(`http://127.0.0.1:${port}/playground`);
      await page.getByRole('textbox', { name: 'Your message' }).fill('How do tides work?');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.locator('[data-phase=streaming] .answer', { hasText: /\w/ }).waitFor();
    });
    return [
      ['git clone', cloned],
      ['npm ci', installed],
      ['npm start', started],
      ['open /playground, ask, first token', answered],
    ];
  } finally {
    await browser.close();
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
  }
}

try {
  const steps = await measure();
  const total = steps.reduce((sum, [, seconds]) => sum + seconds, 0);
  for (const [step, seconds] of [...steps, ['together', total] as const])
    process.stdout.write(`${step.padEnd(36)}${seconds.toFixed(1).padStart(8)} s\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
