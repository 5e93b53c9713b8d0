// What is done with money at a desk; as renderer/db/money: one transaction with the number, its entry names the one before it.
import { openShiftOf } from '../../../renderer/db/money/money-rows.ts';
import { bookNumber } from '../../../shared/decide/money/book-numbers.ts';
import { previousSeal } from '../../../shared/decide/money/book.ts';
import { cancelPayment, noteOfficial, takePayment } from '../../../shared/decide/money/payments.ts';
import { closeShift, openShift, remitShift } from '../../../shared/decide/money/shifts.ts';
import { paymentNamespace } from '../../../shared/decide/numbers.ts';
import { withNumber } from '../numbered-acts.ts';
import { met, newId, violated } from '../world.ts';
import { cashOf, entriesIn, inBookOrder, NO_ENTRY } from './books.ts';
import { paymentsIn, rowsIn } from './desk-rows.ts';
import type { BookNumber } from '../../../shared/decide/money/book-numbers.ts';
import type { PaymentWish } from '../../../shared/decide/money/payments.ts';
import type { NumberPlace } from '../../../shared/decide/numbers.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';
import type { Shift } from '../../../shared/project/office/shifts.ts';
import type { Setting } from '../numbered-acts.ts';
import type { Page } from '../page.ts';

const LINES = [
  { kind: 'phi', label: 'Phí chứng thực', amount: 15_000 },
  { kind: 'lePhi', label: 'Lệ phí hộ tịch', amount: 8_000 },
] as const;

/** One act of whoever leads the till. */
export function moneyAct(setting: Setting): void {
  const { dice } = setting.world;
  const open = ownShift(setting);
  const kind = dice.below(100);
  if (!open || kind < 4) begin(setting, open);
  else if (kind < 56) take(setting);
  else if (kind < 80) cancel(setting);
  else if (kind < 88) end(setting);
  else if (kind < 92) remit(setting);
  else beside(setting);
}

const actorOf = ({ nowMs }: Setting) => ({ id: 'lan', name: 'Lan', role: 'reception' as const, nowMs });
const tillOf = ({ page }: Setting): string => `M${page.host.place.slot}`;

function ownShift(setting: Setting): Folded<Shift> | null {
  const open = rowsIn(setting.page, 'shift').filter(({ state }) => state?.status === 'open');
  return openShiftOf(open, 'lan', tillOf(setting));
}

function begin(setting: Setting, open: Folded<Shift> | null): void {
  const { world, page, commit } = setting;
  const wish = { shiftId: newId(world, 'shift'), openingCash: 1000 * world.dice.below(300) };
  const fact = openShift(wish, { actor: actorOf(setting), till: tillOf(setting), open: open ? [open] : [] });
  if (fact.ok !== (open === null)) violated('MO4', 'a clerk has two shifts, or none');
  if (!fact.ok) return;
  met(world, 'shift opened');
  commit(world, page, [fact.value], []);
}

function take(setting: Setting): void {
  const { world, page, nowMs } = setting;
  const { dice } = world;
  // Mostly one of the few last ones, so that two desks meet at one dossier.
  const dossiers = [...page.dossiers.values()].slice(-3);
  const dossier = dice.chance(0.85) ? (dice.pick(dossiers)?.id ?? null) : null;
  const paid = LINES.filter(() => dice.chance(0.6));
  const wish = wishFor(newId(world, 'payment'), dossier, paid.length > 0 ? paid : LINES);
  const way = dice.pick(['cash', 'cash', 'transfer', 'card'] as const) ?? 'cash';
  const year = world.once.dayOf(nowMs).slice(0, 4);
  withNumber(setting, paymentNamespace(year, page.host.place.slot), (place) => {
    const entry = nextEntry(setting, year, place);
    const others = paymentsIn(page).filter(({ dossierId }) => dossier !== null && dossierId === dossier);
    const shift = ownShift(setting);
    const sealed = { keyId: wish.paymentId, iv: '', ct: '' };
    const fact = takePayment(
      { ...wish, way },
      { actor: actorOf(setting), shift, others, entry, form: 'f', sealed },
    );
    const again = others.some(
      ({ cancelled, lines }) =>
        !cancelled && lines.some(({ label }) => wish.lines.some((line) => line.label === label)),
    );
    if (fact.ok === (again || shift === null)) violated('MO1', 'a line is paid once, in an open shift');
    met(world, fact.ok ? 'payment taken' : `payment: ${fact.error.code}`);
    if (!fact.ok) return null;
    world.slips.add(entry.number);
    return [fact.value];
  });
}

function wishFor(
  paymentId: string,
  dossierId: string | null,
  lines: readonly (typeof LINES)[number][],
): Omit<PaymentWish, 'way'> {
  return {
    paymentId,
    dossierId,
    dossierCode: dossierId ?? '',
    procedure: { code: '1', name: 'n' },
    lines: lines.map((line) => ({ ...line, fixed: true, waivedBy: '', note: '' })),
    cashGiven: null,
    payer: { name: 'A', address: '' },
  };
}

function cancel(setting: Setting): void {
  const { world, page, nowMs } = setting;
  const { dice } = world;
  const rows = rowsIn(page, 'payment');
  const standing = rows.filter(({ state }) => state?.cancelled === null);
  const chosen = dice.pick(dice.chance(0.9) ? standing.slice(-4) : rows);
  if (!chosen) return;
  const year = world.once.dayOf(nowMs).slice(0, 4);
  const alone = dice.chance(0.1);
  withNumber(setting, paymentNamespace(year, page.host.place.slot), (place) => {
    const row = page.hall.get(chosen.id) as Folded<Payment> | undefined;
    const entry = nextEntry(setting, year, place);
    const shift = ownShift(setting);
    const approver = { id: alone ? 'lan' : 'hoa', role: 'head' as const };
    const fact = cancelPayment(row, 'Thu nhầm', { actor: actorOf(setting), shift, approver, entry });
    const may = row?.state?.cancelled === null && shift !== null && !alone;
    if (fact.ok !== may) violated('MO5', 'a cancellation that may not be, or none that may');
    met(world, fact.ok ? 'payment cancelled' : `cancellation: ${fact.error.code}`);
    if (!fact.ok) return null;
    world.slips.add(entry.number);
    return [fact.value];
  });
}

/** The number and what it names: the entry that this storage knows to be the last of the book [MO3]. */
function nextEntry(
  { page, world }: Setting,
  year: string,
  place: NumberPlace,
): BookNumber & { readonly previous: string } {
  const numbered = bookNumber(year, page.host.place.slot, place);
  const { book } = numbered;
  const previous = previousSeal(book, lastInBook(page, book));
  const events = [...page.subjects].flatMap(([id, of]) => (id.startsWith('payment-') ? of : []));
  const before = entriesIn(events, world.once.factOf).filter((entry) => entry.book === book);
  const last = inBookOrder(before).at(-1);
  if (previous !== (last?.seal ?? NO_ENTRY))
    violated('MO3', `${numbered.number} does not name ${last?.number ?? 'nothing'}, the entry before it`);
  return { ...numbered, previous };
}

/** As renderer/db/money/money-rows.ts reads it from its index. */
function lastInBook(page: Page, book: string): Payment | undefined {
  const places = paymentsIn(page).flatMap((payment) =>
    payment.bookPlaces.flatMap((place) => (place.startsWith(`${book} `) ? [{ place, payment }] : [])),
  );
  return places.toSorted((one, other) => (one.place < other.place ? -1 : 1)).at(-1)?.payment;
}

function end(setting: Setting): void {
  const { world, page, commit } = setting;
  const row = ownShift(setting) ?? undefined;
  const moved = paymentsIn(page).filter(({ shiftIds }) => shiftIds.includes(row?.id ?? ''));
  const right = row ? cashOf(row, eventsOf(page), world.once.factOf) : 0;
  const short = world.dice.chance(0.3) ? 1000 : 0;
  const counted = [{ value: 1000, count: Math.max(0, right / 1000) + short / 1000 }];
  const why = world.dice.chance(0.5) ? 'Thừa' : '';
  const fact = closeShift(row, { counted, reason: why }, moved, actorOf(setting));
  const fits = right >= 0 && short === 0;
  if (fact.ok !== (row !== undefined && (fits || why !== '')))
    violated('MO4', `a shift is closed with ${short} too much`);
  if (!fact.ok) return;
  if (fact.value.type === 'shift-closed' && fact.value.body.expectedCash !== right)
    violated('MO4', `${fact.value.body.expectedCash} should be in the till, not ${right}`);
  met(world, 'shift closed');
  commit(world, page, [fact.value], []);
}

/** Every event of a page that is about money. */
function eventsOf({ subjects }: Page): readonly LoggedEvent[] {
  return [...subjects].flatMap(([id, events]) => (/^(payment|shift)-/.test(id) ? events : []));
}

function remit(setting: Setting): void {
  const { world, page, commit } = setting;
  const row = world.dice.pick(rowsIn(page, 'shift'));
  if (!row) return;
  const amount = 1000 * world.dice.below(9);
  const reason = world.dice.chance(0.7) ? 'Giữ lại tiền lẻ' : '';
  const fact = remitShift(row, { amount, to: 'Kho bạc', reason }, actorOf(setting));
  const counted = row.state?.closed?.countedCash ?? 0;
  const isOwn = amount === Math.max(0, counted - (row.state?.openingCash ?? 0));
  const may = row.state?.status === 'closed' && amount <= counted && (isOwn || reason !== '');
  if (fact.ok !== may) violated('MO4', `${amount} of ${counted} counted is handed on, or is not`);
  if (!fact.ok) return;
  met(world, 'shift remitted');
  commit(world, page, [fact.value], []);
}

/** What commutes: the number of a biên lai, and what became of a print. */
function beside(setting: Setting): void {
  const { world, page, commit } = setting;
  const row = world.dice.pick(rowsIn(page, 'payment'));
  if (!row) return;
  if (world.dice.chance(0.5)) {
    const fact = noteOfficial(row, `BL-${world.dice.below(99)}`, actorOf(setting));
    if (!fact.ok) return violated('MO5', fact.error.code);
    return commit(world, page, [fact.value], []);
  }
  const job = { jobId: newId(world, 'job'), form: 'f', copyNo: 1, reprint: 0, reason: '', where: null };
  const state = world.dice.pick(['spooled', 'failed'] as const) ?? 'failed';
  const body = { ...job, paper: 'fee' as const, formNo: '', state, fault: null, pdfSha256: null };
  commit(
    world,
    page,
    [{ type: 'form-printed', subject: row.id, parents: row.heads, sealed: null, body }],
    [],
  );
}
