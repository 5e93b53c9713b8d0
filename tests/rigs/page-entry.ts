// Runs inside the product's own page: the production acts at full speed, and what the page holds after a fault.
import '../../renderer/zod-without-eval.ts';
import { openBridge } from '../../renderer/bridge.ts';
import { DeskDatabase } from '../../renderer/db/desk-database.ts';
import { createDeskReads } from '../../renderer/db/reads/desk-reads.ts';
import { heldVector } from '../../renderer/db/exchange.ts';
import { createSealer } from '../../renderer/db/seal.ts';
import { createDeskActs } from '../../renderer/sync/desk-acts.ts';
import { createHostLink } from '../../renderer/sync/host-link.ts';
import { newHex, newId } from '../../renderer/sync/page-world.ts';
import { createStanding, startPage } from '../../renderer/sync/start-page.ts';
import { guardActs, roomOf } from '../../renderer/sync/upkeep/guard-acts.ts';
import { watchSpace } from '../../renderer/sync/upkeep/space-watch.ts';
import { missingCount } from '../../shared/sync/vector.ts';
import { createDice } from '../simulate/dice.ts';
import type { ReceptionForm } from '../../shared/decide/reception.ts';
import type { Catalogue } from '../../shared/law/procedure.ts';
import type { Done, Trouble } from '../../renderer/store/act.ts';
import type { DeskActs } from '../../renderer/store/deps.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Dice } from '../simulate/dice.ts';

/** What a person was shown: the event that stands behind it. */
export type Ack = {
  readonly type:
    | 'ticket-issued'
    | 'ticket-called'
    | 'ticket-finished'
    | 'dossier-received'
    | 'shift-opened'
    | 'payment-taken';
  readonly subject: string;
  /** The number or code on the screen; empty where an act shows none. */
  readonly number: string;
  /** Whether the page said that its host holds it too. */
  readonly secondCopy: boolean;
};

/** What a rig may ask of the page. */
export type RigPage = {
  /**
   * Opens storage and host as the page's own code does and signs a clerk in; the fault's code, or null.
   * `guarded`: new work is refused while the browser has little room, as in the product; else the acts meet the full disk.
   */
  open(guarded: boolean): Promise<string | null>;
  /** Acts without a pause until `rest`: tickets in one hand, a counter's work in the other. `note`: bytes of text a dossier brings. */
  work(seed: number, note: number): void;
  rest(): Promise<void>;
  /** Exchanges with the host until both hold the same; null, or what stood differently when the limit was over. */
  settle(limitMs: number): Promise<string | null>;
  /** Some acts more, all told in order; a refusal ends them and is told by its code. */
  acts(count: number): Promise<{ readonly acks: readonly Ack[]; readonly refused: string | null }>;
  /** Every event line that stands in IndexedDB. */
  lines(): Promise<readonly string[]>;
  /** Which of these dossiers cannot be opened here. */
  unreadable(ids: readonly string[]): Promise<readonly string[]>;
};

type Hands = Window & {
  rig: RigPage;
  /** Lent by the rig: tells what was shown, or why nothing was. */
  readonly shown: (ack: Ack) => void;
  readonly refused: (code: string) => void;
};
const hands = window as unknown as Hands;

const CLERK = { id: 'lan', name: 'Nguyễn Thị Lan', role: 'reception' as const, pin: '1357' };
const nowMs = () => Date.now();

/** As renderer/main.tsx puts a page together. */
async function connect(guarded: boolean) {
  const token = document.querySelector('meta[name="motcua-token"]')?.getAttribute('content') ?? '';
  const bridge = openBridge(token);
  const db = new DeskDatabase();
  const storage = { db, bridge, newEpoch: () => newHex(8), nowMs };
  const started = await startPage(storage);
  if (!started.ok) return started.error.code;
  const { hello, catalogue } = started.value;
  const sealer = createSealer();
  const signed = await bridge.call('sign-in', { clerk: CLERK.id, pin: CLERK.pin });
  if (!signed.ok) return signed.error.code;
  await sealer.setWardKey(signed.value.wardKey);
  const standing = createStanding(storage, started.value, () => location.reload());
  const link = createHostLink({ db, bridge, ward: hello.ward.ward, nowMs, standing });
  const reopen = () => standing.reopen();
  const acts = createDeskActs({ db, bridge, link, sealer, hello, catalogue, nowMs, newId, reopen });
  const room = roomOf(watchSpace(navigator.storage), link);
  const guard = guarded ? room : { ...room, store: () => 'fine' as const };
  const reads = createDeskReads(db, sealer, hello.ward.ward, link.fetchKey, (error) => reportError(error));
  return { db, bridge, link, acts: guardActs(acts, guard), reads, catalogue };
}

type Desk = Exclude<Awaited<ReturnType<typeof connect>>, string>;
let desk: Desk | null = null;
let working = false;
let loops: readonly Promise<void>[] = [];

function here(): Desk {
  if (!desk) throw new Error('Bug: the rig asked before it opened the page');
  return desk;
}

type Told = Result<Ack, Trouble>;

async function tell<T>(
  act: Promise<Result<Done<T>, Trouble>>,
  type: Ack['type'],
  name: (value: T) => Pick<Ack, 'subject' | 'number'>,
): Promise<Told> {
  const done = await act;
  if (!done.ok) return done;
  const { value, secondCopy } = done.value;
  return { ok: true, value: { type, secondCopy, ...name(value) } };
}

function takeTicket({ acts, catalogue }: Desk, dice: Dice): Promise<Told> {
  const fieldId = dice.pick(catalogue.fields)?.id ?? '';
  const act = acts.issueTicket({ fieldId, procedureCode: null, priority: null });
  return tell(act, 'ticket-issued', ({ id, number }) => ({ subject: id, number }));
}

function receive({ acts, catalogue }: Desk, dice: Dice, note: number): Promise<Told> {
  const act = acts.receive(formOf(catalogue, dice, note), CLERK);
  return tell(act, 'dossier-received', ({ id, code }) => ({ subject: id, number: code }));
}

/** Takes money, for which a shift is opened first where none stands. */
async function pay({ acts }: Desk, dice: Dice): Promise<Told> {
  const amount = 1000 * (1 + dice.below(50));
  const wish = {
    paymentId: newId('payment'),
    dossierId: null,
    dossierCode: '',
    procedure: { code: '2.000815', name: 'Chứng thực bản sao từ bản chính' },
    lines: [{ kind: 'phi' as const, label: 'Phí', amount, fixed: true, waivedBy: '', note: '' }],
    way: 'cash' as const,
    cashGiven: null,
    payer: { name: 'Đặng Thị Thúy Hằng', address: 'Tổ 5, phường Thạch Bàn' },
  };
  const told = await tell(acts.takePayment(wish, CLERK), 'payment-taken', ({ id, number }) => ({
    subject: id,
    number,
  }));
  if (told.ok || told.error.code !== 'shift-none') return told;
  const opened = acts.openShift({ shiftId: newId('shift'), openingCash: 200_000 }, CLERK);
  return tell(opened, 'shift-opened', ({ id }) => ({ subject: id, number: '' }));
}

/** Calls somebody, and at the next turn ends it. */
function counterWork({ acts }: { readonly acts: DeskActs }): (series: readonly string[]) => Promise<Told> {
  // A counter of its own: the one before a kill may still serve somebody.
  const counter = newId('quay').slice(0, 12);
  let called: string | null = null;
  return async (series) => {
    const name = ({ id }: { readonly id: string }) => ({ subject: id, number: '' });
    if (called !== null) {
      const ended = acts.finishTicket(called, 'served', CLERK.id);
      called = null;
      return tell(ended, 'ticket-finished', name);
    }
    const told = await tell(acts.callNext(counter, series, CLERK.id), 'ticket-called', name);
    if (told.ok) called = told.value.subject;
    return told;
  };
}

async function keepOn(act: () => Promise<Told>): Promise<void> {
  while (working) {
    // An act never throws; if one does, that is a finding.
    const told = await act().catch(
      (error: unknown) => ({ ok: false, error: { code: `threw ${String(error)}` } }) as const,
    );
    if (told.ok) hands.shown(told.value);
    else {
      if (told.error.code !== 'queue-empty') hands.refused(told.error.code);
      await new Promise((rested) => setTimeout(rested, 25));
    }
  }
}

function formOf({ procedures }: Catalogue, dice: Dice, note: number): ReceptionForm {
  const ordinary = procedures.filter(({ limit }) => limit.value !== null && limit.unit !== 'campaign');
  const procedure = dice.pick(ordinary);
  if (!procedure) throw new Error('the catalogue has procedures with limits');
  const owner = {
    name: 'Đặng Thị Thúy Hằng',
    idNumber: '001185012345',
    birthDate: '12/03/1985',
    phone: '0912 345 678',
    email: '',
    address: 'Tổ 5, phường Thạch Bàn',
  };
  return {
    dossierId: newId('dossier'),
    procedureCode: procedure.code,
    ticketId: null,
    ticketNumber: null,
    owner,
    submitterIsOwner: true,
    submitter: owner,
    authorisation: '',
    papers: procedure.papers.map(({ id }) => ({ paperId: id, original: 1, certifiedCopy: 0, photocopy: 0 })),
    missingReason: 'thử',
    sets: 1,
    copies: 1,
    pages: 1,
    exemptions: [],
    officerDue: null,
    returnMethod: 'counter',
    note: 'ghi chú '.repeat(note / 8),
  };
}

hands.rig = {
  open: async (guarded) => {
    const connected = await connect(guarded);
    if (typeof connected === 'string') return connected;
    desk = connected;
    return null;
  },
  work: (seed, note) => {
    const dice = createDice(seed);
    const at = here();
    const series = at.catalogue.fields.map((field) => field.series);
    const callOrEnd = counterWork(at);
    working = true;
    loops = [
      keepOn(() => takeTicket(at, dice)),
      keepOn(() => {
        const draw = dice.below(10);
        return draw < 3 ? receive(at, dice, note) : draw < 5 ? pay(at, dice) : callOrEnd(series);
      }),
    ];
  },
  rest: async () => {
    working = false;
    await Promise.all(loops);
  },
  settle: async (limitMs) => {
    const { db, bridge, link } = here();
    let differs = 'never asked';
    for (const begun = performance.now(); performance.now() - begun < limitMs;) {
      await link.exchange();
      const [page, status] = [await heldVector(db), await bridge.call('status', {})];
      const host = status.ok ? status.value.host.held : null;
      if (host && missingCount(page, host) + missingCount(host, page) === 0) return null;
      const aside = await bridge.call('quarantine', { limit: 3 });
      differs = JSON.stringify({ page, status, aside });
      await new Promise((rested) => setTimeout(rested, 100));
    }
    return differs;
  },
  acts: async (count) => {
    const dice = createDice(count);
    const acks: Ack[] = [];
    for (let n = 0; n < count; n += 1) {
      const told = await (n === 1
        ? receive(here(), dice, 0)
        : n === 2 || n === 3
          ? pay(here(), dice)
          : takeTicket(here(), dice));
      if (!told.ok) return { acks, refused: told.error.code };
      acks.push(told.value);
    }
    return { acks, refused: null };
  },
  lines: async () => (await here().db.events.toArray()).map(({ line }) => line),
  unreadable: async (ids) => {
    const { db, reads } = here();
    const shut: string[] = [];
    for (const id of ids) {
      const row = await db.dossiers.get(id);
      const persons = row?.state ? await reads.personsOf(row.state) : null;
      if (persons?.owner.name !== 'Đặng Thị Thúy Hằng') shut.push(id);
    }
    return shut;
  },
};
