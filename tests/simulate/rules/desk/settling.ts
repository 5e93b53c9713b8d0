// What settles acts that did not see each other [V5], said a second time: field by field, for any number of branches.
import { settleDossier, settleTicket } from '../../../../shared/decide/conflicts.ts';
import { COURSE } from '../queue/ticket-fold.ts';
import { expectSame } from '../expect.ts';
import { dossierRow, ticketRow } from '../rows.ts';
import type { SettleWish } from '../../../../shared/decide/conflicts.ts';
import type { Conflict } from '../../../../shared/project/conflicts.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';
import type { Dice } from '../../dice.ts';

const NOW_MS = Date.UTC(2026, 5, 5, 8, 20);
const AT = '2026-06-05T08:20:00.000Z';
const HEADS = ['d', 'a', 'c', 'b', 'f', 'e'].map((letter) => letter.repeat(64));

/** Looks at what a clerk decides about some branches. */
export function settlingRules(dice: Dice): void {
  const tickets = branchesOf(dice, () => ticketRow(dice).state);
  const ticketWish = wishFor(dice, tickets);
  const ticket = wanted(tickets, ticketWish, 'ticket-conflict-settled', (chosen) => ({
    sealed: null,
    standing: Object.fromEntries(COURSE.map((key) => [key, chosen[key]])),
  }));
  expectSame('V5', 'a settled ticket', settleTicket(tickets, ticketWish, NOW_MS), ticket);
  const dossiers = branchesOf(dice, () => dossierOf(dice));
  const wish = wishFor(dice, dossiers);
  const dossier = wanted(dossiers, wish, 'dossier-conflict-settled', (chosen) => ({
    sealed: chosen.returnedAt === null ? null : chosen.receiver,
    standing: Object.fromEntries(STANDING.map((key) => [key, chosen[key]])),
  }));
  expectSame('V5', 'a settled dossier', settleDossier(dossiers, wish, NOW_MS), dossier);
}

/** All that acts change of a dossier, but for who received its result. */
const STANDING = [
  'status',
  'office',
  'handedOverAt',
  'readyAt',
  'resultNo',
  'returnedAt',
  'returnedBy',
  'below',
  'dueAt',
  'dueTrace',
  'dueExplanation',
  'pauses',
  'rounds',
  'supplementUntil',
  'extensions',
  'agency',
  'agencyDueAt',
  'endedAt',
] as const;

function branchesOf<S>(dice: Dice, standing: () => S | null): Conflict<S> | null {
  if (dice.chance(0.05)) return null;
  const branches = HEADS.slice(dice.below(3), 4 + dice.below(3)).map((head, index) => ({
    head,
    acts: [],
    standing: standing(),
    provisional: index === 0,
  }));
  return { subject: 'subject-1', shared: [], beside: [], branches, standing: standing(), because: 'later' };
}

/** Mostly what stands there, in another order; now and then a head too few, too many, or another. */
function wishFor<S>(dice: Dice, conflict: Conflict<S> | null): SettleWish {
  const heads = (conflict?.branches ?? []).map(({ head }) => head);
  const odd = [heads.slice(1), [...heads, 'x'], ['x', ...heads.slice(1)], []];
  const seen = dice.chance(0.75) ? (dice.chance(0.5) ? heads : [...heads].reverse()) : dice.pick(odd);
  const notes = [
    '',
    ' \n',
    ' Đúng là qua\u0302\u0300y 2 ',
    'x'.repeat(500),
    `${'x'.repeat(500)} `,
    'x'.repeat(501),
  ];
  return {
    chosen: (dice.chance(0.1) ? 'x' : dice.pick(heads)) ?? 'x',
    seen: seen ?? [],
    note: dice.pick(notes) ?? '',
  };
}

function wanted<S>(
  conflict: Conflict<S> | null,
  { chosen, seen, note }: SettleWish,
  type: string,
  of: (standing: S) => { readonly sealed: unknown; readonly standing: unknown },
): object {
  const no = (error: object) => ({ ok: false, error });
  if (conflict === null) return no({ code: 'conflict-none' });
  const said = note.trim().normalize('NFC');
  if (said === '') return no({ code: 'conflict-note-missing' });
  if (said.length === 501) return no({ code: 'conflict-note-long', longest: 500 });
  const heads = conflict.branches.map(({ head }) => head);
  const unseen = heads.some((head) => !seen.includes(head)) || seen.some((head) => !heads.includes(head));
  const right = conflict.branches.find(({ head }) => head === chosen)?.standing;
  if (unseen || !right) return no({ code: 'conflict-changed' });
  const { sealed, standing } = of(right);
  const body = { chosen, standing, note: said, at: AT };
  return { ok: true, value: { type, subject: 'subject-1', parents: [...heads].sort(), sealed, body } };
}

/** A dossier with something in every field that its status allows. */
function dossierOf(dice: Dice): Dossier | null {
  const { state } = dossierRow(dice);
  if (!state) return null;
  const by = { method: dice.chance(0.5) ? ('counter' as const) : ('post' as const) };
  const end = { ...by, slipTakenBack: dice.chance(0.5), receiverIsSubmitter: dice.chance(0.5) };
  const returned = state.status.startsWith('returned');
  const sealed = { keyId: 'k', iv: 'i', ct: `${dice.below(9)}` };
  return {
    ...state,
    office: dice.pick(['Phòng Tư pháp', null]) ?? null,
    handedOverAt: dice.pick(['2026-06-05T02:00:00.000Z', null]) ?? null,
    readyAt: dice.pick(['2026-06-05T03:00:00.000Z', null]) ?? null,
    resultNo: dice.pick(['12/KS', null]) ?? null,
    returnedAt: returned ? '2026-06-05T04:00:00.000Z' : null,
    returnedBy: returned ? end : null,
    // A receiver of a result that was not given is nobody's to carry over.
    receiver: dice.chance(0.7) ? sealed : null,
  };
}
