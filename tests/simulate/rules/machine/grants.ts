// Which block a host grants [N2, N9], worked out from every number that was ever told of, named one by one.
import { createGrantList } from '../../../../shared/decide/machine/grants.ts';
import { expectSame } from '../expect.ts';
import { event, ISSUED, RECEIVED } from '../rows.ts';
import type { GrantWish } from '../../../../shared/decide/machine/grants.ts';
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';
import type { DeviceRole } from '../../../../shared/sync/messages.ts';
import type { Dice } from '../../dice.ts';

type Told = { readonly namespace: string; readonly value: number };
type Range = { readonly from: number; readonly to: number };

/** When a book began, at the ward or around its midnight, and the last day whose blocks may be forgotten. */
const BEGUN = [
  ['2026-06-05T08:20:00.000Z', '2026-06-06'],
  ['2026-06-05T16:59:59.999Z', '2026-06-06'],
  ['2026-06-04T17:00:00.000Z', '2026-06-06'],
  ['2026-06-05T17:00:00.000Z', '2026-06-07'],
  ['2026-05-31T03:00:00.000Z', '2026-06-01'],
  ['2026-06-02T03:00:00.000Z', '2026-06-03'],
  ['a day that nobody can read', '9999-12-31'],
] as const;

const DAYS = ['2026-06-05', '2026-06-06', '2026-06-07', '2026-06-08'];

/** Who asks, where its range is of tickets and of codes, and of what size its blocks are. */
const ASKERS: readonly (readonly [DeviceRole, number, Range | null, Range | null])[] = [
  ['all', 1, { from: 1, to: 499 }, { from: 1, to: 200 }],
  ['kiosk', 2, { from: 500, to: 799 }, null],
  ['desk', 2, { from: 850, to: 899 }, { from: 201, to: 400 }],
  ['desk', 6, null, { from: 1001, to: 1200 }],
  ['display', 1, null, null],
];

const NO_NAMESPACES = [
  'ticket/2026-06-05/a',
  'xticket/2026-06-05/A',
  'ticket/2026-06-05/ABCDEFG',
  'dossier/2026-06-05x',
  'receipt/2026',
];

/** Looks at some grants of one list. */
export function grantRules(dice: Dice): void {
  const today = dice.pick(DAYS) ?? '';
  const [begun, lastForgotten] = dice.pick(BEGUN) ?? BEGUN[0];
  const epochsBefore = dice.below(4);
  const kept = dice.chance(0.5) ? [{ namespace: namespaceOf(dice, today), ...blockOf(dice) }] : [];
  const told: Told[] = kept.flatMap(({ namespace, from, to }) =>
    [from, to].map((value) => ({ namespace, value })),
  );
  const granted = new Set(kept.map(({ namespace }) => namespace));
  const list = createGrantList(kept, { begun, epochsBefore });
  for (let step = 2 + dice.below(8); step > 0; step -= 1) {
    if (dice.chance(0.5)) {
      const [{ event: shown }, numbers] = showing(dice, today);
      list.observe(shown);
      told.push(...numbers);
      continue;
    }
    const [role, slot, tickets, codes] = dice.pick(ASKERS) ?? (['hub', 1, null, null] as const);
    const bad = dice.chance(0.06) ? dice.pick(NO_NAMESPACES) : undefined;
    const namespace = bad ?? namespaceOf(dice, today);
    const wish: GrantWish = { namespace, role, slot, highest: dice.chance(0.7) ? 0 : valueOf(dice) };
    const isTicket = namespace.startsWith('ticket');
    const forgotten = !granted.has(namespace) && (namespace.split('/')[1] ?? '') <= lastForgotten;
    const size = isTicket ? 50 : 20;
    const wanted = blockAfter(wish, isTicket ? tickets : codes, told, size, forgotten ? epochsBefore : 0);
    expectSame('N2', `a block of ${namespace} after ${begun}`, list.grant(wish), wanted);
    if (!wanted.ok) continue;
    granted.add(namespace);
    told.push({ namespace, value: wanted.value.to });
  }
}

function blockAfter(
  wish: GrantWish,
  range: Range | null,
  told: readonly Told[],
  size: number,
  skipped: number,
) {
  const no = (code: string) => ({ ok: false, error: { code } }) as const;
  if (NO_NAMESPACES.includes(wish.namespace)) return no('namespace-unknown');
  if (range === null) return no('numbers-none');
  const taken = [{ namespace: wish.namespace, value: wish.highest }, ...told]
    .filter(
      ({ namespace, value }) => namespace === wish.namespace && range.from <= value && value <= range.to,
    )
    .map(({ value }) => value);
  const first = 1 + Math.max(range.from - 1, ...taken) + skipped * size;
  const left = range.to - first + 1;
  if (left <= 0) return no('numbers-exhausted');
  return { ok: true, value: { from: first, to: first + Math.min(size, left) - 1 } } as const;
}

/** At the ends of ranges, or anywhere. */
function valueOf(dice: Dice): number {
  const ends = [1, 200, 201, 499, 500, 799, 850, 899];
  return (dice.chance(0.3) ? dice.pick(ends) : undefined) ?? 1 + dice.below(dice.chance(0.5) ? 60 : 900);
}

function namespaceOf(dice: Dice, today: string): string {
  const day = dice.chance(0.8) ? today : (dice.pick(DAYS) ?? '');
  return dice.pick([`ticket/${day}/A`, `ticket/${day}/A`, `ticket/${day}/BC`, `dossier/${day}`]) ?? '';
}

function blockOf(dice: Dice): Range {
  const from = dice.pick([1, 51, 181, 201, 501, 850]) ?? 1;
  return { from, to: from + dice.below(50) };
}

/** An event, and which numbers it shows to be taken. */
function showing(dice: Dice, day: string): readonly [LoggedEvent, readonly Told[]] {
  const value = valueOf(dice);
  const digits = `00${value}`.slice(-3);
  const thousands = dice.below(2);
  const ticket = `ticket/${day}/A`;
  const codes = `dossier/${day}`;
  const issued = (number: string) => event('ticket-issued', 't', { ...ISSUED, day, number });
  const received = (code: string, provisional: boolean) =>
    event('dossier-received', 'd', { ...RECEIVED, day, code, provisional });
  const at = (namespace: string) => [{ namespace, value }];
  const begun = { namespace: ticket, after: value, why: 'w' };
  const chosen = dice.pick<() => readonly [LoggedEvent, readonly Told[]]>([
    () => [issued(`A${digits}`), at(ticket)],
    () => [issued(`AX${digits}`), []],
    () => [event('ticket-issued', 't', { ...ISSUED, day, number: `A${digits}` }, { v: 2 }), []],
    () => [
      event('ticket-issued', 't', { ...ISSUED, day, number: `BC${digits}`, series: 'BC' }),
      at(`ticket/${day}/BC`),
    ],
    () => [
      received(`H26-41-260605-${thousands}${digits}`, false),
      [{ namespace: codes, value: 1000 * thousands + value }],
    ],
    () => [received(`TAM-M1-260605-${value}`, true), []],
    () => [received(`H26-260605-${value}x`, false), []],
    () => [received('H26-260605-0x10', false), []],
    () => [event('numbers-begun', 'n', begun), at(ticket)],
    () => [event('numbers-granted', 'n', { namespace: codes, from: 1, to: value }), at(codes)],
    () => [event('ticket-rated', 'n', begun), []],
  ]);
  return chosen?.() ?? [issued(`A${digits}`), at(ticket)];
}
