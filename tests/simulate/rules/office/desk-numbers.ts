// Numbers of slips of money and of papers [MO2, PN1]: whose they are, how they read, and which facts show them to be taken.
import { paperNamespace, paperNumber, paperNumberIn } from '../../../../shared/decide/life/paper-numbers.ts';
import { createGrantList } from '../../../../shared/decide/machine/grants.ts';
import { rangeOf } from '../../../../shared/decide/numbers.ts';
import { factOf } from '../../../../shared/event/facts.ts';
import { expectSame } from '../expect.ts';
import { event } from '../rows.ts';
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';
import type { Dice } from '../../dice.ts';

const ROLES = ['desk', 'all', 'kiosk', 'display', 'hub'] as const;
const SLOTS = [1, 2, 3, 19, 49, 50];
const AT = '2026-06-05T08:20:00.000Z';
/** Still the last day of the year at the ward, then the first of the next. */
const YEARS = [
  ['2026-12-31T16:59:59.999Z', '2026'],
  ['2026-12-31T17:00:00.000Z', '2027'],
] as const;

/** Looks at some numbers of a desk. */
export function deskNumberRules(dice: Dice): void {
  ranges(dice);
  papers(dice);
  granted(dice);
}

function ranges(dice: Dice): void {
  const role = dice.pick(ROLES) ?? 'desk';
  const slot = dice.pick(SLOTS) ?? 1;
  const other = dice.pick(SLOTS) ?? 1;
  const isDesk = role === 'desk' || role === 'all';
  const book = rangeOf(`payment/2026/M${other}`, role, slot);
  const whole = isDesk && slot === other ? { from: 1, to: 999_999 } : null;
  expectSame('MO2', `the book of M${other} for ${role} ${slot}`, book, whole);
  const papersOf = rangeOf('paper/2026/request', role, slot);
  const wanted = isDesk && slot <= 49 ? { from: 2000 * slot - 1999, to: 2000 * slot } : null;
  expectSame('PN1', `papers of ${role} ${slot}`, papersOf, wanted);
}

/** Which fact shows the number of which paper. */
const SHOWING: readonly (readonly [string, string, object])[] = [
  ['dossier-supplement-asked', 'request', { items: ['i'], reason: 'r', until: null }],
  [
    'dossier-extended',
    'apology',
    { cause: 'c', signer: 's', due: { dueAt: AT, dueTrace: [], dueExplanation: '' } },
  ],
  ['dossier-stopped', 'stop', { reason: 'r', signer: 's', because: 'decision' }],
  ['dossier-withdrawn', 'stop', { papersReturned: true, refund: 0 }],
  ['filing-turned-back', 'request', { ...filed(), items: ['i'], reason: 'r' }],
  ['filing-refused', 'refusal', { ...filed(), because: 'other', reason: 'r' }],
  ['dossier-handed-back', 'none', { reason: 'r' }],
];

function filed() {
  const procedure = { code: '1', name: 'n', fieldId: 'f', fieldName: 'F' };
  return { procedure, channel: 'counter', officerName: 'Lan' };
}

function showing(dice: Dice, formNo: string, at: string): readonly [LoggedEvent, string] {
  const [type, kind, body] = dice.pick(SHOWING) ?? ['dossier-stopped', 'stop', {}];
  return [event(type, 'x', { ...body, formNo, at, role: 'reception' }), kind];
}

function papers(dice: Dice): void {
  const value = 1 + dice.below(dice.chance(0.5) ? 20 : 98_000);
  const written = value < 10 ? `0${value}` : String(value);
  expectSame('PN1', 'a number', paperNumber({ kind: 'granted', value }), written);
  const own = (slot: number, ordinal: number) => paperNumber({ kind: 'own', value, slot, ordinal });
  expectSame('PN1', 'a number of a storage alone', [own(1, 0), own(2, 1)], [`X${written}`, `YX${written}`]);
  const storage = () => [1 + dice.below(40), dice.below(40)] as const;
  const [one, other] = [storage(), storage()];
  expectSame('PN1', 'two storages alone', own(...one) === own(...other), one.join() === other.join());
  const [at, year] = dice.pick(YEARS) ?? YEARS[0];
  expectSame('PN1', 'a namespace', paperNamespace('stop', `${year}-01-01`), `paper/${year}/stop`);
  const text = dice.pick([written, own(1, 0), `${written}/HDHS`, '']) ?? '';
  const [shown, kind] = showing(dice, text, at);
  const fact = factOf(shown.event);
  const wanted = text === written && kind !== 'none' ? { namespace: `paper/${year}/${kind}`, value } : null;
  expectSame('PN1', `the number in ${shown.event.type}`, fact && paperNumberIn(fact), wanted);
}

/** What stands in an event is never granted, whoever wrote it. */
function granted(dice: Dice): void {
  const list = createGrantList([], { begun: '2025-01-01T00:00:00.000Z', epochsBefore: 3 });
  const isMoney = dice.chance(0.5);
  const value = 1 + dice.below(60);
  const digits = `00000${value}`.slice(-6);
  const slip = dice.chance(0.5) ? `PT-2026-M2-${digits}` : `PT-2026-M2X-${digits}`;
  const [paper, kind] = showing(dice, String(2000 + value), AT);
  const shown = isMoney ? money(dice, slip) : paper;
  list.observe(shown.event);
  const namespace = isMoney ? 'payment/2026/M2' : 'paper/2026/stop';
  const own = isMoney ? 1 : 2001;
  const isSeen = isMoney ? slip.includes('M2-') : kind === 'stop';
  const from = isSeen ? own + value : own;
  const wish = { namespace, role: 'desk', slot: 2, highest: 0 } as const;
  const rule = isMoney ? 'MO2' : 'PN1';
  expectSame(rule, 'a block', list.grant(wish), { ok: true, value: { from, to: from + 19 } });
  expectSame(rule, 'the next', list.grant(wish), { ok: true, value: { from: from + 20, to: from + 39 } });
  const more = { ...wish, highest: from + 100 };
  expectSame(rule, 'after the page', list.grant(more), {
    ok: true,
    value: { from: from + 101, to: from + 120 },
  });
  const none = { ok: false, error: { code: 'namespace-unknown' } };
  const odd = dice.pick(['payment/2026/2', 'payment/26/M2', 'paper/2026/Stop', 'paper/2026']) ?? '';
  expectSame(rule, odd, list.grant({ ...wish, namespace: odd }), none);
}

function money(dice: Dice, number: string): LoggedEvent {
  const entry = { number, book: 'M2 2026', day: '2026-06-05', shiftId: 's', previous: '0'.repeat(64) };
  const done = { at: AT, role: 'reception' };
  if (dice.chance(0.5))
    return event('payment-cancelled', 'payment-1', { ...entry, reason: 'r', approvedBy: 'hoa', ...done });
  return event('payment-taken', 'payment-1', {
    ...entry,
    dossierId: null,
    dossierCode: '',
    procedure: { code: '1', name: 'n' },
    lines: [{ kind: 'phi', label: 'Phí', amount: 7 }],
    total: 7,
    way: 'cash',
    cashierName: 'Lan',
    form: 'f',
    ...done,
  });
}
