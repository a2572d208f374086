// Builds the page of /playground into dist-playground/, from where the server takes it.
import { fileURLToPath } from 'node:url';
import type { build as Build } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../dist-playground/', import.meta.url));

const build = await findBuild();
if (build === undefined) {
  process.stderr.write(
    'The playground is not built: vite is not installed (npm ci without --omit=dev gets it).\n',
  );
} else {
  await build({
    root,
    configFile: false,
    base: '/playground/',
    logLevel: 'warn',
    // Nothing in the page may stand inline, since its policy forbids it.
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2024',

      assetsInlineLimit: 0,
      modulePreload: false,
    },
  });
}

// Whoever only runs the server has no bundler.
async function findBuild(): Promise<typeof Build | undefined> {
  try {
    return (await import('vite')).build;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
