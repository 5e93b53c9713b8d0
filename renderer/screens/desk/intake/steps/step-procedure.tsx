import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { wardDay } from '../../../../../shared/basics/time.ts';
import { limitText } from '../../../../../shared/text/limit.ts';
import { searchProcedures } from '../../../../../shared/text/search.ts';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { useDossiers, useStores, useText, useUi } from '../../../../store/hooks.ts';
import { useFieldName } from '../../../catalogue-names.ts';
import { fieldId, useFieldError, useIntakeOf, useProcedure } from '../use-intake.ts';
import classes from './steps.module.css';
import type { KeyboardEvent } from 'react';
import type { Procedure } from '../../../../../shared/law/procedure.ts';

const SHOWN = 60;
const LIST_ID = 'procedure-list';

/** Step 2: the procedure, searched as one types; arrows and Enter choose, Enter goes on. */
export function StepProcedure({ onChosen }: { readonly onChosen: () => void }) {
  const procedureCode = useIntakeOf(({ form }) => form.procedureCode);
  const words = useText().desk.intake.procedure;
  const chooseProcedure = useDossiers((state) => state.chooseProcedure);
  const error = useFieldError('procedureCode');
  const [query, setQuery] = useState('');
  const { found, title } = useFound(query);
  const shown = found.slice(0, SHOWN);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      shown.findIndex(({ code }) => code === procedureCode),
    ),
  );
  const current = shown[Math.min(active, shown.length - 1)];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = Math.max(0, Math.min(shown.length - 1, active + (event.key === 'ArrowDown' ? 1 : -1)));
      setActive(next);
      document.getElementById(optionId(shown[next]))?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (current) chooseProcedure(current);
    if (current) onChosen();
  };

  if (found.length === 0 && query === '') return <EmptyState icon="list" title={words.empty} />;
  return (
    <>
      <TextInput
        id={fieldId('procedureCode')}
        label={words.label}
        description={words.hint}
        error={error}
        role="combobox"
        aria-expanded="true"
        aria-controls={LIST_ID}
        aria-autocomplete="list"
        aria-activedescendant={current ? optionId(current) : undefined}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setQuery(event.currentTarget.value.slice(0, 200));
          setActive(0);
        }}
      />
      <p className={classes.found} role="status">
        {query === '' ? title : found.length === 0 ? words.foundNone : words.found(found.length)}
        {found.length > shown.length && ` · ${words.cut(shown.length, found.length)}`}
      </p>
      <div id={LIST_ID} className={classes.options} role="listbox" aria-label={words.label}>
        {shown.map((procedure, index) => (
          <Option
            key={procedure.code}
            procedure={procedure}
            active={index === active}
            chosen={procedure.code === procedureCode}
            onChoose={() => {
              setActive(index);
              chooseProcedure(procedure);
            }}
          />
        ))}
      </div>
      <Chosen />
    </>
  );
}

type OptionProps = {
  readonly procedure: Procedure;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
};

function Option({ procedure, active, chosen, onChoose }: OptionProps) {
  const lang = useUi((ui) => ui.lang);
  const fieldName = useFieldName();
  return (
    // The combobox above holds the focus and moves through the list; a pointer may still choose directly.
    <div
      id={optionId(procedure)}
      className={classes.option}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      data-active={active ? '' : undefined}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === ' ') onChoose();
      }}
    >
      <span className={classes.optionName}>
        {(lang === 'en' ? procedure.nameEn : undefined) ?? procedure.name}
      </span>
      <span className={classes.optionMore}>
        {procedure.code} · {fieldName(procedure.fieldId)}
      </span>
    </div>
  );
}

/** What the chosen procedure is, so that the clerk sees at once when it is the wrong one. */
function Chosen() {
  const procedure = useProcedure();
  const words = useText().desk.intake.procedure;
  if (!procedure) return null;
  return (
    <dl className={classes.chosen}>
      <dt>{words.chosen}</dt>
      <dd>
        <strong>{procedure.name}</strong>
      </dd>
      <dt>{words.limit}</dt>
      <dd>{limitText(procedure.limit)}</dd>
      <dt>{words.agency}</dt>
      <dd>{procedure.agency}</dd>
      {procedure.results.length > 0 && (
        <>
          <dt>{words.result}</dt>
          <dd>{procedure.results.map(({ name }) => name).join('; ')}</dd>
        </>
      )}
    </dl>
  );
}

/** Procedures in force that match; before anything is typed, those of the ticket's field first. */
function useFound(query: string): { readonly found: readonly Procedure[]; readonly title: string } {
  const { host, clock, procedures } = useStores();
  const ticket = useIntakeOf((intake) => intake.ticket);
  const words = useText().desk.intake.procedure;
  const { all, byField, index } = procedures.on(wardDay(clock.nowMs()));
  const { fields } = host.catalogue();
  const lang = useUi((ui) => ui.lang);
  const field = fields.find(({ id }) => id === ticket?.fieldId);
  return useMemo(() => {
    if (query.trim() !== '') return { found: searchProcedures(index, query), title: '' };
    const ofField = byField.get(field?.id ?? '') ?? [];
    if (!field || ofField.length === 0) return { found: all, title: words.all };
    return {
      found: [...ofField, ...all.filter(({ fieldId: id }) => id !== field.id)],
      title: words.ofField((lang === 'en' ? field.nameEn : undefined) ?? field.name),
    };
  }, [query, index, all, byField, field, words, lang]);
}

function optionId(procedure: Procedure | undefined): string {
  return `procedure-${procedure?.code ?? ''}`;
}
