// Puts the bundled fonts where the pages and the host look for them: `<public folder>/fonts/`.
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fontFiles } from '../shared/slip/fonts.ts';

/** Copies every bundled font and the licences into `folder`, made if it is absent. Rejects when a package lacks a file. */
export async function copyFonts(folder: string): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  await mkdir(folder, { recursive: true });
  const packages = [...new Set(fontFiles.map((font) => font.package))];
  await Promise.all([
    ...fontFiles.map((font) =>
      copyFile(resolve(`${font.package}/files/${font.file}`), join(folder, font.file)),
    ),
    ...packages.map((name) =>
      copyFile(resolve(`${name}/LICENSE`), join(folder, `LICENSE-${name.replace('@fontsource/', '')}`)),
    ),
  ]);
}
