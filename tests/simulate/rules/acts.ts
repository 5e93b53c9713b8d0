// What may be done with tickets and dossiers, and what is written then, said a second time.
import { checkReturn, receiveDossier } from '../../../shared/decide/dossiers.ts';
import { decideAct } from '../../../shared/decide/life/act.ts';
import { issueTicket } from '../../../shared/decide/tickets.ts';
import { lifeWorld } from '../life-acts.ts';
import { expectSame } from './expect.ts';
import { lineRules } from './queue/line.ts';
import { ticketActRules } from './queue/ticket-acts.ts';
import { dossierRow, RECEIVED } from './rows.ts';
import type { ActWish } from '../../../shared/decide/life/wish.ts';
import type { Sealed } from '../../../shared/event/envelope.ts';
import type { Dice } from '../dice.ts';

const NOW_MS = Date.UTC(2026, 5, 5, 8, 20);
const AT = '2026-06-05T08:20:00.000Z';
const SEALED = { keyId: 'k', iv: 'i', ct: 'c' };

/** Looks at the rules of tickets and dossiers with what the dice choose. */
export function actRules(dice: Dice): void {
  ticketActRules(dice);
  lineRules(dice);
  issues(dice);
  steps(dice);
  returns(dice);
}

const refusal = (error: unknown) => ({ ok: false, error });

function issues(dice: Dice): void {
  const wish = {
    ticketId: 'ticket-1',
    fieldId: 'f',
    series: dice.chance(0.5) ? 'A' : 'B',
    procedureCode: dice.chance(0.5) ? '1.001193' : null,
    priority: dice.chance(0.5) ? ('merit' as const) : null,
    more: dice.chance(0.5) ? { via: 'clerk' as const, direct: 'q1' } : {},
  };
  const granted = dice.chance(0.5);
  const value = 1 + dice.below(999);
  const ahead = dice.below(9);
  const place = granted
    ? { kind: 'granted' as const, value }
    : { kind: 'own' as const, value, slot: 2, ordinal: 1 };
  const digits = `00${value}`.slice(-3);
  const { fieldId, series, procedureCode, priority, more } = wish;
  const number = granted ? `${series}${digits}` : `${series}YX${digits}`;
  expectSame('K01', 'a ticket', issueTicket(wish, place, '2026-06-05', ahead, NOW_MS), {
    type: 'ticket-issued',
    subject: 'ticket-1',
    parents: [],
    sealed: null,
    body: { number, series, day: '2026-06-05', fieldId, procedureCode, priority, ahead, at: AT, ...more },
  });
}

function steps(dice: Dice): void {
  const row = dice.chance(0.1) ? undefined : dossierRow(dice);
  const status = row?.state?.status;
  const check = (
    found: unknown,
    from: readonly string[],
    type: string,
    act: string,
    body: object,
    sealed: unknown = null,
  ) => {
    const wanted =
      status === undefined
        ? refusal({ code: 'dossier-unknown' })
        : from.includes(status)
          ? { ok: true, value: { type, subject: row?.id, parents: row?.heads, sealed, body } }
          : refusal({ code: 'dossier-step-wrong', status, wanted: act });
    expectSame('D01', `${type} of ${status ?? 'nothing'}`, found, wanted);
  };
  const world = lifeWorld(dice, NOW_MS);
  const done = { at: AT, role: world.role };
  const inside = world.rules.shortcuts
    ? ['received', 'handed-over', 'in-process', 'at-agency', 'to-sign']
    : [];
  const tried = (wish: ActWish, sealed: Sealed | null = null) => decideAct(row, wish, world, sealed);
  const handOver = tried({ act: 'hand-over', to: ' Pho\u0300ng ' });
  check(handOver, ['received'], 'dossier-handed-over', 'hand-over', {
    to: 'Phòng',
    ...done,
  });
  const ready = { resultNo: 'Số 1', ...done };
  const release = tried({ act: 'release', resultNo: '  So\u0302\u0301 1 ' });
  check(release, [...inside, 'signed'], 'dossier-result-ready', 'release', ready);
  const form = {
    method: dice.pick(['counter', 'post', 'home', 'electronic'] as const) ?? 'counter',
    slipTakenBack: dice.chance(0.5),
    receiverIsSubmitter: dice.chance(0.5),
  };
  const sealed = dice.chance(0.5) ? SEALED : null;
  const { method } = form;
  const ways = {
    counter: 'return',
    post: 'prove-delivery',
    home: 'return-home',
    electronic: 'return-electronically',
  };
  const from =
    method !== 'post' ? ['result-ready'] : world.rules.shortcuts ? ['result-ready', 'in-post'] : ['in-post'];
  const given = tried({ act: 'give-back', ...form }, sealed);
  check(given, from, 'dossier-returned', ways[method], { ...form, ...done }, sealed);
  const {
    id,
    code: _,
    provisional: __,
    ...body
  } = { id: 'dossier-1', ...RECEIVED, ...dossierRow(dice).state };
  const prepared = { body, persons: {} } as unknown as Parameters<typeof receiveDossier>[1];
  const code = { code: 'TAM-M1-260605-1', provisional: true };
  expectSame('D01', 'a dossier', receiveDossier(id, prepared, SEALED, code), {
    type: 'dossier-received',
    subject: id,
    parents: [],
    sealed: SEALED,
    body: { ...body, ...code },
  });
}

function returns(dice: Dice): void {
  const receiverIsSubmitter = dice.chance(0.3);
  const receiver = dice.pick(['', '  ', 'Lê Văn Tám', 'x'.repeat(200), 'x'.repeat(201)]) ?? '';
  const receiverIdNumber =
    dice.pick(['', '001085000123', 'B1234567', 'B123456', '1'.repeat(40), '1'.repeat(41)]) ?? '';
  const long = [
    ...(receiver.length > 200 ? [{ field: 'receiver', code: 'text-too-long', found: 201 }] : []),
    ...(receiverIdNumber.length > 40
      ? [{ field: 'receiverIdNumber', code: 'text-too-long', found: 41 }]
      : []),
  ];
  const wrong = [
    ...(receiver.trim() === '' ? ['receiver name-missing'] : []),
    ...(receiverIdNumber === 'B123456' ? ['receiverIdNumber personal-number-letters'] : []),
    ...(receiverIdNumber.length === 40 ? ['receiverIdNumber personal-number-length'] : []),
  ];
  const outcome = checkReturn({ receiverIsSubmitter, receiver, receiverIdNumber });
  const fields = outcome.ok || outcome.error.code !== 'fields-invalid' ? [] : outcome.error.fields;
  if (receiverIsSubmitter) expectSame('D01', 'the submitter', outcome, { ok: true, value: null });
  else if (long.length > 0) expectSame('D01', 'a receiver', fields, long);
  else
    expectSame(
      'D01',
      'a receiver',
      fields.map(({ field, code }) => `${field} ${code}`),
      wrong,
    );
  expectSame(
    'D01',
    'a receiver',
    outcome.ok,
    receiverIsSubmitter || (long.length === 0 && wrong.length === 0),
  );
}
