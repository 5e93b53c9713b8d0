import { TextInput } from '@mantine/core';
import { useId, useMemo, useRef, useState } from 'react';
import { wardDay } from '../../../../../shared/basics/time.ts';
import { foldVietnamese } from '../../../../../shared/text/fold.ts';
import { searchProcedures } from '../../../../../shared/text/search.ts';
import { useStores, useText, useUi } from '../../../../store/hooks.ts';
import { useFieldName } from '../../../catalogue-names.ts';
import { choiceKey } from '../rules/giving-rules.ts';
import { useFullServiceName } from '../names.ts';
import classes from './picker.module.css';
import type { KeyboardEvent } from 'react';
import type { ServiceChoice } from '../rules/giving-rules.ts';

type PickerProps = {
  readonly value: ServiceChoice | null;
  readonly onChoose: (choice: ServiceChoice | null) => void;
  /** Offered before anything is typed. */
  readonly quick: readonly ServiceChoice[];
  /** So many hits are shown. */
  readonly shown: number;
  readonly error?: string | null;
};

/** Finds a field or a procedure as one types; arrows and Enter choose. What is chosen stands as one line. */
export function ServicePicker({ value, onChoose, quick, shown, error = null }: PickerProps) {
  const words = useText().desk.giving;
  const serviceName = useFullServiceName();
  const fieldName = useFieldName();
  if (!value) return <Finder onChoose={onChoose} quick={quick} shown={shown} error={error} />;
  return (
    <div className={classes.chosen} role="group" aria-label={words.chosen}>
      <span>
        <strong>{serviceName(value)}</strong>
        {value.procedureCode !== null && <span className={classes.more}>{fieldName(value.fieldId)}</span>}
      </span>
      <button type="button" className={classes.change} data-first="" onClick={() => onChoose(null)}>
        {words.change}
      </button>
    </div>
  );
}

function Finder({ onChoose, quick, shown, error }: Omit<PickerProps, 'value'>) {
  const words = useText().desk.giving;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const list = useId();
  const found = useFound(query, quick);
  const offered = found.slice(0, shown);
  const at = Math.min(active, Math.max(0, offered.length - 1));
  const idOf = (index: number) => `${list}-${index}`;
  /** The line that was typed in goes away: the focus goes on to what comes next. */
  const choose = (choice: ServiceChoice) => {
    box.current?.closest('form')?.querySelector<HTMLElement>('[type="submit"]')?.focus();
    onChoose(choice);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(offered.length - 1, at + step)));
    }
    const current = offered[at];
    if (event.key !== 'Enter' || !current) return;
    event.preventDefault();
    choose(current);
  };
  const told = query === '' ? words.most : found.length === 0 ? words.foundNone : words.found(found.length);
  return (
    <div ref={box} className={classes.picker}>
      <TextInput
        size="sm"
        label={words.service}
        placeholder={words.serviceHint}
        role="combobox"
        data-first=""
        aria-expanded={offered.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={offered.length > 0 ? idOf(at) : undefined}
        autoComplete="off"
        spellCheck={false}
        error={error ?? undefined}
        value={query}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setQuery(event.currentTarget.value.slice(0, 200));
          setActive(0);
        }}
      />
      {(query !== '' || quick.length > 0) && (
        <p className={classes.found} role="status">
          {told}
        </p>
      )}
      <div id={list} className={classes.options} role="listbox" aria-label={words.service}>
        {offered.map((choice, index) => (
          <Option
            key={choiceKey(choice)}
            id={idOf(index)}
            choice={choice}
            isActive={index === at}
            onChoose={() => choose(choice)}
          />
        ))}
      </div>
    </div>
  );
}

type OptionProps = {
  readonly id: string;
  readonly choice: ServiceChoice;
  readonly isActive: boolean;
  readonly onChoose: () => void;
};

/** The combobox above holds the focus and moves through the list; a pointer may still choose directly. */
function Option({ id, choice, isActive, onChoose }: OptionProps) {
  const words = useText().desk.giving;
  const serviceName = useFullServiceName();
  const fieldName = useFieldName();
  return (
    <div
      id={id}
      className={classes.option}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === ' ') onChoose();
      }}
    >
      <span>{serviceName(choice)}</span>
      <span className={classes.more}>
        {choice.procedureCode === null ? words.fieldRow : fieldName(choice.fieldId)}
      </span>
    </div>
  );
}

/** Fields whose name has the words, then procedures as the register of procedures finds them. */
function useFound(query: string, quick: readonly ServiceChoice[]): readonly ServiceChoice[] {
  const { host, clock, procedures } = useStores();
  const lang = useUi((ui) => ui.lang);
  const { index } = procedures.on(wardDay(clock.nowMs()));
  const { fields } = host.catalogue();
  return useMemo(() => {
    const wanted = foldVietnamese(query.trim());
    if (wanted === '') return quick;
    const named = fields.filter(({ name, nameEn }) =>
      foldVietnamese((lang === 'en' ? nameEn : undefined) ?? name).includes(wanted),
    );
    return [
      ...named.map(({ id }) => ({ fieldId: id, procedureCode: null })),
      ...searchProcedures(index, query).map(({ code, fieldId }) => ({ fieldId, procedureCode: code })),
    ];
  }, [query, quick, fields, index, lang]);
}
