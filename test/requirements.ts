// Gets what the tests need beside the packages of this folder's parent: clients by npm, programs by apt, Python's clients by pip.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Program {
  readonly names: readonly string[];
  readonly packages: readonly string[];
}

const programs: readonly Program[] = [
  { names: ['curl'], packages: ['curl'] },
  { names: ['python3'], packages: ['python3', 'python3-venv'] },
  { names: ['chromium', 'chromium-browser', 'google-chrome'], packages: ['chromium'] },
  { names: ['redis-server'], packages: ['redis-server'] },
  { names: ['tmux'], packages: ['tmux'] },
  { names: ['zsh'], packages: ['zsh'] },
  { names: ['fish'], packages: ['fish'] },
];

const environment = fileURLToPath(new URL('../node_modules/.cache/understudy-python', import.meta.url));
const python = `${environment}/bin/python`;
const clients = ['openai==3.52.0', 'requests==2.34.2', 'langbase==0.0.5'];

installPackages();
installEngine();
installPrograms();
installClients();

// A lock of their own: who only runs the server need not fetch them.
function installPackages(): void {
  const lock = createHash('sha256')
    .update(readFileSync(inTests('package-lock.json')))
    .digest('hex');
  const stamp = inTests('node_modules/.lock-sha256');
  const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;
  if (!installed) {
    console.log('The tests need clients of npm: installing into test/node_modules.');
    if (!run('npm', ['ci', '--ignore-scripts', '--prefix', inTests('.')]))
      stop('The tests need their packages. Get them with: npm ci --ignore-scripts --prefix test');
    writeFileSync(stamp, lock);
  }
  // The examples use the same clients.
  const examples = inTests('../examples/node_modules');
  if (!existsSync(examples)) symlinkSync('../test/node_modules', examples);
}

// The engine that computes GGUF models is fetched apart: most who run a server never need it.
function installEngine(): void {
  const setup = inTests('../native/setup.ts');
  if (run(process.execPath, [setup])) return;
  stop('The tests need the native engine. Get it with: npm run setup:engine');
}

function inTests(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

function installPrograms(): void {
  const missing = programs
    .filter(({ names }) => !names.some(isInstalled))
    .flatMap(({ packages }) => packages);
  if (missing.length === 0) return;
  const wanted = missing.join(' ');
  console.log(`The tests need ${wanted}: installing.`);
  if (
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing])
  )
    return;
  stop(`The tests need ${wanted}. Get them with: sudo apt-get update && sudo apt-get install -y ${wanted}`);
}

function installClients(): void {
  if (existsSync(python) && run(python, ['-c', 'import openai, requests, langbase'])) return;
  console.log(`The tests need ${clients.join(' and ')} of PyPI: installing into node_modules/.cache.`);
  if (!run('python3', ['-m', 'venv', environment]) && !addVenv()) {
    stop('The tests need Python virtual environments. Get them with: sudo apt-get install -y python3-venv');
  }
  if (run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...clients])) return;
  stop(`The tests need Python's clients. Get them with: ${python} -m pip install ${clients.join(' ')}`);
}

// Debian ships Python without what makes environments.
function addVenv(): boolean {
  const installed =
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'python3-venv']);
  return installed && run('python3', ['-m', 'venv', '--clear', environment]);
}

function isInstalled(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}

function run(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env }).status === 0;
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
