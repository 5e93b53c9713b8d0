import { Button } from '@mantine/core';
import { useState } from 'react';
import { needsApproval } from '../../../../shared/law/people/approval.ts';
import { Icon } from '../../../parts/icons.tsx';
import { TroubleNote } from '../../../parts/trouble-note.tsx';
import { useDossiers, useFilings, useStores, useText, useUi } from '../../../store/hooks.ts';
import { ApproveDialog } from '../../approve/approve-dialog.tsx';
import { Intake } from '../intake/intake.tsx';
import { useIntake, useIntakeOf, useProcedure } from '../intake/use-intake.ts';
import { correctionLines } from '../register/course/correction-lines.ts';
import { personLines } from '../register/course/person-lines.ts';
import { AnswerForm } from './answer-form.tsx';
import { missingPapers } from './use-answered.ts';
import classes from './filings.module.css';
import type { CorrectionMark } from '../../../../shared/decide/reception.ts';
import type { CorrectionAsked } from '../../../store/dossier/dossier-state.ts';

type Props = {
  readonly onLeave: () => void;
  /** What was being typed was answered with a paper instead of being received. */
  readonly onAnswered: () => void;
};

/** The reception being typed, and the ways out of it: Mẫu 02, Mẫu 03, or the agreement that a correction needs. */
export function IntakePlace({ onLeave, onAnswered }: Props) {
  const corrects = useIntakeOf(({ form }) => form.corrects);
  const [shown, setShown] = useState<'turn-back' | 'refuse' | null>(null);
  if (corrects)
    return (
      <>
        <CorrectionBanner mark={corrects} />
        <Intake onLeave={onLeave} />
      </>
    );
  if (shown !== null) return <Answer act={shown} onClose={() => setShown(null)} onDone={onAnswered} />;
  return (
    <>
      <BeforeReception onShow={setShown} />
      <Intake onLeave={onLeave} />
    </>
  );
}

type AnswerProps = {
  readonly act: 'turn-back' | 'refuse';
  readonly onClose: () => void;
  readonly onDone: () => void;
};

function Answer({ act, onClose, onDone }: AnswerProps) {
  const text = useText();
  const { form } = useIntake();
  const procedure = useProcedure();
  const trouble = useFilings((state) => state.trouble);
  const forget = useFilings((state) => state.forgetTrouble);
  return (
    <div className={classes.side}>
      {trouble && <TroubleNote trouble={trouble} text={text} onClose={forget} />}
      <AnswerForm
        act={act}
        target="intake"
        items={procedure ? missingPapers(form, procedure) : []}
        onClose={onClose}
        onDone={onDone}
      />
    </div>
  );
}

/** What cannot be received is answered with a paper; first it must be known whom it goes to and about what. */
function BeforeReception({ onShow }: { readonly onShow: (act: 'turn-back' | 'refuse') => void }) {
  const words = useText().filings;
  const isNamed = useIntakeOf(({ form }) => form.owner.name.trim() !== '');
  const procedure = useProcedure();
  if (!isNamed || procedure === null) return null;
  return (
    <div className={classes.ways} role="group" aria-label={words.beforeReception}>
      <span className={classes.soft}>{words.beforeReception}</span>
      <Button size="compact-sm" variant="subtle" onClick={() => onShow('turn-back')}>
        {words.turnBack}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={() => onShow('refuse')}>
        {words.refuse}
      </Button>
    </div>
  );
}

function CorrectionBanner({ mark }: { readonly mark: CorrectionMark }) {
  const words = useText().filings.correction;
  const { ward } = useStores().host.hello();
  const asked = useDossiers((state) => state.correctionAsked);
  const needs = needsApproval(ward, 'correction');
  const by = ward.clerks.find(({ id }) => id === mark.approvedBy)?.name ?? mark.approvedBy;
  return (
    <div className={classes.banner} role="group" aria-label={words.banner(mark.code)}>
      <strong>
        <Icon name="warning" size={16} /> {words.banner(mark.code)}
      </strong>
      <span>{words.why(mark.reason)}</span>
      {needs && mark.approvedBy !== '' && (
        <span>
          <Icon name="check" size={16} /> {words.agreed(by)}
        </span>
      )}
      {needs && mark.approvedBy === '' && <span>{words.needs}</span>}
      {asked && <AskAgreement asked={asked} mark={mark} />}
    </div>
  );
}

/** Shows a second person why and what is corrected; who agrees lets it be recorded. */
function AskAgreement({ asked, mark }: { readonly asked: CorrectionAsked; readonly mark: CorrectionMark }) {
  const text = useText();
  const lang = useUi((ui) => ui.lang);
  const approve = useFilings((state) => state.approveCorrection);
  const drop = useFilings((state) => state.dropAgreement);
  const words = text.filings.correction;
  const { before, after, persons } = asked;
  const { due } = after.body;
  const changes = [
    words.why(mark.reason),
    ...personLines(persons, after.persons, text),
    ...correctionLines(before, { ...after.body, ...(due ? { dueAt: due.dueAt } : {}) }, text, lang),
  ];
  return (
    <ApproveDialog
      what="correction"
      about={words.banner(mark.code)}
      changes={changes}
      onApproved={({ approvedBy }) => void approve(approvedBy)}
      onClose={drop}
    />
  );
}
