/** Builds what runs: the pages (Vite) and, for Electron, main and preload. Only when inputs changed, unless `--force`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyFonts } from './fonts.ts';
import type { InlineConfig } from 'vite';

type Say = (line: string) => void;

/** Builds the pages into `out/renderer` if they changed. @param house folder of the project */
export async function buildPages(house: string, say: Say, force = false): Promise<void> {
  const inputs = [
    'renderer',
    'shared',
    'package-lock.json',
    'build/vite.config.ts',
    'build/fonts.ts',
    'build/bundle.ts',
  ];
  await whenChanged(
    { house, inputs, stamp: 'out/renderer.stamp', product: 'out/renderer/index.html', force },
    async () => {
      say('building the pages');
      const { build } = await import('vite');
      // Whoever asks, a test too: pages are always built as they are delivered.
      const asked = process.env['NODE_ENV'];
      process.env['NODE_ENV'] = 'production';
      await build({ configFile: join(house, 'build', 'vite.config.ts'), logLevel: 'warn' });
      if (asked === undefined) delete process.env['NODE_ENV'];
      else process.env['NODE_ENV'] = asked;
      await copyFonts(join(house, 'out', 'renderer', 'fonts'));
    },
  );
}

/** Builds Electron's main and preload into `out/electron` if they changed. */
export async function buildElectron(house: string, say: Say, force = false): Promise<void> {
  const inputs = ['electron', 'shared', 'package-lock.json', 'build/bundle.ts'];
  await whenChanged(
    { house, inputs, stamp: 'out/electron.stamp', product: 'out/electron/main.js', force },
    async () => {
      say('building the Electron shell');
      const { build } = await import('vite');
      rmSync(join(house, 'out', 'electron'), { recursive: true, force: true });
      const main = {
        main: join(house, 'electron/main.ts'),
        'pin.worker': join(house, 'electron/host/people/pin.worker.ts'),
      };
      await build(shellConfig(house, main, 'es', 'js'));
      // A sandboxed preload is loaded as CommonJS.
      await build(shellConfig(house, { preload: join(house, 'electron/preload.ts') }, 'cjs', 'cjs'));
    },
  );
}

function shellConfig(
  house: string,
  input: Record<string, string>,
  format: 'es' | 'cjs',
  ending: string,
): InlineConfig {
  return {
    configFile: false,
    root: house,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: join(house, 'out', 'electron'),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input,
        external: [/^electron(\/|$)/, /^node:/, ...builtinModules],
        output: { format, entryFileNames: `[name].${ending}`, chunkFileNames: `[name]-[hash].${ending}` },
      },
    },
  };
}

type Build = {
  readonly house: string;
  readonly inputs: readonly string[];
  readonly stamp: string;
  readonly product: string;
  readonly force: boolean;
};

async function whenChanged(
  { house, inputs, stamp, product, force }: Build,
  build: () => Promise<void>,
): Promise<void> {
  const path = join(house, stamp);
  const hash = hashOf(house, inputs);
  const held = existsSync(path) && existsSync(join(house, product)) ? readFileSync(path, 'utf8') : '';
  if (held === hash && !force) return;
  await build();
  writeFileSync(path, hash);
}

/** Hash over names and bytes of all input files. */
function hashOf(house: string, inputs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesIn(house, input))) {
    hash.update(`${file}\0`).update(
      createHash('sha256')
        .update(readFileSync(join(house, file)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

function filesIn(house: string, input: string): readonly string[] {
  const entry = join(house, input);
  if (!existsSync(entry)) return [];
  if (/\.\w+$/.test(input)) return [input];
  return readdirSync(entry, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name).slice(house.length))
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const house = fileURLToPath(new URL('..', import.meta.url));
  const force = process.argv.includes('--force');
  const say = (line: string): void => console.log(line);
  await buildPages(house, say, force);
  await buildElectron(house, say, force);
}
