import { openFee } from '../../../../shared/report/staff/fees-collected.ts';
import { formatDay } from '../../../../shared/text/dates.ts';
import { formatMoney } from '../../../../shared/text/numbers.ts';
import type { CollectedFee } from '../../../../shared/report/staff/fees-collected.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';
import type { StaffReport } from '../../../store/report/report-state.ts';
import type { ShownCell, ShownTable } from './shown-table.ts';

/** What was collected, by day, kind and cashier. */
export function feesTable(
  { fees, payments }: Pick<StaffReport, 'fees' | 'payments'>,
  { fees: words, total }: Messages['report'],
): ShownTable {
  const text = (of: string, sort = of): ShownCell => ({ text: of, sort });
  const money = (amount: number): ShownCell => ({ text: formatMoney(amount), sort: amount });
  const sum = (of: (fee: CollectedFee) => number) => fees.reduce((all, fee) => all + of(fee), 0);
  const columns = [
    { id: 'day', name: words.day },
    { id: 'kind', name: words.kind },
    { id: 'cashier', name: words.cashier },
    { id: 'payments', name: words.payments, numeric: true },
    { id: 'amount', name: words.amount, numeric: true, bar: true },
    { id: 'cancelled', name: words.cancelled, numeric: true },
  ];
  return {
    columns: columns.map((column) => ({ numeric: false, definition: null, ...column })),
    rows: fees.map((fee) => ({
      id: `${fee.day} ${fee.kind} ${fee.cashier ?? ''}`,
      cells: [
        text(formatDay(fee.day), fee.day),
        text(words.kinds[fee.kind]),
        text(fee.cashierName),
        {
          ...money(fee.payments),
          opens: fee.payments === 0 ? undefined : () => ({ kind: 'payments', rows: openFee(payments, fee) }),
        },
        money(fee.amount),
        money(fee.cancelled),
      ],
    })),
    total: {
      id: 'total',
      cells: [
        text(total, ''),
        text(''),
        text(''),
        // A slip with both kinds stands in two rows, so slips are not added up here.
        text('–'),
        money(sum(({ amount }) => amount)),
        money(sum(({ cancelled }) => cancelled)),
      ],
    },
  };
}
