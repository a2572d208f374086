import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './run-example.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { dependencies, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// A project of somebody's that has Understudy installed: what the package publishes, and its dependencies but no others of ours.
describe('the published package', { timeout: 60_000 }, () => {
  let project: string;

  beforeAll(async () => {
    project = mkdtempSync(join(tmpdir(), 'understudy-package-'));
    const installed = join(project, 'node_modules', 'understudy');
    mkdirSync(installed, { recursive: true });
    const build = await run(
      [join(root, 'node_modules/.bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', join(installed, 'dist')],
      undefined,
    );
    if (build.code !== 0) throw new Error(build.output);
    for (const file of ['package.json', ...files].filter((name) => name !== 'dist')) {
      cpSync(join(root, file), join(installed, file), { recursive: true });
    }
    for (const name of [...Object.keys(dependencies), 'vitest', '@types/node']) link(name);
    link('openai', 'test/node_modules');
    writeFileSync(join(project, 'package.json'), '{"type":"module","private":true}');
    for (const file of ['node-test/chat.test.mjs', 'vitest/chat.test.mts']) {
      cpSync(join(root, 'examples', file), join(project, file));
    }
    writeFileSync(join(project, 'vitest/page.test.mts'), readFirstExample());
  }, 60_000);
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  function link(name: string, from = 'node_modules'): void {
    const target = join(project, 'node_modules', name);
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(join(root, from, name), target);
  }

  // The test that docs/testing.md shows first.
  function readFirstExample(): string {
    const page = readFileSync(join(root, 'docs/testing.md'), 'utf8');
    return /```ts\n(?<code>[^]*?)```/.exec(page)?.groups?.['code'] ?? '';
  }

  it("starts servers in tests of Node's runner", async () => {
    const { code, output } = await run(
      [process.execPath, '--test', 'node-test/chat.test.mjs'],
      undefined,
      project,
    );
    expect(output).toMatch(/tests 3\n[^]*pass 3\n/);
    expect(code).toBe(0);
  });

  it('starts servers in tests of vitest', async () => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const { code, output } = await run(
      [process.execPath, vitest, 'run', '--no-color', 'vitest/'],
      undefined,
      project,
    );
    expect(output).toMatch(/Tests\s+4 passed \(4\)/);
    expect(code).toBe(0);
  });

  it('comes with types that suit a strict project', async () => {
    writeFileSync(
      join(project, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          target: 'es2024',
          lib: ['es2024', 'esnext.disposable'],
          module: 'nodenext',
          types: ['node'],
          strict: true,
          exactOptionalPropertyTypes: true,
          noEmit: true,
          skipLibCheck: true,
        },
        files: ['vitest/chat.test.mts', 'vitest/page.test.mts', 'wrong.mts'],
      }),
    );
    writeFileSync(
      join(project, 'wrong.mts'),
      "import { startServer } from 'understudy';\nawait startServer({ ttft: 1, engine: 'nobody' });\n",
    );
    const { output } = await run([join(root, 'node_modules/.bin/tsc'), '-p', project], undefined, project);
    expect(output.trim().split('\n')[0]).toMatch(/^wrong\.mts\(2,\d+\): error TS2322: Type '"nobody"'/);
    expect(output).not.toContain('vitest/');
  });

  it('comes with the page of the playground', async () => {
    const script = `
      const { startServer } = await import('understudy');
      const server = await startServer();
      const page = await fetch(server.url + '/playground');
      console.log(page.status, /\\/playground\\/assets\\/[^"]+\\.js/.test(await page.text()));
      await server.close();`;
    const { output } = await run([process.execPath, '--input-type=module', '-e', script], undefined, project);
    expect(output).toBe('200 true\n');
  });

  it('has a command that starts a server', async () => {
    const command = join(project, 'node_modules/understudy/dist/cli/main.js');
    const { code, output } = await run([process.execPath, command, '--version'], undefined, project);
    expect(output).toMatch(/^(?:\S+ )?\d+\.\d+\.\d+\n/);
    expect(code).toBe(0);
  });
});
