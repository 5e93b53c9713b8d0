// A page of the product without a browser: its own storage, bridge, start and acts, against a real host in this process.
import { err } from '../../../shared/basics/result.ts';
import { createSealer } from '../../../renderer/db/seal.ts';
import { createDeskActs } from '../../../renderer/sync/desk-acts.ts';
import { createHostLink } from '../../../renderer/sync/host-link.ts';
import { newId } from '../../../renderer/sync/page-world.ts';
import { createStanding, startPage } from '../../../renderer/sync/start-page.ts';
import type { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import type { DeskActs, Opened } from '../../../renderer/store/deps.ts';
import type { HostLink } from '../../../renderer/sync/host-link.ts';
import type { Started } from '../../../renderer/sync/start-page.ts';
import type { Host } from '../../../electron/host/host-options.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { Bridge, BridgeAnswers, BridgeFault, BridgeNews } from '../../../shared/bridge.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import { birthForm } from '../demo.ts';

/** The bridge of one page; `lose` and `meet` cut it and bring it (perhaps another) host. */
export type TestBridge = Bridge & {
  readonly lose: () => void;
  readonly meet: (host: Host) => void;
};

/** Connects a page to a host; the page is one object for it, as a socket is. */
function bridgeTo(first: Host): TestBridge {
  const news = new Set<(news: BridgeNews) => void>();
  const link = new Set<(up: boolean) => void>();
  let host: Host | null = null;
  let page = {};
  let stop: () => void = () => undefined;
  const tell = (up: boolean) => link.forEach((listener) => listener(up));
  const meet = (next: Host) => {
    host = next;
    page = {};
    stop = next.onNews((told) => news.forEach((listener) => listener(told)));
    tell(true);
  };
  meet(first);
  return {
    call: async (method, params) => {
      const asked = host;
      if (!asked) return err({ code: 'host-away' });
      const plain: unknown = JSON.parse(JSON.stringify(params));
      const answer = (await asked.handle(method, plain, page)) as Result<
        BridgeAnswers[typeof method],
        BridgeFault
      >;
      return host === asked ? answer : err({ code: 'host-away' });
    },
    onNews: (listener) => {
      news.add(listener);
      return () => news.delete(listener);
    },
    onLink: (listener) => {
      link.add(listener);
      listener(host !== null);
      return () => link.delete(listener);
    },
    lose: () => {
      stop();
      host?.gone(page);
      host = null;
      tell(false);
    },
    meet,
  };
}

/** A started page. */
export type PageLife = {
  readonly db: DeskDatabase;
  readonly acts: DeskActs;
  readonly link: HostLink;
  readonly started: Started;
  readonly opened: () => Opened;
  readonly bridge: TestBridge;
  readonly ticket: () => Promise<Ticket>;
  readonly dossier: () => Promise<string>;
  readonly end: () => void;
};

let clock = Date.UTC(2026, 5, 5, 1, 20);
let lives = 0;

/** Time goes on by a second with each look at it, so that every run writes the same instants. */
function nowMs(): number {
  return (clock += 1000);
}

/** Starts a page on a storage, as main.tsx does; the second time on one storage it is another window of it. */
export async function startLife(db: DeskDatabase, host: Host): Promise<Result<PageLife, BridgeFault>> {
  const bridge = bridgeTo(host);
  const storage = { db, bridge, newEpoch: () => newId('e').slice(2, 18), nowMs };
  const started = await startPage(storage);
  if (!started.ok) {
    bridge.lose();
    return started;
  }
  const { hello, catalogue } = started.value;
  const standing = createStanding(storage, started.value, () => undefined);
  const link = createHostLink({ db, bridge, ward: hello.ward.ward, nowMs, standing });
  const sealer = createSealer();
  const acts = createDeskActs({
    db,
    bridge,
    link,
    sealer,
    hello,
    catalogue,
    nowMs,
    newId,
    reopen: () => standing.reopen(),
  });
  const signed = await bridge.call('sign-in', { clerk: 'lan', pin: '1357' });
  if (signed.ok) await sealer.setWardKey(signed.value.wardKey);
  await link.exchange();
  const clerk = { id: 'lan', name: 'Lan', role: 'reception' as const };
  return {
    ok: true,
    value: {
      db,
      acts,
      link,
      started: started.value,
      opened: standing.opened,
      bridge,
      ticket: async () => {
        const done = await acts.issueTicket({ fieldId: 'ho-tich', procedureCode: null, priority: null });
        if (!done.ok) throw new Error(`no ticket: ${done.error.code}`);
        return done.value.value;
      },
      dossier: async () => {
        const dossierId = newId(`dossier-${(lives += 1)}`);
        const done = await acts.receive(birthForm(catalogue, { dossierId }), clerk);
        if (!done.ok) throw new Error(`no dossier: ${done.error.code}`);
        return done.value.value.code;
      },
      end: bridge.lose,
    },
  };
}
