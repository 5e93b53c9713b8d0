// The drill of the desk that runs in a window of its own: the same program once more, in a folder of its own [G05].
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DrillCommand } from './drill-program.ts';

/** What the window's program knows of itself. */
type OwnProgram = {
  readonly execPath: string;
  /** The program's main file where the runtime has to be told it; null once it is packed. */
  readonly mainFile: string | null;
  /** Chromium's sandbox does not run as root. */
  readonly isRoot: boolean;
};

/** How a window starts the drill: nothing of the real desk is told to it, neither its folder nor its district. */
export function drillWindowCommand({ execPath, mainFile, isRoot }: OwnProgram): DrillCommand {
  const args = [...(isRoot ? ['--no-sandbox'] : []), ...(mainFile === null ? [] : [mainFile]), '--drill'];
  return { command: execPath, args };
}

/**
 * A fresh folder for everything that this drill keeps, its storage too; folders of drills that have ended go away.
 * @param userData where the real desk keeps its own; nothing there is touched but `drill/`
 * @param pid of this process: it names the folder
 */
export function freshDrillFolder(userData: string, pid: number): string {
  const drills = join(userData, 'drill');
  mkdirSync(drills, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(drills)) {
    const isOver = /^\d+$/.test(name) && (Number(name) === pid || !isAlive(Number(name)));
    if (isOver) rmSync(join(drills, name), { recursive: true, force: true });
  }
  const own = join(drills, String(pid));
  mkdirSync(own, { mode: 0o700 });
  return own;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // gone
  }
}
