// `npm run bench [-- name …]`: each figure beside its rival or limit in the same run; results in out/bench/*.json and, as a
// table, in docs/performance.md. Each bench is a process of its own, so that one that fails takes no other with it.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { benchActions } from './action-durable.ts';
import { benchCalls } from './call-shown.ts';
import { benchCatchUp } from './catch-up.ts';
import { benchDueDates } from './due-dates.ts';
import { benchEverywhere } from './desk/everywhere.ts';
import { benchIngest } from './ingest.ts';
import { benchIntake } from './desk/intake.ts';
import { RESULTS } from './numbers.ts';
import { writePerformancePage } from './performance-page.ts';
import { benchPersistSync } from './persist-sync.ts';
import { benchProcedures } from './procedures.ts';
import { benchSealing } from './sealing.ts';
import { benchSearch } from './search.ts';
import { benchSlip } from './desk/slip-pdf.ts';
import { benchStart } from './start-usable.ts';
import { benchTicket } from './tap-ticket.ts';

const benches: Readonly<Record<string, () => Promise<void>>> = {
  'action-durable': benchActions,
  'persist-sync': benchPersistSync,
  ingest: benchIngest,
  'start-usable': benchStart,
  search: benchSearch,
  'due-dates': benchDueDates,
  procedures: benchProcedures,
  'tap-ticket': benchTicket,
  'catch-up': benchCatchUp,
  'call-shown': benchCalls,
  sealing: benchSealing,
  intake: benchIntake,
  everywhere: benchEverywhere,
  'slip-pdf': benchSlip,
};

/** No bench takes longer, or it is ended and counts as failed. */
const LIMIT_MS = 480_000;

const [first, ...others] = process.argv.slice(2);
if (first === '--only') await benches[others[0] ?? '']?.();
else await runAll(first === undefined ? Object.keys(benches) : [first, ...others]);

async function runAll(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    console.error(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const failed: string[] = [];
  for (const name of names) {
    rmSync(`${RESULTS}/${name}.json`, { force: true });
    if (!(await runApart(name))) failed.push(name);
  }
  writePerformancePage(Object.keys(benches));
  console.log(`\n${names.length - failed.length} of ${names.length} ran; table in docs/performance.md`);
  if (failed.length > 0) {
    console.error(`failed: ${failed.join(', ')}`);
    process.exitCode = 1;
  }
}

function runApart(name: string): Promise<boolean> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--only', name], {
    stdio: 'inherit',
    detached: true,
  });
  const end = (signal: NodeJS.Signals) => child.pid !== undefined && killGroup(child.pid, signal);
  const timer = setTimeout(() => end('SIGKILL'), LIMIT_MS);
  const interrupted = () => {
    end('SIGTERM');
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted);
      resolve(code === 0);
    });
  });
}

/** The bench and what it started. */
function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    return; // it has ended already
  }
}
