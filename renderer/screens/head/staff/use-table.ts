import { useMemo } from 'react';
import { wardDay } from '../../../../shared/basics/time.ts';
import { NOBODY } from '../../../../shared/report/staff/slices.ts';
import { useStores, useText, useUi } from '../../../store/hooks.ts';
import { useFieldName, useProcedureName } from '../../catalogue-names.ts';
import { meanWords } from '../../hall/durations.ts';
import { feesTable } from './fees-table.ts';
import { sliceTable } from './slice-table.ts';
import type { SliceKind, SliceRow } from '../../../../shared/report/staff/slices.ts';
import type { StaffReport } from '../../../store/report/report-state.ts';
import type { ShownTable } from './shown-table.ts';

/** A table of the section: one slicing, or the fees. */
export type TableKind = SliceKind | 'fees';

/** The table of a report in the words of the page; counted when it is looked at. */
export function useTable(report: StaffReport | null, kind: TableKind): ShownTable | null {
  const text = useText();
  const lang = useUi((ui) => ui.lang);
  const names = useRowNames();
  return useMemo(() => {
    if (!report) return null;
    if (kind === 'fees') return feesTable(report, text.report);
    return sliceTable(report.deeds, kind, {
      lang,
      first: text.report.firsts[kind],
      total: text.report.total,
      nameOf: (row) => names(kind, row),
      lasted: (ms) => meanWords(ms, text.hall),
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- names follow the language, and are made anew at each drawing
  }, [report, kind, lang, text]);
}

/** What a row is called in the page's language; an id that the ward does not have stands for itself. */
function useRowNames(): (kind: SliceKind, row: SliceRow) => string {
  const { report: words } = useText();
  const lang = useUi((ui) => ui.lang);
  const { ward } = useStores().host.hello();
  const fieldName = useFieldName();
  const procedureName = useProcedureName();
  return (kind, { key, name }) => {
    switch (kind) {
      case 'clerk':
        return key === NOBODY ? words.nobody.clerk : (ward.clerks.find(({ id }) => id === key)?.name ?? key);
      case 'procedure':
        return key === NOBODY ? words.nobody.procedure : procedureName({ code: key, name });
      case 'field':
        return fieldName(key, name);
      case 'counter': {
        const counter = ward.counters.find(({ id }) => id === key);
        const own = lang === 'vi' ? counter?.name : counter?.nameEn;
        return key === NOBODY ? words.nobody.counter : (own ?? key);
      }
      case 'hour': {
        const next = String(Number(key) + 1).padStart(2, '0');
        return words.hour(`${key}:00`, `${next}:00`);
      }
      case 'month':
        return words.month(String(Number(key.slice(5))), key.slice(0, 4));
    }
  };
}

/** The ward's day now. */
export function useToday(): string {
  return wardDay(useStores().clock.nowMs());
}
