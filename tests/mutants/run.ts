// Plants each mutant into a copy of the sources and lets the simulator look for it.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const mutantSchema = z.object({
  /** What it does wrong, for the table. */
  says: z.string(),
  file: z.string(),
  /** Stands exactly once in the file. */
  find: z.string(),
  replace: z.string(),
});
type Mutant = z.infer<typeof mutantSchema> & { readonly name: string };

/** A mutant that lives longer than this many histories counts as a survivor. */
const MOST_SEEDS = 10_000;

/** So many histories take half a minute: a mutant that is still at it runs in a circle, which no desk would survive. */
const LIMIT_MINUTES = 10;

const root = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = [
  'shared',
  'tests/simulate',
  'tests/mutants',
  'tests/support/demo.ts',
  'build/demo',
  'renderer/db',
];

/** Hunts at once; more would only wait for each other on the machines that tests run on. */
const HUNTERS = 2;

/** Plants all mutants, each into a copy of its own, and prints what caught them; false when one survives. */
export async function runMutants(): Promise<boolean> {
  const mutants = readMutants();
  const waiting = [...mutants];
  let caught = 0;
  const hunter = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const found = await hunt(mutant);
      if (found.caught) caught += 1;
      console.log(`${found.caught ? 'caught  ' : 'SURVIVES'}  ${mutant.name.padEnd(26)}  ${found.how}`);
    }
  };
  await Promise.all(Array.from({ length: HUNTERS }, hunter));
  console.log(`${caught} of ${mutants.length} mutants caught`);
  return caught === mutants.length;
}

function readMutants(): readonly Mutant[] {
  const folder = join(root, 'tests/mutants');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      ...mutantSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
      name: file.replace(/\.json$/, ''),
    }));
}

async function hunt(mutant: Mutant): Promise<{ readonly caught: boolean; readonly how: string }> {
  mkdirSync(join(root, 'out'), { recursive: true });
  // Below the project, so that its packages are found.
  const copy = mkdtempSync(join(root, 'out/mutant-'));
  try {
    for (const path of COPIED) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      cpSync(join(root, path), join(copy, path), { recursive: true });
    }
    const text = readFileSync(join(copy, mutant.file), 'utf8');
    if (text.split(mutant.find).length !== 2) return { caught: false, how: 'its text does not stand once' };
    writeFileSync(
      join(copy, mutant.file),
      text.replace(mutant.find, () => mutant.replace),
    );
    return await simulate(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function simulate(copy: string): Promise<{ readonly caught: boolean; readonly how: string }> {
  const args = [join(copy, 'tests/simulate/main.ts'), '--seeds', String(MOST_SEEDS)];
  return new Promise((done) => {
    const limit = { timeout: LIMIT_MINUTES * 60_000, killSignal: 'SIGKILL' } as const;
    execFile(process.execPath, args, limit, (error, stdout, stderr) => {
      const failing = stdout.split('\n').find((line) => /^seed \d+ fails: /.test(line));
      if (failing) done({ caught: true, how: failing.slice(0, 110) });
      else if (error?.killed)
        done({ caught: true, how: `ran in a circle: no end in ${LIMIT_MINUTES} minutes` });
      // A mutant that does not even start proves nothing.
      else
        done({ caught: false, how: error ? `did not run: ${stderr.slice(0, 200)}` : `${MOST_SEEDS} seeds` });
    });
  });
}
