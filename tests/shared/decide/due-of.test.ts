import { describe, expect, it } from 'vitest';
import { calendarSchema } from '../../../shared/law/calendar.ts';
import { dueOf } from '../../../shared/decide/due-of.ts';
import { demoCatalogue, demoWard } from '../../support/demo.ts';
import type { Procedure } from '../../../shared/law/procedure.ts';

const procedure = demoCatalogue().procedures.find(
  ({ fieldId, limit }) => fieldId === 'ho-tich' && limit.value === 0,
);
/** Friday 05/06/2026 15:20 at the ward. */
const nowMs = Date.UTC(2026, 5, 5, 8, 20);

describe('the due date of a reception', () => {
  it('[D05, DD2] follows the working time of the procedure’s field, and names the calendar', () => {
    if (!procedure) throw new Error('the demo catalogue has a same-day procedure');
    const hours = ['07:30-11:30', '13:00-17:00'];
    const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
    const dueWith = (scopes: unknown) => {
      const calendar = calendarSchema.parse({ version: '2026-2', sessions: week, scopes });
      const due = dueOf({ officerDue: null }, procedure, { ward: { ...demoWard(), calendar }, nowMs });
      if (!due.ok) throw new Error(due.error.code);
      return due.value;
    };
    expect(dueWith([]).dueAt).toBe('2026-06-08T10:00:00.000Z');
    expect(dueWith([{ field: 'ho-tich', sessions: { sat: ['07:30-11:30'] } }]).dueAt).toBe(
      '2026-06-06T04:30:00.000Z',
    );
    expect(dueWith([{ field: 'dat-dai', sessions: { sat: hours } }]).dueAt).toBe('2026-06-08T10:00:00.000Z');
    expect(dueWith([]).dueTrace).toContainEqual({ step: 'calendar', version: '2026-2' });
  });

  const rules = { ward: demoWard(), nowMs };
  const ofFive = (): Procedure => {
    if (!procedure) throw new Error('the demo catalogue has a same-day procedure');
    return { ...procedure, limit: { ...procedure.limit, value: 5, cutoff: null } };
  };
  const dueFor = (change: Partial<Procedure>) =>
    dueOf({ officerDue: null }, { ...ofFive(), ...change }, rules);

  it('[DD5] [PR9] promises the office’s shorter limit, and keeps the legal date and what a pause is counted by', () => {
    const legal = dueFor({});
    const localLimit = { value: 3, unit: 'workingDay', decision: 'QĐ 12/QĐ-UBND' } as const;
    const local = dueFor({ localLimit, supplement: { clock: 'restart', maxRounds: 2 } });
    if (!legal.ok || !local.ok) throw new Error('both have a date');
    expect(legal.value.clock).toEqual({
      limit: { value: 5, unit: 'workingDay' },
      policy: { dueAt: demoWard().duePolicy.dueAt, cutoff: demoWard().duePolicy.cutoff },
    });
    expect(local.value).toMatchObject({
      limitText: '3 ngày làm việc',
      dueAt: '2026-06-10T10:00:00.000Z',
      clock: {
        limit: { value: 3, unit: 'workingDay' },
        legalDueAt: legal.value.dueAt,
        supplement: { clock: 'restart', maxRounds: 2 },
      },
    });
    expect(local.value.dueExplanation).toContain('hạn theo luật');
    expect(dueFor({ localLimit: { ...localLimit, value: 6 } })).toMatchObject({
      error: { code: 'local-limit-longer' },
    });
  });

  it('[DD5] [PR9] a procedure of stages is due at their sum, or before the one that waits for the citizen', () => {
    const stage = (name: string, value: number, begins: 'previous' | 'applicant' = 'previous') => ({
      name,
      begins,
      office: null,
      limit: { value, unit: 'workingDay' as const },
    });
    const sum = dueFor({ stages: [stage('UBND phường', 3), stage('Chi cục Thuế', 2)] });
    expect(sum).toMatchObject({ ok: true, value: { dueAt: dueAtOf(dueFor({})) } });
    const waits = dueFor({ stages: [stage('UBND phường', 3), stage('Thuế', 2, 'applicant')] });
    expect(dueAtOf(waits)).toBe('2026-06-10T10:00:00.000Z');
    expect(waits.ok && waits.value.clock).toBeUndefined();
  });

  const dueAtOf = (due: ReturnType<typeof dueOf>) => (due.ok ? due.value.dueAt : due.error.code);
});
