// What facts make of filings, payments, shifts, settings and read logs, said a second time: by looking at the facts that count.
import { foldAll } from '../../../../shared/project/fold.ts';
import { applyOf } from '../../../../shared/project/kinds.ts';
import { expectSame } from '../expect.ts';
import { event } from '../rows.ts';
import { filingSaid } from './filing-said.ts';
import { someOfficeFact } from './office-facts.ts';
import { isOut } from './prints-out.ts';
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';
import type { Apply, Folded } from '../../../../shared/project/fold.ts';
import type { Dice } from '../../dice.ts';
import type { OfficeKind } from './office-facts.ts';

type Body = Readonly<Record<string, unknown>>;

const KINDS = ['filing', 'payment', 'shift', 'setting', 'readlog'] as const;
const NO_HEAD = [
  'form-printed',
  'subject-erased',
  'payment-official-noted',
  'readlog-noted',
  'setting-changed',
];

/** Looks at the folds of the office with events that the dice choose, in whatever order and with repeats. */
export function officeFoldRules(dice: Dice): void {
  const kind: OfficeKind = dice.pick(KINDS) ?? 'filing';
  const facts = Array.from({ length: dice.below(9) }, () => someOfficeFact(dice, kind));
  const hashes = facts.map((_, index) => `${dice.below(10)}${index}`.padEnd(64, 'f'));
  const events = facts.map(([type, body], index) =>
    event(type, `${kind}-1`, body, {
      hash: hashes[index] ?? '',
      hlc: `178064640000${dice.below(6)}-000${dice.below(3)}`,
      parents: hashes.filter(() => dice.chance(0.3)),
      actor: dice.pick(['lan', 'tam', null]) ?? null,
      sealed: dice.chance(0.5) ? { keyId: `k${index}`, iv: '', ct: '' } : null,
      v: dice.chance(0.05) ? 2 : 1,
    }),
  );
  const ordered = [...events].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const known = ordered.filter(({ event: { v, type } }) => v === 1 && !type.endsWith('-washed'));
  const acts = ordered.filter(({ event: { type } }) => !NO_HEAD.includes(type));
  const heads = acts
    .filter(({ hash }, at) => !acts.slice(at + 1).some((later) => later.event.parents.includes(hash)))
    .map(({ hash }) => hash)
    .sort();
  const last = ordered.at(-1);
  const wanted = last && {
    id: `${kind}-1`,
    state: said[kind](known),
    heads,
    lastKey: keyOf(last),
    events: events.length,
  };
  for (const arrived of [shuffled(dice, events), shuffled(dice, events)]) {
    const found: Folded<unknown> | null = foldAll(applyOf[kind] as Apply<unknown>, arrived);
    expectSame('V1', kind, found ?? undefined, wanted);
  }
}

/** In whatever order, some twice. */
function shuffled(dice: Dice, events: readonly LoggedEvent[]): readonly LoggedEvent[] {
  return [...events, ...events.filter(() => dice.chance(0.2))]
    .map((logged) => ({ logged, at: dice.below(1000) }))
    .sort((one, other) => one.at - other.at)
    .map(({ logged }) => logged);
}

function keyOf({ event: { hlc, type }, hash }: LoggedEvent): string {
  return `${type === 'subject-erased' ? '~' : ''}${hlc}${hash}`;
}

function bodyOf({ event: { body } }: LoggedEvent): Body {
  return { ...(body as object) };
}

const said: { readonly [K in OfficeKind]: (events: readonly LoggedEvent[]) => object | null } = {
  filing: filingSaid,
  payment: (events) => {
    const birth = events.findIndex(({ event: { type } }) => type === 'payment-taken');
    const taken = events[birth];
    if (!taken) return null;
    const later = events.slice(birth + 1);
    const of = (type: string) => later.filter((one) => one.event.type === type);
    const { at, role: _role, ...body } = bodyOf(taken);
    const [first, ...others] = of('payment-cancelled');
    const cancelled = first && { ...bodyOf(first), by: first.event.actor, hash: first.hash };
    const shiftIds = [body['shiftId'], ...(first ? [bodyOf(first)['shiftId']] : [])];
    const placeOf = (one: LoggedEvent) =>
      `${String(bodyOf(one)['book'])} ${one.event.hlc} ${String(bodyOf(one)['number'])}`;
    const isErased = of('subject-erased').length > 0;
    return {
      ...body,
      id: 'payment-1',
      takenAt: at,
      cashier: taken.event.actor,
      hash: taken.hash,
      payer: isErased ? null : taken.event.sealed,
      officialNo: bodyOf(of('payment-official-noted').at(-1) ?? NOTHING)['officialNo'] ?? '',
      cancelled: cancelled ?? null,
      alsoCancelled: others.map(bodyOf),
      bookPlaces: [taken, ...of('payment-cancelled')].map(placeOf),
      shiftIds: [...new Set(shiftIds)],
      ...copiesOf(of('form-printed').map(bodyOf)),
    };
  },
  shift: (events) => {
    const birth = events.findIndex(({ event: { type } }) => type === 'shift-opened');
    const opened = events[birth];
    if (!opened) return null;
    const later = events.slice(birth + 1);
    const closed = later.find(({ event: { type } }) => type === 'shift-closed');
    const remitted = later.find(({ event: { type } }) => type === 'shift-remitted');
    const { at, role: _role, ...body } = bodyOf(opened);
    const printed: Record<string, number> = {};
    for (const print of later.filter(({ event: { type } }) => type === 'form-printed').map(bodyOf)) {
      const form = String(print['form']).split('/')[0] ?? '';
      if (isOut(print)) printed[form] = (printed[form] ?? 0) + 1;
    }
    return {
      ...body,
      id: 'shift-1',
      cashier: opened.event.actor,
      openedAt: at,
      status: remitted ? 'remitted' : closed ? 'closed' : 'open',
      closed: closed ? bodyOf(closed) : null,
      closedBy: closed?.event.actor ?? null,
      remitted: remitted ? bodyOf(remitted) : null,
      remittedBy: remitted?.event.actor ?? null,
      printed,
    };
  },
  setting: (events) => {
    const { setting } = bodyOf(events[0] ?? NOTHING);
    if (events.length === 0) return null;
    const by = ({ event: { actor, device } }: LoggedEvent) => ({ by: actor, device });
    const last = bodyOf(events.at(-1) ?? NOTHING)['setting'];
    return { setting: last ?? setting, changes: events.map((one) => ({ ...bodyOf(one), ...by(one) })) };
  },
  readlog: (events) => {
    const [first] = events;
    if (!first) return null;
    const reads = events.map((one) => {
      const { day: _day, ...read } = bodyOf(one);
      return { ...read, by: one.event.actor };
    });
    const dossierIds = [...new Set(events.map((one) => bodyOf(one)['dossierId']))];
    return { day: bodyOf(events.at(-1) ?? first)['day'], dossierIds, reads };
  },
};

const NOTHING = event('', '', {});

/** Of each print its last outcome counts; those of a refund's slip stand apart. */
function copiesOf(prints: readonly Body[]): object {
  const isRefund = (print: Body) => String(print['form']).startsWith('phieu-huy/');
  const outs = jobsOut(prints.filter((print) => !isRefund(print)));
  const most = Math.max(0, ...outs.map((out) => Number(out.split('/')[0])));
  const copies = Array.from(
    { length: most },
    (_, at) => outs.filter((out) => out.startsWith(`${at + 1}/`)).length,
  );
  return { outs, copies, refundOuts: jobsOut(prints.filter(isRefund)) };
}

function jobsOut(prints: readonly Body[]): readonly string[] {
  const jobs = new Map<string, boolean>();
  for (const print of prints) {
    const key = `${String(print['copyNo'])}/${String(print['jobId'])}`;
    jobs.delete(key);
    if (isOut(print)) jobs.set(key, true);
  }
  return [...jobs.keys()];
}
