import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

// Installs the native engine: npm run setup:engine [-- --gpu cuda|vulkan|metal|all]
// By itself node-llama-cpp brings the engines of all systems and of all GPUs, 725 MB; this brings one, about 50 MB.

const folder = import.meta.dirname;
const library = join(folder, 'node_modules', 'node-llama-cpp');
const version = readVersion(join(folder, 'package.json'), 'dependencies', 'node-llama-cpp');

interface Platform {
  readonly plain: string;
  readonly gpus: Readonly<Record<string, readonly string[]>>;
}

const desktop = (name: string): Platform => ({
  plain: name,
  gpus: { cuda: [`${name}-cuda`, `${name}-cuda-ext`], vulkan: [`${name}-vulkan`] },
});

const platforms: Readonly<Record<string, Platform>> = {
  'linux x64': desktop('linux-x64'),
  'linux arm64': { plain: 'linux-arm64', gpus: {} },
  'linux arm': { plain: 'linux-armv7l', gpus: {} },
  'linux riscv64': { plain: 'linux-riscv64', gpus: {} },
  'darwin x64': { plain: 'mac-x64', gpus: {} },
  // Its only engine uses the GPU.
  'darwin arm64': { plain: 'mac-arm64-metal', gpus: { metal: [] } },
  'win32 x64': desktop('win-x64'),
  'win32 arm64': { plain: 'win-arm64', gpus: {} },
};

setUp();

function setUp(): void {
  const packages = choosePackages();
  if (isThere(packages)) return say(`The native engine is installed (node-llama-cpp ${version}).`);
  say(`Installing node-llama-cpp ${version} with ${packages.join(', ')}.`);
  // Not `npm ci`: it wants every system's engine in the lock, and none of those is installed here.
  const options = ['--no-save', '--omit=optional', '--ignore-scripts', '--loglevel=error'];
  const wanted = packages.map((name) => `@node-llama-cpp/${name}@${version}`);
  runNpm(['install', ...options, ...wanted]);
  // What would be built from source, of which nothing is: 35 MB.
  rmSync(join(library, 'llama', 'gitRelease.bundle'), { force: true });
  if (!isThere(packages)) fail('npm ended well, but the native engine is not there.');
  say('The native engine is installed.');
}

function choosePackages(): readonly string[] {
  const { gpu } = parseArgs({ options: { gpu: { type: 'string' } } }).values;
  const name = `${process.platform} ${process.arch}`;
  const platform = platforms[name];
  if (platform === undefined)
    return fail(`There is no native engine for ${name}: models run in TypeScript here.`);
  if (gpu === undefined) return [platform.plain];
  const more = gpu === 'all' ? Object.values(platform.gpus).flat() : platform.gpus[gpu];
  if (more !== undefined) return [platform.plain, ...more];
  const known = [...Object.keys(platform.gpus), 'all'].join(', ');
  return fail(`There is no engine for ${gpu} on ${name}; there are: ${known}.`);
}

function isThere(packages: readonly string[]): boolean {
  const manifests = packages.map((name) =>
    join(folder, 'node_modules', '@node-llama-cpp', name, 'package.json'),
  );
  return [join(library, 'package.json'), ...manifests].every(
    (manifest) => existsSync(manifest) && readVersion(manifest, 'version') === version,
  );
}

function readVersion(manifest: string, ...path: readonly string[]): string {
  let value: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  for (const key of path) value = isRecord(value) ? value[key] : undefined;
  return String(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function runNpm(args: readonly string[]): void {
  // Where npm runs this, its own script is known; elsewhere the shell finds it, on Windows as a script of its own.
  const script = process.env['npm_execpath'];
  const isKnown = script !== undefined && script.endsWith('.js');
  const command = isKnown ? process.execPath : 'npm';
  const shell = !isKnown && process.platform === 'win32';
  const { status } = spawnSync(command, [...(isKnown ? [script] : []), ...args], {
    cwd: folder,
    stdio: 'inherit',
    shell,
  });
  if (status !== 0) fail(`npm ${args[0] ?? ''} did not succeed: the native engine is not installed.`);
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
