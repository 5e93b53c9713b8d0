import { Button, NativeSelect } from '@mantine/core';
import { useRef } from 'react';
import { missingPapers } from '../../../../../shared/law/catalogue/missing-papers.ts';
import { papersFor } from '../../../../../shared/law/catalogue/papers.ts';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { Icon } from '../../../../parts/icons.tsx';
import { askedCount } from '../../../../store/dossier/intake-form.ts';
import { useDossiers, useText } from '../../../../store/hooks.ts';
import { FormText } from './form-text.tsx';
import { isThere, paperKinds, PaperRow } from './paper-row.tsx';
import { fieldId, useFieldError, useIntakeOf, useProcedure } from '../use-intake.ts';
import classes from './steps.module.css';
import type { Checklist, ChecklistGroup } from '../../../../../shared/law/catalogue/papers.ts';
import type { PaperCount } from '../../../../../shared/decide/reception.ts';
import type { Procedure } from '../../../../../shared/law/procedure.ts';

/** Step 3: the case, and its checklist of papers, each in three quantities. */
export function StepPapers() {
  const caseId = useIntakeOf(({ form }) => form.caseId ?? null);
  const words = useText().desk.intake.papers;
  const procedure = useProcedure();
  if (!procedure || procedure.papers.length === 0) return <EmptyState icon="document" title={words.none} />;
  const checklist = papersFor(procedure, caseId);
  return (
    <>
      <CaseChoice procedure={procedure} />
      {checklist.ok && <PaperList checklist={checklist.value} />}
    </>
  );
}

/** Which of the procedure's cases this is; nothing where it knows one only. */
function CaseChoice({ procedure }: { readonly procedure: Procedure }) {
  const caseId = useIntakeOf(({ form }) => form.caseId);
  const words = useText().desk.intake.more.papers;
  const choose = useDossiers((state) => state.choose);
  const error = useFieldError('caseId');
  const { cases = [] } = procedure;
  if (cases.length === 0) return null;
  const usual = cases.find(({ condition }) => condition === null);
  return (
    <NativeSelect
      id={fieldId('caseId')}
      label={words.kase}
      description={words.kaseHint}
      error={error}
      value={caseId ?? usual?.id ?? ''}
      onChange={(event) => choose({ caseId: event.currentTarget.value })}
      data={[
        ...(usual || caseId !== undefined ? [] : [{ value: '', label: '' }]),
        ...cases.map(({ id, name, condition }) => ({
          value: id,
          label: condition === null ? name : `${name} (${condition})`,
        })),
      ]}
    />
  );
}

function PaperList({ checklist }: { readonly checklist: Checklist }) {
  const papers = useIntakeOf(({ form }) => form.papers);
  const hasReason = useIntakeOf(({ form }) => form.missingReason !== '');
  const words = useText().desk.intake.papers;
  const more = useText().desk.intake.more.papers;
  const countPaper = useDossiers((state) => state.countPaper);
  const table = useRef<HTMLTableElement>(null);
  const needs = needsOf(checklist);
  const got = papers.map((paper) => ({ ...paper, lookedUpBy: paper.lookedUpBy ?? null }));
  const missing = missingPapers(checklist, got);
  return (
    <>
      <div className={classes.papersHead}>
        <p className={classes.soFar} data-done={missing.length === 0 ? '' : undefined}>
          {words.soFar(needs - missing.length, needs)}
        </p>
        <Button
          variant="default"
          size="sm"
          disabled={missing.length === 0}
          onClick={() => {
            // Of several ways to meet a need the first one is meant; the clerk changes it where it was another.
            const absent = missing.flatMap(({ alternatives }) => alternatives[0]?.absent ?? []);
            absent.forEach((paper) => countPaper(askedCount(paper)));
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
            {paperKinds.map((kind) => (
              <th key={kind} scope="col">
                {words[kind]}
              </th>
            ))}
          </tr>
        </thead>
        {checklist.groups.map((group, index) => (
          <tbody key={`group-${String(index)}`}>
            {group.kind === 'anyOf' && <GroupHead title={more.any} />}
            {group.members.map((member) =>
              member.map((paper) => (
                <PaperRow key={paper.id} paper={paper} required={isRequired(group, member, papers)} />
              )),
            )}
          </tbody>
        ))}
        {checklist.optional.length > 0 && (
          <tbody>
            {checklist.groups.length > 0 && <GroupHead title={more.optional} />}
            {checklist.optional.map((paper) => (
              <PaperRow key={paper.id} paper={paper} required={false} />
            ))}
          </tbody>
        )}
      </table>
      {(missing.length > 0 || hasReason) && (
        <FormText field="missingReason" label={words.missingReason} hint={words.missingHint} />
      )}
    </>
  );
}

function GroupHead({ title }: { readonly title: string }) {
  return (
    <tr className={classes.groupHead}>
      <th scope="rowgroup" colSpan={4}>
        {title}
      </th>
    </tr>
  );
}

/** Of papers that stand for each other none is asked for by itself. */
function isRequired(
  { kind }: ChecklistGroup,
  member: readonly { readonly id: string }[],
  papers: readonly PaperCount[],
): boolean {
  if (kind === 'anyOf') return false;
  return member.length === 1 || !member.some(({ id }) => isThere(papers, id));
}

/** How many things are asked for: each of a list, or one of several. */
function needsOf({ groups }: Checklist): number {
  return groups.reduce((sum, { kind, members }) => sum + (kind === 'anyOf' ? 1 : members.length), 0);
}
