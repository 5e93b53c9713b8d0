import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReturn } from '../../../../shared/decide/dossiers.ts';
import { decideAct } from '../../../../shared/decide/life/act.ts';
import { decideFiling } from '../../../../shared/decide/life/filing.ts';
import { encodeEvent, isTooLong, NO_HASH } from '../../../../shared/event/envelope.ts';
import { factOf, factVersion } from '../../../../shared/event/facts.ts';
import { createDice } from '../../../simulate/dice.ts';
import { everyWish } from '../../../simulate/life-acts.ts';
import { juneMs, lifeDesk, lifeWorldAt, looseLifeRules, wishes } from '../../../support/dossiers/life.ts';
import type { ActWish } from '../../../../shared/decide/life/wish.ts';
import type { FilingWish } from '../../../../shared/decide/life/filing.ts';
import type { Refusal } from '../../../../shared/decide/refusal.ts';
import type { Result } from '../../../../shared/basics/result.ts';
import type { NewFact } from '../../../../shared/event/facts.ts';
import type { DossierState } from '../../../../shared/law/life-cycle/states.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';
import type { Folded } from '../../../../shared/project/fold.ts';

const NOW_MS = juneMs(5, 9);

/** The state from which each wish of the simulator is allowed. */
const from: Readonly<Partial<Record<ActWish['act'], DossierState>>> = {
  'hand-over': 'received',
  'take-over': 'handed-over',
  'hand-back': 'handed-over',
  'take-supplement': 'awaiting-supplement',
  'give-up-supplement': 'awaiting-supplement',
  'prove-duty': 'awaiting-duty',
  'take-back': 'at-agency',
  resume: 'suspended',
  'send-back': 'to-sign',
  sign: 'to-sign',
  'give-back': 'result-ready',
  post: 'result-ready',
  'take-from-post': 'in-post',
  'decline-withdrawal': 'withdrawal-asked',
  withdraw: 'withdrawal-asked',
};

const row = lifeDesk({}).row();

function rowFor(act: ActWish['act']): Folded<Dossier> {
  const status = from[act] ?? 'in-process';
  const pauses = [{ kind: 'supplement' as const, from: new Date(juneMs(3, 9)).toISOString(), to: null }];
  return { ...row, state: row.state && { ...row.state, status, below: ['in-process'], pauses } };
}

function tried(wish: ActWish, role: 'head' | 'leader' = 'head'): Result<NewFact, Refusal> {
  return decideAct(rowFor(wish.act), wish, lifeWorldAt(NOW_MS, role, looseLifeRules));
}

/** `field code` of everything that was refused; empty when the act was done. */
function refused(outcome: Result<NewFact, Refusal>): readonly string[] {
  if (outcome.ok) return [];
  const { error } = outcome;
  return error.code === 'fields-invalid'
    ? error.fields.map(({ field, code }) => `${field} ${code}`)
    : [error.code];
}

const good = everyWish(createDice(1));
/** Texts that may stay empty: numbers that no paper has, remarks. */
const optional = [
  'officerName',
  'formNo',
  'noticeNo',
  'result',
  'draft',
  'resultNo',
  'letterNo',
  'carrier',
  'trackingNo',
];
const longest = (field: string): number =>
  ({
    reason: 1000,
    ground: 1000,
    cause: 1000,
    result: 1000,
    to: 200,
    agency: 200,
    signer: 200,
    carrier: 200,
  })[field] ?? 120;
const texts = good.flatMap((wish) =>
  Object.entries(wish)
    .filter(([field, value]) => typeof value === 'string' && !['act', 'method', 'day'].includes(field))
    .map(([field]) => [wish.act, field, wish] as const),
);

describe('bad input to an act', () => {
  it('[LC10] every good wish is done', () => {
    expect(
      good.map((wish) => [wish.act, refused(tried(wish))]).filter(([, found]) => found?.length !== 0),
    ).toEqual([]);
  });

  it.each(texts)('[LC10] %s: the text %s', (act, field, wish) => {
    const withText = (value: string) => refused(tried({ ...wish, [field]: value }));
    const most = longest(field);
    expect(withText('x'.repeat(most))).toEqual([]);
    expect(withText(`  ${'x'.repeat(most)}\n`)).toEqual([]);
    expect(withText('x'.repeat(most + 1))).toEqual([`${field} text-too-long`]);
    const mayBeEmpty = optional.includes(field) || (act === 'resume' && field === 'reason');
    for (const empty of ['', '  \n\t'])
      expect(withText(empty)).toEqual(mayBeEmpty ? [] : [`${field} text-missing`]);
    const outcome = tried({ ...wish, [field]: ' Phường Thạch Bàn '.normalize('NFD') });
    expect(outcome.ok && Object.values(outcome.value.body)).toContain('Phường Thạch Bàn');
  });

  it('[LC10] a leader who acts signs as the actor; what a leader signed on paper names the signer', () => {
    for (const wish of good.filter((one) => 'signer' in one)) {
      expect(refused(tried({ ...wish, signer: '' } as ActWish, 'head'))).toEqual(['signer text-missing']);
      expect(
        refused(
          decideAct(
            rowFor(wish.act),
            { ...wish, signer: '' } as ActWish,
            lifeWorldAt(NOW_MS, 'leader', looseLifeRules),
          ),
        ),
      ).toEqual([]);
    }
  });

  it('[LC10] lists of papers: none, empty lines only, 61, a line too long, all lines together too long', () => {
    const withItems = (items: string[]) => refused(tried({ ...wishes.ask, items }));
    expect(withItems([])).toEqual(['items text-missing']);
    expect(withItems([' ', ''])).toEqual(['items text-missing']);
    expect(withItems(Array.from({ length: 60 }, () => 'a'))).toEqual([]);
    expect(withItems(Array.from({ length: 61 }, () => 'a'))).toEqual(['items count-wrong']);
    expect(withItems(['a', 'x'.repeat(1001)])).toEqual(['items.1 text-too-long']);
    expect(withItems(Array.from({ length: 9 }, () => 'x'.repeat(1000)))).toEqual(['items text-too-long']);
    const outcome = tried({ ...wishes.ask, items: [' Tờ khai '.normalize('NFD'), ''] });
    expect(outcome.ok && outcome.value.body).toMatchObject({ items: ['Tờ khai'] });
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('[LC10] money: %s', (money) => {
    expect(refused(tried({ ...wishes.askDuty, amount: money }))).toEqual(['amount count-wrong']);
    expect(refused(tried({ ...wishes.withdraw, refund: money }))).toEqual(['refund count-wrong']);
    expect(refused(tried({ ...wishes.askDuty, amount: null }))).toEqual([]);
  });

  it.each([
    ['', 'officer-due-day'],
    ['mai', 'officer-due-day'],
    ['2026-02-30', 'officer-due-day'],
    ['1900-01-01', 'officer-due-day'],
    ['2100-01-04', 'officer-due-day'],
    ['2026-06-04', 'officer-due-day'],
    ['2026-06-14', 'officer-due-day-off'],
    ['2026-09-02', 'officer-due-day-off'],
  ])('[LC10] days: %s', (day, code) => {
    expect(refused(tried({ ...wishes.extend, day }))).toEqual([`day ${code}`]);
    const row = rowFor('resume');
    const { clock: _, ...set } = row.state ?? { clock: null };
    const world = lifeWorldAt(NOW_MS, 'head', looseLifeRules);
    const officer = decideAct(
      { ...row, state: set as Dossier },
      { ...wishes.resume, officerDay: day },
      world,
    );
    expect(refused(officer)).toEqual([`officerDay ${code}`]);
    const until = code === 'officer-due-day' ? [`until ${code}`] : [];
    expect(refused(tried({ ...wishes.ask, until: day }))).toEqual(until);
    expect(refused(tried({ ...wishes.suspend, until: day }))).toEqual(until);
  });

  it.each([
    [{ value: -1, unit: 'workingDay' }, 'limit-value'],
    [{ value: 10_000, unit: 'workingDay' }, 'limit-value'],
    [{ value: 1.5, unit: 'calendarDay' }, 'limit-value'],
    [{ value: null, unit: 'workingDay' }, 'limit-by-officer'],
    [{ value: 1, unit: 'campaign' }, 'limit-by-officer'],
  ] as const)('[LC10] the time another agency gets: %o', (limit, code) => {
    expect(refused(tried({ ...wishes.sendOn, limit }))).toEqual([`limit ${code}`]);
  });

  it('[LC10] a receiver who is somebody else has a name', () => {
    const receiver = { receiverIsSubmitter: false, receiver: ' ', receiverIdNumber: '' };
    const outcome = checkReturn(receiver);
    expect(outcome).toMatchObject({ error: { fields: [{ field: 'receiver', code: 'name-missing' }] } });
  });
});

describe('whatever the types allow', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '',
      ' ',
      '\u0000',
      '\ud800',
      'ê\u0323',
      '\u0958',
      '9999-12-31',
      '2026-06-08',
      '0000-00-00',
    ),
  );
  const text = fc.tuple(piece, fc.constantFrom(1, 1, 7, 120, 1100)).map(([one, times]) => one.repeat(times));
  const money = fc.oneof(fc.double(), fc.integer(), fc.constant(null));
  const limit = fc.option(
    fc.record({
      value: fc.oneof(fc.double(), fc.integer({ min: -2, max: 20 }), fc.constant(null)),
      unit: fc.constantFrom('workingDay', 'calendarDay', 'workingHour', 'hour', 'campaign'),
    }),
  );

  /** The same wish with other values in its fields. */
  function fuzzed<W extends { readonly act: string }>(wish: W): fc.Arbitrary<W> {
    const fields = Object.entries(wish).map(
      ([field, value]: [string, unknown]): [string, fc.Arbitrary<unknown>] => {
        const other = () => {
          if (['act', 'method', 'because', 'channel'].includes(field)) return fc.constant(value);
          if (field === 'items') return fc.array(text, { maxLength: 70 });
          if (field === 'until' || field === 'officerDay') return fc.option(text);
          if (field === 'refund') return money.map((sum) => sum ?? 0);
          if (field === 'amount') return money;
          if (field === 'limit') return limit;
          if (field === 'procedure')
            return fc.record({ code: text, name: text, fieldId: text, fieldName: text });
          return typeof value === 'string' ? text : fc.constant(value);
        };
        return [
          field,
          fc.oneof({ weight: 2, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other() }),
        ];
      },
    );
    return fc.record(Object.fromEntries(fields)) as fc.Arbitrary<unknown> as fc.Arbitrary<W>;
  }

  /** A refusal with a code, by field where fields are wrong, or a fact that every program reads and that fits into a line. */
  function holds(outcome: Result<NewFact, Refusal>): boolean {
    if (!outcome.ok) {
      const { error } = outcome;
      return (
        error.code !== 'fields-invalid' ||
        error.fields.every(({ field, code }) => field !== '' && code !== '')
      );
    }
    const { type, subject, parents, sealed, body } = outcome.value;
    const place = { ward: 'w', device: 'd', epoch: 'e', seq: 0, prev: NO_HASH };
    const when = { hlc: '1780646400000-0000', wall: '2026-06-05T08:20:00.000Z', actor: 'lan' };
    const logged = encodeEvent({
      v: factVersion(type),
      ...place,
      ...when,
      type,
      subject,
      parents,
      body,
      sealed,
    });
    return !isTooLong(logged.line) && factOf(logged.event)?.type === type;
  }

  it('[LC10] is done and can be read, or is refused; nothing throws (acts)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...good).chain(fuzzed), (wish) => holds(tried(wish))),
      { seed: 20261122, numRuns: 600 },
    );
  });

  it('[LC10] is done and can be read, or is refused; nothing throws (filings)', () => {
    const procedure = { code: '1', name: 'x', fieldId: 'ho-tich', fieldName: 'Hộ tịch' };
    const filed = { procedure, channel: 'online', officerName: 'Lan' } as const;
    const filings: readonly FilingWish[] = [
      { act: 'file', ...filed, portalCode: '1' },
      { act: 'turn-back', ...filed, formNo: '1', items: ['a'], reason: 'r' },
      { act: 'refuse', ...filed, formNo: '1', because: 'other', reason: 'r' },
      { act: 'receive', dossierId: 'dossier-1', code: 'H26-1' },
    ];
    const world = lifeWorldAt(NOW_MS, 'reception');
    fc.assert(
      fc.property(fc.constantFrom(...filings).chain(fuzzed), (wish) =>
        holds(decideFiling(undefined, 'filing-1', wish, world)),
      ),
      { seed: 20261122, numRuns: 300 },
    );
    const [first] = filings;
    const long = { ...first, procedure: { ...procedure, name: 'x'.repeat(601) } } as FilingWish;
    expect(refused(decideFiling(undefined, 'filing-1', long, world))).toEqual([
      'procedure.name text-too-long',
    ]);
  });
});
