import { readFileSync } from 'node:fs';

const CHECK_EVERY_MS = 300;

/**
 * Calls back once when whoever started this program is gone. Under npm a shell stands between: when only npm is told to
 * end, the shell stays, so the shell's own parent is watched too (where the system shows it).
 */
export function onParentGone(callback: () => void): void {
  const parent = process.ppid;
  const grandparent = process.env['npm_lifecycle_event'] === undefined ? null : parentOf(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (grandparent === null || parentOf(parent) === grandparent)) return;
    clearInterval(timer);
    callback();
  }, CHECK_EVERY_MS);
  timer.unref();
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}
