// Facts about filings, money, settings and reading in no sensible order: before their birth, twice born, of tomorrow.
import type { Dice } from '../../dice.ts';

/** Kinds of subjects whose rows stand in tables of the office. */
export type OfficeKind = 'filing' | 'payment' | 'shift' | 'setting' | 'readlog';

/** A type with a body that this program understands, but for what only one of tomorrow writes. */
export function someOfficeFact(dice: Dice, kind: OfficeKind): readonly [string, object] {
  const at = `2026-06-05T08:3${dice.below(10)}:00.000Z`;
  const done = { at, role: dice.pick(['reception', 'head']) };
  if (dice.chance(0.03)) return [`${kind}-washed`, {}];
  const [type, body] = dice.pick(factsOf(dice, done)[kind]) ?? [`${kind}-washed`, {}];
  return [type, body];
}

type Facts = Readonly<Record<OfficeKind, readonly (readonly [string, object])[]>>;

function factsOf(dice: Dice, done: { readonly at: string }): Facts {
  const day = '2026-06-05';
  const reason = `r${dice.below(3)}`;
  const erased = ['subject-erased', { keyIds: ['k'], ground: 'g', at: done.at }] as const;
  const filed = {
    procedure: { code: '1', name: `n${dice.below(3)}`, fieldId: 'f', fieldName: 'F' },
    channel: dice.pick(['counter', 'online', 'post']),
    officerName: 'Lan',
  };
  const formNo = `0${1 + dice.below(2)}`;
  const since = dice.chance(0.5) ? { filedAt: '2026-06-04T08:00:00.000Z' } : {};
  const registered = { ...filed, portalCode: `P${dice.below(9)}`, ...since, answerDueAt: `due ${done.at}` };
  const entry = {
    number: `PT-2026-M1-00000${dice.below(9)}`,
    book: dice.pick(['M1 2026', 'M1X 2026']),
    day,
    shiftId: `shift-${dice.below(3)}`,
    previous: String(dice.below(10)).repeat(64),
  };
  const taken = { ...entry, ...SLIP, way: dice.pick(['cash', 'card']), total: dice.below(9) };
  const closed = { counted: [{ value: 1000, count: 1 }], countedCash: dice.below(9), expectedCash: -1 };
  return {
    filing: [
      ['filing-registered', { ...registered, ...done }],
      ['filing-turned-back', { ...filed, formNo, items: [`i${dice.below(3)}`], reason, ...done }],
      [
        'filing-refused',
        { ...filed, formNo, because: dice.pick(['other', 'no-procedure']), reason, ...done },
      ],
      ['filing-accepted', { dossierId: `dossier-${dice.below(9)}`, code: 'H26', ...done }],
      printed(dice, formNo),
      erased,
    ],
    payment: [
      ['payment-taken', { ...taken, ...done }],
      ['payment-taken', { ...taken, ...done }],
      ['payment-cancelled', { ...entry, reason, approvedBy: 'hoa', ...done }],
      ['payment-official-noted', { officialNo: `BL${dice.below(9)}`, ...done }],
      printed(dice, ''),
      erased,
    ],
    shift: [
      ['shift-opened', { day, till: 'M1', cashierName: 'Lan', openingCash: dice.below(9), ...done }],
      ['shift-closed', { ...closed, reason, payments: 1, taken: 1, ...done }],
      [
        'shift-remitted',
        {
          listNo: `NT-${dice.below(9)}`,
          amount: 1,
          to: 'Kho bạc',
          ...(dice.chance(0.5) ? { reason } : {}),
          ...done,
        },
      ],
      printed(dice, ''),
    ],
    setting: [
      [
        'setting-changed',
        { setting: 'queue', before: '{}', after: reason, reason: '', approvedBy: '', ...done },
      ],
    ],
    readlog: [
      [
        'readlog-noted',
        { day, dossierId: `dossier-${dice.below(3)}`, code: 'H26', why: 'opened', note: reason, ...done },
      ],
    ],
  };
}

const SLIP = {
  dossierId: 'dossier-1',
  dossierCode: 'H26',
  procedure: { code: '1', name: 'n' },
  lines: [{ kind: 'phi', label: 'Phí', amount: 7 }],
  cashierName: 'Lan',
  form: 'f',
};

function printed(dice: Dice, formNo: string): readonly [string, object] {
  const state = dice.pick(['queued', 'spooled', 'confirmed', 'failed', 'cancelled', 'expired']);
  const job = {
    jobId: `j${dice.below(4)}`,
    form: dice.pick(['a/1', 'b/2']),
    formNo,
    copyNo: 1 + dice.below(2),
  };
  const rest = { reprint: 0, reason: '', where: null, state, fault: null, pdfSha256: null };
  return ['form-printed', { ...job, paper: 'fee', ...rest }];
}
