import { describe, expect, it } from 'vitest';
import { toWardIso, wardInstant } from '../../../../shared/basics/time.ts';
import { readCalendar } from '../../../../shared/law/calendar.ts';
import { dueInputs } from '../../../../shared/law/catalogue/due-inputs.ts';
import { stepsDue, stepStandings } from '../../../../shared/law/catalogue/steps.ts';
import { dueWithLocalLimit } from '../../../../shared/law/clock/local-limit.ts';
import { stagesDue } from '../../../../shared/law/clock/stages.ts';
import { usualSupplementRule } from '../../../../shared/law/clock/supplements.ts';
import { defaultCalendar } from '../../../../shared/law/default-calendar.ts';
import { dueDate } from '../../../../shared/law/due.ts';
import { generatedCatalogue } from '../../../support/catalogue/generated.ts';
import { demoCatalogue } from '../../../support/demo.ts';
import type { StepProgress } from '../../../../shared/law/catalogue/steps.ts';
import type { Procedure } from '../../../../shared/law/procedure.ts';

const calendar = readCalendar(defaultCalendar);
const at = (day: string, clock: string) => wardInstant(day, clock);
const limit = {
  value: 3,
  unit: 'workingDay',
  cutoff: null,
  extendedValue: null,
  note: null,
  verified: false,
} as const;
const steps = [
  { order: 1, name: 'Tiếp nhận', role: 'reception', hours: 2, output: 'Giấy tiếp nhận' },
  { order: 2, name: 'Thẩm định', role: 'specialist', hours: 12, output: 'Dự thảo' },
  { order: 3, name: 'Ký', role: 'leader', hours: 4, output: 'Kết quả' },
] as const;

function procedure(change: Partial<Procedure> = {}): Procedure {
  const [first] = demoCatalogue().procedures;
  if (!first) throw new Error('the demo catalogue has procedures');
  return { ...first, limit, steps: [...steps], ...change };
}

/** Friday 05/06/2026, three hours of work left; sessions 07:30–11:30, 13:00–17:00. */
const started = at('2026-06-05', '14:00');
const progress = (...finishedAtMs: (number | null)[]): StepProgress => ({
  startedAtMs: started,
  finishedAtMs,
  pauses: [],
});

describe('the dates of the internal process', () => {
  it('[PR7] run in working hours, one step after the other', () => {
    const due = stepsDue(procedure(), started, calendar);
    if (!due.ok) throw new Error(due.error.code);
    expect(
      due.value.stages.map(({ name, own }) => [name, own && toWardIso(own.dueAtMs).slice(0, 16)]),
    ).toEqual([
      ['Tiếp nhận', '2026-06-05T16:00'],
      ['Thẩm định', '2026-06-09T10:30'],
      ['Ký', '2026-06-09T16:00'],
    ]);
    expect(due.value.total?.dueAtMs).toBe(at('2026-06-09', '16:00'));
    expect(stepsDue(procedure({ steps: undefined }), started, calendar)).toMatchObject({
      error: { code: 'steps-none', field: 'steps' },
    });
  });

  it('[PR7] end within the procedure’s own date, whatever the procedure', () => {
    const { procedures } = generatedCatalogue({ procedures: 400, fields: 30, seed: 3 });
    const withSteps = procedures.filter((each) => each.steps !== undefined);
    expect(withSteps.length).toBeGreaterThan(50);
    for (const each of withSteps) {
      const { limit: legal, local, policy } = dueInputs(each, { dueAt: 'endOfDay', cutoff: '15:00' });
      const own = stepsDue(each, started, calendar);
      const whole = dueDate({ receivedAtMs: started, limit: local ?? legal, pauses: [] }, calendar, policy);
      if (!own.ok || !whole.ok) throw new Error(each.code);
      expect(own.value.total?.dueAtMs).toBeLessThanOrEqual(whole.value.dueAtMs);
    }
  });

  it('[PR7] a step stands by the true end of the step before it', () => {
    const standing = (now: number, ...ends: (number | null)[]) => {
      const found = stepStandings(procedure(), progress(...ends), now, calendar);
      if (!found.ok) throw new Error(found.error.code);
      return found.value.map(({ dueAtMs, standing: of }) => [
        dueAtMs && toWardIso(dueAtMs).slice(5, 16),
        of?.status ?? null,
      ]);
    };
    expect(standing(at('2026-06-05', '14:30'))).toEqual([
      ['06-05T16:00', 'nearlyDue'],
      ['06-09T10:30', null],
      ['06-09T16:00', null],
    ]);
    // The first step took an hour too long: the second has its twelve hours all the same; the third stays in the plan.
    expect(standing(at('2026-06-10', '08:00'), at('2026-06-05', '17:00'))).toEqual([
      ['06-05T16:00', 'late'],
      ['06-09T11:30', 'overdue'],
      ['06-09T16:00', null],
    ]);
    expect(standing(at('2026-06-10', '08:00'), at('2026-06-05', '15:00'), at('2026-06-08', '11:00'))).toEqual(
      [
        ['06-05T16:00', 'onTime'],
        ['06-09T09:30', 'early'],
        ['06-08T16:30', 'overdue'],
      ],
    );
  });

  it('[PR7] wait with the dossier, and refuse ends that cannot be', () => {
    const pauses = [{ fromMs: at('2026-06-05', '15:00'), toMs: at('2026-06-08', '09:30') }];
    const paused = stepStandings(procedure(), { ...progress(), pauses }, started, calendar);
    expect(
      paused.ok && paused.value.map(({ dueAtMs }) => dueAtMs && toWardIso(dueAtMs).slice(5, 16)),
    ).toEqual(['06-08T10:30', '06-09T16:00', '06-10T10:30']);
    const wrong = (...ends: (number | null)[]) =>
      stepStandings(procedure(), progress(...ends), started, calendar);
    expect(wrong(started - 1)).toMatchObject({ error: { code: 'step-times-order', field: 'finishedAt.0' } });
    expect(wrong(null, started + 1)).toMatchObject({
      error: { code: 'step-times-order', field: 'finishedAt.1' },
    });
  });
});

describe('what a procedure tells the clock', () => {
  const ward = { dueAt: 'endOfDay', cutoff: '15:00' } as const;

  it('[PR9] an older catalogue leaves policy, cut-off and supplements to the ward and the usual rule', () => {
    expect(dueInputs(procedure(), ward)).toEqual({
      limit: { value: 3, unit: 'workingDay' },
      local: null,
      policy: ward,
      supplement: usualSupplementRule,
      place: { field: procedure().fieldId },
      stages: [],
    });
  });

  it('[PR9] its own policy, local limit and stages go before', () => {
    const inputs = dueInputs(
      procedure({
        dueAt: 'sameTime',
        limit: { ...limit, value: 10, cutoff: '16:00' },
        localLimit: { value: 7, unit: 'workingDay', decision: 'Quyết định 12/QĐ-UBND' },
        supplement: { clock: 'restart', maxRounds: null },
        stages: [
          { name: 'Phường', office: null, limit: { value: 3, unit: 'workingDay' }, begins: 'previous' },
          { name: 'Thuế', office: 'thue', limit: { value: 5, unit: 'workingDay' }, begins: 'previous' },
        ],
      }),
      ward,
    );
    expect(inputs).toMatchObject({
      policy: { dueAt: 'sameTime', cutoff: '16:00' },
      supplement: { clock: 'restart', maxRounds: null },
    });
    const kase = { receivedAtMs: started, limit: inputs.limit, pauses: [] };
    const both = dueWithLocalLimit(kase, inputs.local, calendar, inputs.policy);
    expect(both.ok && [both.value.promised.dueAtMs, both.value.legal.dueAtMs].map(toWardIso)).toEqual([
      '2026-06-16T14:00:00+07:00',
      '2026-06-19T14:00:00+07:00',
    ]);
    const world = { calendarAt: () => calendar, policy: inputs.policy };
    const chain = stagesDue(started, inputs.stages, world);
    expect(
      chain.ok && chain.value.stages.map(({ own }) => own && toWardIso(own.dueAtMs).slice(0, 16)),
    ).toEqual(['2026-06-10T14:00', '2026-06-17T14:00']);
    expect(inputs.stages.map(({ place }) => place)).toEqual([
      { field: procedure().fieldId },
      { office: 'thue' },
    ]);
  });
});
