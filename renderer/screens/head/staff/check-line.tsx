import { deedWords } from '../../../../shared/report/staff/staff-words.ts';
import { formatDay } from '../../../../shared/text/dates.ts';
import { formatMoney } from '../../../../shared/text/numbers.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useText, useUi } from '../../../store/hooks.ts';
import classes from './staff.module.css';
import type { StaffReport } from '../../../store/report/report-state.ts';
import type { TableKind } from './use-table.ts';

/** What the figures' own check found: they agree, or where they do not [T05]. */
export function StaffCheckLine({ report, kind }: { readonly report: StaffReport; readonly kind: TableKind }) {
  const { good, words } = useCheck(report, kind);
  return (
    <p className={classes.check} data-tone={good ? 'ok' : 'late'} role="status">
      <Icon name={good ? 'check' : 'warning'} size={20} />
      {words}
    </p>
  );
}

function useCheck(
  { gaps, shiftGaps, shiftsClosed, figures }: StaffReport,
  kind: TableKind,
): { readonly good: boolean; readonly words: string } {
  const { report: words } = useText();
  const lang = useUi((ui) => ui.lang);
  if (kind === 'fees') {
    const rows = shiftGaps.map(({ shift, written, counted }) =>
      words.fees.gap(formatDay(shift.day), shift.cashierName, formatMoney(written), formatMoney(counted)),
    );
    if (rows.length > 0) return { good: false, words: words.fees.differ(rows.join(' ')) };
    return { good: true, words: shiftsClosed === 0 ? words.fees.noShifts : words.fees.agree(shiftsClosed) };
  }
  const rows = gaps.map(({ kind: slice, what, sum, expected }) =>
    words.gap(words.slices[slice], deedWords[what].name[lang], formatMoney(sum), formatMoney(expected)),
  );
  const wrong = [...rows, ...figures.wrongRows];
  return wrong.length === 0
    ? { good: true, words: words.agree }
    : { good: false, words: words.differ(wrong.join('; ')) };
}
