import { Button } from '@mantine/core';
import { useRef } from 'react';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { Icon } from '../../../../parts/icons.tsx';
import { askedCount } from '../../../../store/dossier/intake-form.ts';
import { useDossiers, useText } from '../../../../store/hooks.ts';
import { CountInput } from './count-input.tsx';
import { FormText } from './form-text.tsx';
import { fieldId, useFieldError, useIntake, useProcedure } from '../use-intake.ts';
import classes from './steps.module.css';
import type { PaperCount } from '../../../../../shared/decide/reception.ts';
import type { Procedure } from '../../../../../shared/law/procedure.ts';

type Paper = Procedure['papers'][number];

const KINDS = ['original', 'certifiedCopy', 'photocopy'] as const;

/** Step 3: the checklist of papers, each in three quantities. */
export function StepPapers() {
  const { form } = useIntake();
  const words = useText().desk.intake.papers;
  const countPaper = useDossiers((state) => state.countPaper);
  const procedure = useProcedure();
  const table = useRef<HTMLTableElement>(null);
  const required = procedure?.papers.filter((paper) => paper.required) ?? [];
  const missing = required.filter(({ id }) => total(form.papers, id) === 0);
  if (!procedure || procedure.papers.length === 0) return <EmptyState icon="document" title={words.none} />;
  return (
    <>
      <div className={classes.papersHead}>
        <p className={classes.soFar} data-done={missing.length === 0 ? '' : undefined}>
          {words.soFar(required.length - missing.length, required.length)}
        </p>
        <Button
          variant="default"
          size="sm"
          disabled={missing.length === 0}
          onClick={() => {
            missing.forEach((paper) => countPaper(askedCount(paper)));
            // The button has nothing left to do and is switched off: a keyboard must not lose its place with it.
            table.current?.querySelector('input')?.focus();
          }}
          leftSection={<Icon name="check" size={18} />}
        >
          {words.all}
        </Button>
      </div>
      <table ref={table} className={classes.papers}>
        <caption className={classes.hidden}>{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col">
                {words[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {procedure.papers.map((paper) => (
            <PaperRow key={paper.id} paper={paper} />
          ))}
        </tbody>
      </table>
      {(missing.length > 0 || form.missingReason !== '') && (
        <FormText field="missingReason" label={words.missingReason} hint={words.missingHint} />
      )}
    </>
  );
}

function PaperRow({ paper }: { readonly paper: Paper }) {
  const { form } = useIntake();
  const words = useText().desk.intake.papers;
  const countPaper = useDossiers((state) => state.countPaper);
  const error = useFieldError()(`papers.${paper.id}`);
  const none: PaperCount = { paperId: paper.id, original: 0, certifiedCopy: 0, photocopy: 0 };
  const count = form.papers.find(({ paperId }) => paperId === paper.id) ?? none;
  const id = fieldId(`papers.${paper.id}`);
  return (
    <tr data-wrong={error === undefined ? undefined : ''}>
      <th scope="row">
        <label className={classes.paperName}>
          <input
            id={id}
            type="checkbox"
            aria-label={words.taken(paper.name)}
            aria-describedby={error === undefined ? undefined : `${id}-error`}
            aria-invalid={error !== undefined}
            checked={total(form.papers, paper.id) > 0}
            onChange={(event) => countPaper(event.currentTarget.checked ? askedCount(paper) : none)}
          />
          <span>
            {paper.name}
            <PaperMarks paper={paper} />
            {error !== undefined && (
              <span id={`${id}-error`} className={classes.fieldError}>
                {error}
              </span>
            )}
          </span>
        </label>
      </th>
      {KINDS.map((kind) => (
        <td key={kind}>
          <CountInput
            label={words.count(words[kind], paper.name)}
            value={count[kind]}
            onChange={(value) => countPaper({ ...count, [kind]: value })}
          />
        </td>
      ))}
    </tr>
  );
}

function PaperMarks({ paper }: { readonly paper: Paper }) {
  const words = useText().desk.intake.papers;
  return (
    <span className={classes.marks}>
      {paper.required && <span data-mark="required">{words.required}</span>}
      {paper.isForm && <span>{words.form}</span>}
      {paper.kind === 'xuatTrinh' && <span>{words.shown}</span>}
      {paper.condition !== null && <em>{words.condition(paper.condition)}</em>}
    </span>
  );
}

function total(papers: readonly PaperCount[], paperId: string): number {
  const count = papers.find((paper) => paper.paperId === paperId);
  return count ? count.original + count.certifiedCopy + count.photocopy : 0;
}
