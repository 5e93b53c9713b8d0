import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARK = 'drill.json';

/**
 * Empties the folder of the last drill for a new one. Only a folder that a drill has marked as its own is ever emptied, and
 * none in which a drill still runs.
 * @returns null when it is ready, else one line that says why not
 */
export function emptyDrillFolder(folder: string): string | null {
  const mark = join(folder, MARK);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    if (!existsSync(mark))
      return `${folder} holds something that no drill has put there; nothing was changed`;
    const pid = processOf(mark);
    if (pid !== null) return `a drill runs already (process ${pid})`;
    rmSync(folder, { recursive: true, force: true });
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(mark, `${JSON.stringify({ drill: true, pid: process.pid })}\n`);
  return null;
}

/** The living process that runs a drill there; null when it is gone. */
function processOf(mark: string): number | null {
  try {
    const { pid } = JSON.parse(readFileSync(mark, 'utf8')) as { readonly pid: number };
    process.kill(pid, 0);
    return pid;
  } catch {
    return null; // gone, or a mark that tells nothing
  }
}
