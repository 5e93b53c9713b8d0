import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { motcua } from '../../support/programs.ts';
import type { ChildProcess } from 'node:child_process';
import type { HostStart } from './host.ts';
import type { Order, Told } from './pages.ts';

/** A call as its desk tells it. */
export type Called = Extract<Told, { readonly told: 'called' }>;

/** One machine: a host, a process with its desks and one with its display. */
export type Machine = {
  readonly issue: (count: number) => Promise<void>;
  readonly call: (desk: number) => Promise<Called>;
  /** When the display of this machine had a call. */
  readonly shown: (ticket: string) => Promise<number>;
  readonly end: () => void;
};

const WAIT_MS = 60_000;
const demoDir = fileURLToPath(new URL('../../../build/demo', import.meta.url));
const program = (name: string): ChildProcess =>
  fork(fileURLToPath(new URL(name, import.meta.url)), { stdio: 'inherit' });

/** Starts a machine that asks in at a district whose data lie below `folder`. */
export async function startMachine(
  folder: string,
  districtUrl: string,
  name: string,
  desks: number,
): Promise<Machine> {
  const args = ['enrol-code', '--data', join(folder, 'district'), '--ward', 'thach-ban', '--role', 'desk'];
  const { code } = JSON.parse(motcua(args).out) as { readonly code: string };
  const host = program('host.ts');
  const start: HostStart = { dataDir: join(folder, name), demoDir, districtUrl, enrolCode: code };
  host.send(start);
  const port = await new Promise<number>((resolve) => host.once('message', resolve));
  const [pages, display] = [talkTo(program('pages.ts')), talkTo(program('pages.ts'))];
  await pages.done({ do: 'start', port, pages: desks, name });
  await display.done({ do: 'start', port, pages: 1, name });
  await display.done({ do: 'watch' });
  const shown = new Map<string, number>();
  display.hear((told) => {
    if (told.told === 'shown') shown.set(told.ticket, told.atMs);
    return false;
  });
  return {
    issue: (count) => pages.done({ do: 'issue', count }),
    call: async (desk) => {
      pages.send({ do: 'call', desk });
      return (await pages.heard((told) => told.told === 'called' && told.desk === desk)) as Called;
    },
    shown: async (ticket) => {
      if (!shown.has(ticket)) await display.heard((told) => told.told === 'shown' && told.ticket === ticket);
      return shown.get(ticket) ?? Number.NaN;
    },
    end: () => {
      for (const child of [pages.child, display.child, host]) child.disconnect();
    },
  };
}

function talkTo(child: ChildProcess) {
  const hears = new Set<(told: Told) => boolean>();
  child.on('message', (told: Told) => {
    for (const hear of hears) if (hear(told)) hears.delete(hear);
  });
  const send = (order: Order): void => void child.send(order);
  const heard = (fits: (told: Told) => boolean): Promise<Told> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('nothing heard')), WAIT_MS);
      hears.add((told) => {
        if (!fits(told)) return false;
        clearTimeout(timer);
        resolve(told);
        return true;
      });
    });
  return {
    child,
    send,
    heard,
    hear: (listener: (told: Told) => boolean) => void hears.add(listener),
    done: async (order: Order): Promise<void> => {
      send(order);
      await heard(({ told }) => told === 'done');
    },
  };
}
