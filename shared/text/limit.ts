import type { Procedure } from '../law/procedure.ts';

const UNITS = {
  workingDay: 'ngày làm việc',
  calendarDay: 'ngày',
  workingHour: 'giờ làm việc',
  hour: 'giờ',
  campaign: 'theo đợt',
} as const;

/** A legal time limit as it stands on the slip: `Trong ngày làm việc`, `5 ngày làm việc`, `Theo đợt`. */
export function limitText(limit: Pick<Procedure['limit'], 'value' | 'unit'>): string {
  if (limit.value === null || limit.unit === 'campaign')
    return limit.unit === 'campaign' ? 'Theo đợt' : 'Không quy định';
  if (limit.value === 0) return 'Trong ngày làm việc';
  return `${String(limit.value).replace('.', ',')} ${UNITS[limit.unit]}`;
}
