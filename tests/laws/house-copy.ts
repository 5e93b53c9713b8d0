import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStep } from '../../build/check/run-step.ts';
import { staticSteps } from '../../build/check/steps.ts';
import { cleanDependencies, cleanHouse } from './clean-house.ts';

/** The real house. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Path in the house -> text of a file planted there. */
export type Planted = Readonly<Record<string, string>>;

const copied = [
  'tsconfig.json',
  'shared/tsconfig.json',
  'renderer/tsconfig.json',
  'renderer/assets.d.ts',
  'electron/tsconfig.json',
  'server/tsconfig.json',
  'build/tsconfig.json',
  'build/house.ts',
  'build/check/house-rules.ts',
  'build/check/budgets.ts',
  'tests/tsconfig.json',
  '.oxlintrc.json',
  '.dependency-cruiser.cjs',
  'knip.json',
  'vitest.config.ts',
  '.prettierrc',
  '.prettierignore',
];

/** What a step of `npm run check` says of a house in which `planted` stands among what is clean. */
export async function checkPlanted(
  stepName: string,
  planted: Planted,
): Promise<{ code: number | null; output: string }> {
  const step = staticSteps.find(({ name }) => name === stepName);
  if (step === undefined) throw new Error(`npm run check has no step "${stepName}"`);
  const house = buildHouse(planted);
  try {
    const { code, output } = await runStep(step, { cwd: house });
    return { code, output };
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

/** True when one line of the output names all the words. */
export function reports(output: string, ...words: readonly string[]): boolean {
  return output.split('\n').some((line) => words.every((word) => line.includes(word)));
}

function buildHouse(planted: Planted): string {
  const house = mkdtempSync(join(tmpdir(), 'mot-cua-house-'));
  for (const path of copied) cpSync(join(root, path), join(house, path));
  for (const [path, text] of Object.entries({ ...cleanHouse, ...planted })) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  writeFileSync(join(house, 'package.json'), JSON.stringify(cleanPackage()));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'dir');
  return house;
}

function cleanPackage(): object {
  const real = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const versions = { ...real['dependencies'], ...real['devDependencies'] };
  const kept = Object.entries(versions).filter(([name]) => cleanDependencies.includes(name));
  return { name: 'clean-house', private: true, type: 'module', dependencies: Object.fromEntries(kept) };
}
