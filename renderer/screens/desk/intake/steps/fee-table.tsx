import { Checkbox } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { feesOf } from '../../../../../shared/decide/reception.ts';
import { formatMoney } from '../../../../../shared/text/numbers.ts';
import { useDossiers, useText } from '../../../../store/hooks.ts';
import { useIntakeOf } from '../use-intake.ts';
import classes from './steps.module.css';
import type { FeeLine, FeeSheet } from '../../../../../shared/law/fees.ts';
import type { Procedure } from '../../../../../shared/law/procedure.ts';
import type { Messages } from '../../../../../shared/text/messages/index.ts';

type Words = Messages['desk']['intake']['finish'];

/** What it costs: phí and lệ phí line by line, with what is waived. */
export function FeeTable({ procedure }: { readonly procedure: Procedure }) {
  // What it costs may come a moment after the key that changed it.
  const form = useDeferredValue(useIntakeOf((intake) => intake.form));
  const words = useText().desk.intake.finish;
  const sheet = useMemo(() => feesOf(form, procedure), [form, procedure]);
  if (sheet.lines.length === 0) {
    return (
      <p className={classes.free}>
        {words.fees}: <strong>{words.free}</strong>
      </p>
    );
  }
  return (
    <>
      <table className={classes.fees}>
        <caption>{words.fees}</caption>
        <tbody>
          {sheet.lines.map((line) => (
            <tr key={line.label}>
              <th scope="row">{line.label}</th>
              <td>{line.quantity > 1 ? words.quantity(line.quantity) : ''}</td>
              <td>{amountText(line, words)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {words.total}
            </th>
            <td>
              <strong>{totalText(sheet, words)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
      <Exemptions procedure={procedure} />
    </>
  );
}

/** What is not set by the province yet is no zero: it is asked for when the money is taken. */
function totalText({ total, unknown }: FeeSheet, words: Words): string {
  if (!unknown) return words.money(formatMoney(total));
  return total === 0 ? words.totalUnknown : words.totalAtLeast(formatMoney(total));
}

function amountText({ amount, waivedBy }: FeeLine, words: Words): string {
  if (waivedBy !== null) return words.waived;
  return amount === null ? words.feeUnknown : words.money(formatMoney(amount));
}

/** Grounds that waive a duty; only those the catalogue knows for this procedure. */
function Exemptions({ procedure }: { readonly procedure: Procedure }) {
  const exempt = useIntakeOf(({ form }) => form.exemptions);
  const words = useText().desk.intake.finish;
  const choose = useDossiers((state) => state.choose);
  const grounds = [...new Set(procedure.fees.flatMap(({ exempt }) => exempt))];
  if (grounds.length === 0) return null;
  const named: Readonly<Record<string, string>> = words.grounds;
  return (
    <Checkbox.Group
      label={words.exemptions}
      value={[...exempt]}
      onChange={(exemptions) => choose({ exemptions })}
    >
      <div className={classes.methods}>
        {grounds.map((ground) => (
          <Checkbox key={ground} value={ground} label={named[ground] ?? ground} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
