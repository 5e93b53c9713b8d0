import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { amountOf, totalOf } from '../../../../shared/decide/money/payments.ts';
import { payWays } from '../../../../shared/event/money-facts.ts';
import { formatMoney, moneyWords } from '../../../../shared/text/numbers.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useMoney, useStores, useText } from '../../../store/hooks.ts';
import { useKeysWithin } from '../../desk/shortcuts.tsx';
import { moneyFieldText, useDongField } from '../use-money.ts';
import classes from './pay.module.css';
import type { LineWish } from '../../../../shared/decide/money/payments.ts';
import type { PayForm as Typed } from '../../../store/money/money-state.ts';

/** Taking a payment: Enter anywhere takes it and prints its slip, Esc leaves. */
export function PayForm({ form, onClose }: { readonly form: Typed; readonly onClose: () => void }) {
  const text = useText();
  const { pay: words } = text.money;
  const submitPayment = useMoney((money) => money.submitPayment);
  const change = useMoney((money) => money.changePayment);
  const busy = useMoney((money) => money.busy);
  const box = useRef<HTMLFormElement>(null);
  const { wish, errors, refusals } = form;
  const errorOf = (field: string) => {
    const error = errors.find((one) => one.field === field);
    return error && moneyFieldText(error, text.money.fields);
  };
  useKeysWithin(box, (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  });
  useEffect(() => {
    const wanted = refusals > 0 ? '[aria-invalid="true"]' : '[data-first], [data-submit]';
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector<HTMLElement>(wanted)?.focus();
  }, [refusals]);
  const first = wish.lines.findIndex(({ fixed, waivedBy }) => !fixed && waivedBy === '');
  return (
    <form
      ref={box}
      className={classes.form}
      aria-label={words.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submitPayment();
      }}
    >
      {errors.length > 0 && (
        <p className={classes.errors} role="alert">
          <Icon name="warning" size={18} /> {words.errors(errors.length)}
        </p>
      )}
      <fieldset className={classes.lines}>
        <legend className={classes.hidden}>{words.lines}</legend>
        {wish.lines.map((line, at) => (
          <Line key={line.label} line={line} at={at} isFirst={at === first} errorOf={errorOf} />
        ))}
      </fieldset>
      <div className={classes.pair}>
        <TextInput
          label={words.payer}
          autoComplete="off"
          maxLength={200}
          value={wish.payer.name}
          error={errorOf('payer.name')}
          onChange={(event) => change({ payer: { ...wish.payer, name: event.currentTarget.value } })}
        />
        <TextInput
          label={words.address}
          autoComplete="off"
          maxLength={500}
          value={wish.payer.address}
          error={errorOf('payer.address')}
          onChange={(event) => change({ payer: { ...wish.payer, address: event.currentTarget.value } })}
        />
      </div>
      <Radio.Group
        className={classes.way}
        label={words.way}
        value={wish.way}
        onChange={(value) => {
          const way = payWays.find((one) => one === value);
          if (way) change({ way, cashGiven: null });
        }}
      >
        <div className={classes.ways}>
          {payWays.map((way) => (
            <Radio key={way} value={way} label={text.money.ways[way]} />
          ))}
        </div>
      </Radio.Group>
      <Sum form={form} isFirst={first < 0} error={errorOf('cashGiven')} />
      <div className={classes.acts}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button
          type="submit"
          loading={busy}
          data-submit=""
          rightSection={<kbd className={classes.kbd}>Enter</kbd>}
        >
          {words.submit}
        </Button>
      </div>
    </form>
  );
}

type LineProps = {
  readonly line: LineWish;
  readonly at: number;
  /** Where the focus goes when the form opens. */
  readonly isFirst: boolean;
  readonly errorOf: (field: string) => string | undefined;
};

function Line({ line, at, isFirst, errorOf }: LineProps) {
  const text = useText();
  const { pay: words, kinds } = text.money;
  const change = useMoney((money) => money.changeLine);
  const grounds = useGrounds();
  const named: Readonly<Record<string, string>> = text.desk.intake.finish.grounds;
  const amount = amountOf(line);
  const amountField = useDongField(line.amount, (typed) => change(at, { amount: typed }));
  const isTyped = !line.fixed && line.waivedBy === '';
  return (
    <div className={classes.line}>
      <p className={classes.label}>
        <span className={classes.kind}>{kinds[line.kind]}</span> {line.label}
        <strong>{amount === null ? words.unknown : text.money.dong(formatMoney(amount))}</strong>
      </p>
      {(isTyped || grounds.length > 0) && (
        <div className={classes.three}>
          {isTyped && (
            <TextInput
              label={words.amountShort}
              aria-label={words.amount(line.label)}
              description={words.amountHint}
              data-first={isFirst ? '' : undefined}
              {...amountField}
              error={errorOf(`lines.${at}.amount`)}
            />
          )}
          {isTyped && (
            <TextInput
              label={words.noteShort}
              aria-label={words.note(line.label)}
              description={words.notePlace}
              autoComplete="off"
              maxLength={300}
              value={line.note}
              error={errorOf(`lines.${at}.note`)}
              onChange={(event) => change(at, { note: event.currentTarget.value })}
            />
          )}
          {grounds.length > 0 && (
            <NativeSelect
              label={words.waiveShort}
              aria-label={words.waive(line.label)}
              description={words.waiveHint}
              value={line.waivedBy}
              onChange={(event) => change(at, { waivedBy: event.currentTarget.value })}
              data={[
                { value: '', label: words.noWaiver },
                ...grounds.map((ground) => ({ value: ground, label: named[ground] ?? ground })),
              ]}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** Grounds that waive a fee of this procedure, as the catalogue knows them. */
function useGrounds(): readonly string[] {
  const { host } = useStores();
  const code = useMoney((money) => money.form?.wish.procedure.code);
  const procedures = host.catalogue().procedures.filter((procedure) => procedure.code === code);
  return [...new Set(procedures.flatMap(({ fees }) => fees.flatMap(({ exempt }) => exempt)))];
}

type SumProps = { readonly form: Typed; readonly isFirst: boolean; readonly error: string | undefined };

/** Total, in words, and the change to give back. */
function Sum({ form: { wish }, isFirst, error }: SumProps) {
  const { money: text } = useText();
  const { pay: words } = text;
  const change = useMoney((money) => money.changePayment);
  const total = totalOf(wish.lines);
  const givenField = useDongField(wish.cashGiven, (cashGiven) => change({ cashGiven }));
  const isGiven = wish.cashGiven !== null && !Number.isNaN(wish.cashGiven);
  const back = total === null || wish.cashGiven === null || !isGiven ? null : wish.cashGiven - total;
  return (
    <div className={classes.sum}>
      <div className={classes.total}>
        <span>{words.total}</span>
        <output aria-label={words.total} data-unknown={total === null ? '' : undefined}>
          {total === null ? words.unknown : text.dong(formatMoney(total))}
        </output>
        {total !== null && (
          <span className={classes.words} lang="vi">
            {moneyWords(total)}
          </span>
        )}
      </div>
      {wish.way === 'cash' && (
        <div className={classes.given}>
          <TextInput
            label={words.given}
            placeholder={words.givenHint}
            data-first={isFirst ? '' : undefined}
            {...givenField}
            error={error}
          />
          <p className={classes.change} aria-live="polite">
            {words.change}: <strong>{back === null || back < 0 ? '–' : text.dong(formatMoney(back))}</strong>
          </p>
        </div>
      )}
    </div>
  );
}
