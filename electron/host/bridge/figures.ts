import { err, ok } from '../../../shared/basics/result.ts';
import { dayFiguresSchema } from '../../../shared/report/day-figures.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeAnswers, BridgeFault } from '../../../shared/bridge.ts';
import type { Uplink } from '../uplink/uplink.ts';

/** Asks the district for its figures of one ward-local day. */
export async function districtFigures(
  reports: ReturnType<Uplink['reports']>,
  day: string,
): Promise<Result<BridgeAnswers['district-figures'], BridgeFault>> {
  if (!reports) return err({ code: 'district-no-token' });
  const path = `/v1/reports/day?${new URLSearchParams({ from: day, to: day }).toString()}`;
  const answer = await reports.wire.ask({
    method: 'GET',
    path,
    bearer: reports.token,
    answer: dayFiguresSchema,
  });
  if (!answer.ok)
    return err({
      code: answer.error.code,
      ...(answer.error.detail === null ? {} : { detail: answer.error.detail }),
    });
  return ok({ figures: answer.value, asOf: reports.now().toISOString() });
}
