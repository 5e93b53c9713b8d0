import { z } from 'zod';
import { err, ok } from '../../shared/basics/result.ts';
import { addDays, isRealDay } from '../../shared/basics/time.ts';
import { dayFiguresSchema, periodFigures } from '../../shared/report/day-figures.ts';
import type { ApiRoute } from './route.ts';

/** Longest period of one report, days. */
const LONGEST_PERIOD = 366;

const periodSchema = z.object({ from: z.string().refine(isRealDay), to: z.string().refine(isRealDay) });

/** Figures of Biểu II.06a for the ward of the token (DOMAIN 6.1). */
export const dayReportRoute: ApiRoute = {
  method: 'GET',
  path: '/v1/reports/day',
  summary: 'Figures of Biểu II.06a for a period of ward-local days, with their self-check',
  auth: 'reader',
  query: [
    { name: 'from', description: 'first day, YYYY-MM-DD' },
    { name: 'to', description: 'last day, included, YYYY-MM-DD' },
  ],
  answerType: 'application/json',
  answerSchema: dayFiguresSchema,
  refusals: [400],
  handle: async ({ context, caller, request }) => {
    if (!caller.reader) throw new Error('Bug: a report was reached without a reader');
    const period = periodSchema.safeParse(request.query);
    if (!period.success || !isPeriod(period.data.from, period.data.to)) {
      const message = `from and to are days (YYYY-MM-DD), from ≤ to, at most ${LONGEST_PERIOD} days`;
      return err({ status: 400, code: 'period-malformed', message });
    }
    const { from, to } = period.data;
    const dossiers = await context.store.dossiers(caller.reader.ward);
    return ok({ body: periodFigures(dossiers, from, to, context.nowMs()) });
  },
};

function isPeriod(from: string, to: string): boolean {
  return from <= to && to < addDays(from, LONGEST_PERIOD);
}
