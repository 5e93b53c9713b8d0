import { useMemo } from 'react';
import { wardDay } from '../../../../shared/basics/time.ts';
import { judgePapers } from '../../../../shared/law/catalogue/missing-papers.ts';
import { papersFor } from '../../../../shared/law/catalogue/papers.ts';
import { procedureOn } from '../../../../shared/law/procedure.ts';
import { personsOfForm } from '../../../store/filings/correct-action.ts';
import { openedPersons } from '../../../store/filings/filing-state.ts';
import { useDossiers, useFilings, useStores } from '../../../store/hooks.ts';
import type { ReceptionForm } from '../../../../shared/decide/reception.ts';
import type { ReceivedPersons } from '../../../../shared/event/dossier-facts.ts';
import type { Procedure } from '../../../../shared/law/procedure.ts';
import type { AnswerTarget } from '../../../store/filings/filing-state.ts';

/** Whom an answer goes to and about what; null while that is not open here. */
type Answered = {
  readonly persons: ReceivedPersons;
  readonly portalCode: string;
  readonly procedureName: string;
};

/** Whom the paper of an answer goes to. */
export function useAnswered(target: AnswerTarget): Answered | null {
  const { host, clock } = useStores();
  const form = useDossiers((state) => (target === 'intake' ? state.intake?.form : undefined));
  const id = target === 'intake' ? form?.filingId : target.filingId;
  const filing = useFilings((state) => state.filings?.find((row) => row.id === id)?.state ?? null);
  const held = useFilings((state) => (id === undefined ? undefined : state.persons[id]));
  return useMemo(() => {
    if (form) {
      const procedure = procedureOn(host.catalogue(), form.procedureCode, wardDay(clock.nowMs()));
      const portalCode = filing?.portalCode ?? '';
      return { persons: personsOfForm(form), portalCode, procedureName: procedure?.name ?? '' };
    }
    const persons = openedPersons(held);
    if (!filing || !persons) return null;
    return { persons, portalCode: filing.portalCode, procedureName: filing.procedure.name };
  }, [form, filing, held, host, clock]);
}

/** Names of the papers that a form still lacks. */
export function missingPapers(form: ReceptionForm, procedure: Procedure): readonly string[] {
  const checklist = papersFor(procedure, form.caseId ?? null);
  if (!checklist.ok) return [];
  const got = form.papers.map((paper) => ({ ...paper, lookedUpBy: paper.lookedUpBy ?? null }));
  const verdict = judgePapers(checklist.value, got, '');
  if (verdict.ok) return [];
  const ids = new Set(verdict.error.missing.map(({ field }) => field.replace(/^papers\./, '')));
  return procedure.papers.flatMap(({ id, name }) => (ids.has(id) ? [name] : []));
}
