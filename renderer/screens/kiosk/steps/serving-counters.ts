import { shortCounterName } from '../../../../shared/law/ward.ts';
import type { WardConfig } from '../../../../shared/law/ward.ts';

/** Names of the counters that call a series; none where every counter does. */
export function servingCounters(
  counters: WardConfig['counters'],
  series: string,
  lang: 'vi' | 'en',
): readonly string[] {
  const serving = counters.filter((counter) => counter.series.includes(series));
  if (serving.length === counters.length) return [];
  return serving.map(({ name, nameEn }) => shortCounterName(lang === 'en' ? nameEn : name));
}
