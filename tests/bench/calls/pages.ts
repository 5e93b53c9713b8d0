// Pages of one machine of the bench, each the product's own sync layer on a storage of its own.
import 'fake-indexeddb/auto';
import { createSealer } from '../../../renderer/db/seal.ts';
import { createDeskReads } from '../../../renderer/db/reads/desk-reads.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import { startLife } from '../../support/recovery/page-life.ts';
import { storageOf } from '../../support/recovery/storage.ts';
import { farHost } from './far-host.ts';
import type { PageLife } from '../../support/recovery/page-life.ts';

/** What the pages are told to do. */
export type Order =
  | { readonly do: 'start'; readonly port: number; readonly pages: number; readonly name: string }
  /** Tells from now on which calls the first page shows. */
  | { readonly do: 'watch' }
  | { readonly do: 'issue'; readonly count: number }
  /** Calls the next number at a desk; where it serves one still, that one is ended first. */
  | { readonly do: 'call'; readonly desk: number };

/** What they tell. Instants are ms of a steady clock since the epoch, the same for all processes of the machine. */
export type Told =
  | { readonly told: 'done' }
  | {
      readonly told: 'called';
      readonly desk: number;
      readonly ticket: string | null;
      readonly refusal: string | null;
      readonly pressedMs: number;
      readonly durableMs: number;
    }
  | { readonly told: 'shown'; readonly ticket: string; readonly atMs: number };

const SERIES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const nowMs = (): number => performance.timeOrigin + performance.now();
const tell = (told: Told): void => void process.send?.(told);

let machine = '';
const lives: PageLife[] = [];
const serving = new Map<number, string>();

process.on('message', (order: Order) => void obey(order));
process.once('disconnect', () => process.exit(0));

async function obey(order: Order): Promise<void> {
  if (order.do === 'call') return call(order.desk);
  if (order.do === 'start') await start(order);
  else if (order.do === 'watch') lives.slice(0, 1).forEach(watch);
  else for (let at = 0; at < order.count; at += 1) await lives[0]?.ticket();
  tell({ told: 'done' });
}

async function start({ port, pages, name }: Extract<Order, { do: 'start' }>): Promise<void> {
  machine = name;
  const host = farHost(port);
  for (let page = 0; page < pages; page += 1) {
    const life = await startLife(await storageOf(null), host);
    if (!life.ok) throw new Error(life.error.code);
    lives.push(life.value);
  }
}

function watch({ db, link, started }: PageLife): void {
  const shown = new Set<string>();
  const reads = createDeskReads(db, createSealer(), started.hello.ward.ward, link.fetchKey, (error) => {
    throw error;
  });
  reads.watchTickets(wardDay(Date.UTC(2026, 5, 5, 1, 20)), (rows) => {
    const atMs = nowMs();
    for (const { state } of rows) {
      if (state?.status !== 'called' || shown.has(state.id)) continue;
      shown.add(state.id);
      tell({ told: 'shown', ticket: state.id, atMs });
    }
  });
}

async function call(desk: number): Promise<void> {
  const life = lives[desk];
  if (!life) throw new Error(`no desk ${desk}`);
  const before = serving.get(desk);
  if (before !== undefined) await life.acts.finishTicket(before, 'served', 'lan');
  const pressedMs = nowMs();
  const done = await life.acts.callNext(`${machine}-${desk}`, SERIES, 'lan');
  const durableMs = nowMs();
  const ticket = done.ok ? done.value.value.id : null;
  if (ticket !== null) serving.set(desk, ticket);
  const refusal = done.ok ? null : done.error.code;
  tell({ told: 'called', desk, ticket, pressedMs, durableMs, refusal });
}
