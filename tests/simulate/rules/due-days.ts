// Days of return where the law gives no number, and where the ward's own policy decides [D05].
import { checkReception, prepareReception } from '../../../shared/decide/reception.ts';
import { defaultCalendar } from '../../../shared/law/default-calendar.ts';
import { expectSame } from './expect.ts';
import { catalogue, CLOCKS, ward, whole } from './reception.ts';
import type { ReceptionForm, ReceptionRules } from '../../../shared/decide/reception.ts';
import type { Procedure } from '../../../shared/law/procedure.ts';
import type { Dice } from '../dice.ts';

const late = CLOCKS[1].nowMs;

/** Looks at days that an officer names, and at the ward's policy. */
export function dueRules(dice: Dice): void {
  officer(dice);
  policy(dice);
  const unknown = { ...whole, procedureCode: '9.999', submitterIsOwner: false, note: 'x'.repeat(2001) };
  const refused = prepareReception(
    unknown,
    { catalogue, ward, nowMs: late },
    { name: 'Lan', role: 'reception' },
  );
  expectSame('D01', 'an unknown procedure', refused, {
    ok: false,
    error: {
      code: 'fields-invalid',
      fields: [
        { field: 'submitter.name', code: 'name-missing' },
        { field: 'authorisation', code: 'authorisation-missing' },
        { field: 'procedureCode', code: 'procedure-unknown' },
        { field: 'note', code: 'text-too-long', found: 2001 },
      ],
    },
  });
  const nameless = prepareReception(
    whole,
    { catalogue: { ...catalogue, fields: [] }, ward, nowMs: late },
    { name: 'Lan', role: 'reception' },
  );
  const { book, procedure } = nameless.ok ? nameless.value.body : { book: '', procedure: null };
  expectSame('D01', 'a field without a name', [book, procedure?.fieldName], ['2026', procedure?.fieldId]);
}

/** The rules of a catalogue with one limit. */
function rulesOf(
  limit: Partial<Procedure['limit']>,
  nowMs: number,
  change: Partial<typeof ward> = {},
): ReceptionRules {
  const procedures = catalogue.procedures
    .filter(({ code }) => code === whole.procedureCode)
    .map((procedure) => ({ ...procedure, limit: { ...procedure.limit, ...limit } }));
  return { catalogue: { ...catalogue, procedures }, ward: { ...ward, ...change }, nowMs };
}

const OFFICERS: readonly (readonly [ReceptionForm['officerDue'], string])[] = [
  [{ day: '2026-06-09', ground: ' Kế hoạch 12 ' }, '2026-06-09T10:00:00.000Z'],
  [{ day: '2026-06-05', ground: 'Ke\u0302\u0301 hoạch 12' }, '2026-06-05T10:00:00.000Z'],
  [{ day: '2026-06-04', ground: 'Kế hoạch 12' }, 'officer-due-day'],
  [{ day: '2026-06-31', ground: 'Kế hoạch 12' }, 'officer-due-day'],
  [{ day: '2026-06-09', ground: ' ' }, 'officer-due-ground'],
  [{ day: '2026-06-09', ground: 'x'.repeat(301) }, 'officer-due-ground'],
  [{ day: '2026-06-09', ground: 'x'.repeat(300) }, '2026-06-09T10:00:00.000Z'],
  [{ day: '2026-06-07', ground: 'Kế hoạch 12' }, 'officer-due-day-off'],
  [null, 'officer-due-day'],
];

function officer(dice: Dice): void {
  const limits = [
    { value: null },
    { value: 3, unit: 'campaign' },
    { value: null, unit: 'campaign' },
  ] as const;
  const limit = dice.pick(limits) ?? { value: null };
  const rules = rulesOf(limit, late);
  const [officerDue, wanted] = dice.pick(OFFICERS) ?? [null, 'officer-due-day'];
  const form = { ...whole, officerDue };
  const outcome = prepareReception(form, rules, { name: 'Lan', role: 'reception' });
  const refused = wanted.startsWith('officer') ? [{ field: 'officerDue', code: wanted }] : [];
  expectSame('D05', `an officer's day ${officerDue?.day ?? ''}`, checkReception(form, rules), refused);
  const day = outcome.ok ? outcome.value.body.dueAt : outcome.error.code;
  expectSame('D05', 'the day written', day, refused.length > 0 ? 'fields-invalid' : wanted);
  const ground = officerDue?.ground.trim().normalize('NFC');
  if (outcome.ok) {
    const text = 'unit' in limit ? 'Theo đợt' : 'Không quy định';
    expectSame('D05', 'its limit', outcome.value.body.limitText, text);
    expectSame('D05', 'its ground', outcome.value.body.dueExplanation, ground);
    expectSame('D05', 'its trace', outcome.value.body.dueTrace, [{ step: 'officer', ground, at: wanted }]);
  }
  const ended = { ...form, officerDue: { day: '2026-06-05', ground: 'g' } };
  const over = dice.chance(0.5);
  const evening = rulesOf({ value: null }, Date.UTC(2026, 5, 5, 10, 0) + (over ? 1 : 0));
  expectSame(
    'D05',
    'a day that is over',
    checkReception(ended, evening),
    over ? [{ field: 'officerDue', code: 'officer-due-day-off' }] : [],
  );
}

/** Three working days from Friday 15:20 end on Wednesday, at the same time or at the end of the day. */
const POLICIES = [
  [{ value: 4, unit: 'calendarDay' }, { dueAt: 'sameTime', cutoff: '15:00' }, '2026-06-09T10:00:00.000Z'],
  [{ value: 3, cutoff: null }, { dueAt: 'sameTime', cutoff: '15:00' }, '2026-06-10T08:20:00.000Z'],
  [{ value: 3, cutoff: null }, { dueAt: 'endOfDay', cutoff: '15:00' }, '2026-06-10T10:00:00.000Z'],
  [{ value: 0, cutoff: null }, { dueAt: 'endOfDay', cutoff: '15:00' }, '2026-06-08T10:00:00.000Z'],
  [{ value: 0, cutoff: null }, { dueAt: 'endOfDay', cutoff: '16:00' }, '2026-06-05T10:00:00.000Z'],
  [{ value: 0, cutoff: '15:00' }, { dueAt: 'endOfDay', cutoff: '16:00' }, '2026-06-08T10:00:00.000Z'],
  [{ value: 0, cutoff: '16:00' }, { dueAt: 'endOfDay', cutoff: '15:00' }, '2026-06-05T10:00:00.000Z'],
] as const;

function policy(dice: Dice): void {
  const [limit, change, wanted] = dice.pick(POLICIES) ?? POLICIES[0];
  const duePolicy = { ...ward.duePolicy, ...change };
  const outcome = prepareReception(whole, rulesOf(limit, late, { duePolicy }), {
    name: 'Lan',
    role: 'reception',
  });
  expectSame(
    'D05',
    `the day by ${JSON.stringify([limit, change])}`,
    outcome.ok && outcome.value.body.dueAt,
    wanted,
  );
  // Monday off for the field of the procedure, or for another one.
  const field = dice.chance(0.5) ? 'ho-tich' : 'dat-dai';
  const off = { field, sessions: {}, exceptions: [{ date: '2026-06-08', kind: 'off' as const }] };
  const three = rulesOf({ value: 3, cutoff: null }, late, {
    calendar: { ...defaultCalendar, scopes: [off] },
  });
  const later = prepareReception(whole, three, { name: 'Lan', role: 'reception' });
  const day = field === 'ho-tich' ? '2026-06-11' : '2026-06-10';
  expectSame('D05', `a day off of ${field}`, later.ok && later.value.body.dueAt.slice(0, 10), day);
  const closed = rulesOf(limit, late, { calendar: { sessions: {}, exceptions: [] } });
  expectSame(
    'D05',
    'a ward that never works',
    checkReception(whole, closed).map(({ field }) => field),
    ['officerDue'],
  );
}
