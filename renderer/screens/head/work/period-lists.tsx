import { formatDay } from '../../../../shared/text/dates.ts';
import { formatMoney } from '../../../../shared/text/numbers.ts';
import { SmallTable } from '../../../parts/section.tsx';
import { useReport, useText } from '../../../store/hooks.ts';
import { useFieldName } from '../../catalogue-names.ts';
import headClasses from '../head.module.css';
import classes from './work.module.css';
import type { StaffReport } from '../../../store/report/report-state.ts';

/** Supplements and refusals of the period that is chosen below. */
export function PeriodLists() {
  const report = useReport((state) => state.report);
  if (!report) return null;
  return (
    <div className={classes.pair}>
      <Supplements report={report} />
      <Refusals report={report} />
    </div>
  );
}

function Supplements({ report: { from, to, supplements } }: { readonly report: StaffReport }) {
  const { report: words } = useText();
  const fieldName = useFieldName();
  return (
    <div className={classes.list}>
      <h3>{words.work.supplements}</h3>
      <p className={headClasses.line}>{words.work.ofPeriod(words.period(formatDay(from), formatDay(to)))}</p>
      <SmallTable
        label={words.work.supplements}
        columns={[
          words.firsts.field,
          words.work.count,
          words.work.supplemented,
          words.work.rounds,
          words.work.rate,
        ]}
        rows={supplements.map(({ fieldId, fieldName: known, received, supplemented, rounds, rate }) => ({
          id: fieldId,
          cells: [
            fieldId === 'total' ? words.total : fieldName(fieldId, known),
            formatMoney(received),
            formatMoney(supplemented),
            formatMoney(rounds),
            rate.text,
          ],
        }))}
      />
    </div>
  );
}

function Refusals({ report: { from, to, refusals } }: { readonly report: StaffReport }) {
  const { report: words } = useText();
  return (
    <div className={classes.list}>
      <h3>{words.work.refusals}</h3>
      <p className={headClasses.line}>{words.work.ofPeriod(words.period(formatDay(from), formatDay(to)))}</p>
      {refusals.length === 0 && <p className={headClasses.quiet}>{words.work.noRefusals}</p>}
      {refusals.length > 0 && (
        <SmallTable
          label={words.work.refusals}
          columns={[words.work.ground, words.work.count]}
          rows={refusals.map(({ because, count }) => ({
            id: because,
            cells: [words.work.refusedBecause[because], formatMoney(count)],
          }))}
        />
      )}
    </div>
  );
}
