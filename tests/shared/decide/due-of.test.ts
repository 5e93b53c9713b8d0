import { describe, expect, it } from 'vitest';
import { calendarSchema } from '../../../shared/law/calendar.ts';
import { dueOf } from '../../../shared/decide/due-of.ts';
import { demoCatalogue, demoWard } from '../../support/demo.ts';

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
});
