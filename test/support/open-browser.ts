import { execFileSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** Starts the browser of this machine, without a window. */
export function openBrowser(): Promise<Browser> {
  const search = names.map((name) => `command -v ${name}`).join(' || ');
  const executablePath = execFileSync('sh', ['-c', search], { encoding: 'utf8' }).trim();
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
