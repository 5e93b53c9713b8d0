import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../shared/basics/result.ts';
import { errorText, makeFolder, syncFolder } from '../files.ts';
import type { Delivered, Paper, PrinterFault } from './paper.ts';

/** Puts a paper into a folder as one whole, durable file that only its owner reads. */
export async function toFolder(folder: string, paper: Paper): Promise<Result<Delivered, PrinterFault>> {
  const path = join(folder, `${paper.name}.${paper.format === 'pdf' ? 'pdf' : 'bin'}`);
  try {
    await makeFolder(folder, 0o700);
    const file = await open(`${path}.new`, 'w', 0o600);
    try {
      await file.writeFile(paper.bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
    await syncFolder(folder);
    return ok({ state: 'confirmed', where: path });
  } catch (error) {
    return err({ code: 'printer-folder-unwritable', detail: errorText(error) });
  }
}
