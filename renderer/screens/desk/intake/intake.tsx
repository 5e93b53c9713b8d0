import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useDossiers, useText } from '../../../store/hooks.ts';
import { useKeysWithin, useShortcuts } from '../shortcuts.tsx';
import { focusFirst, focusNext } from './enter-next.ts';
import { ErrorSummary } from './error-summary.tsx';
import { StepFinish } from './steps/step-finish.tsx';
import { StepPapers } from './steps/step-papers.tsx';
import { StepPeople } from './steps/step-people.tsx';
import { StepProcedure } from './steps/step-procedure.tsx';
import { StepBar } from './step-bar.tsx';
import { KeepingMark, KeepingTrouble } from './helps/keeping-mark.tsx';
import { TwinWarning } from './helps/twin-warning.tsx';
import { ScanNote } from './scan/scan-note.tsx';
import { useIntakeHelps } from './helps/use-intake-helps.ts';
import { useIntakeOf } from './use-intake.ts';
import classes from './intake.module.css';
import type { IntakeStep } from '../../../store/dossier/intake-form.ts';

/** A reception in four steps, one on the screen at a time. Esc goes back, Enter goes on. */
export function Intake({ onLeave }: { readonly onLeave: () => void }) {
  const step = useIntakeOf((intake) => intake.step);
  const ticketNumber = useIntakeOf(({ form: typed }) => typed.ticketNumber);
  const corrects = useIntakeOf(({ form: typed }) => typed.corrects !== undefined);
  const { correction } = useText().filings;
  const words = useText().desk.intake;
  const goTo = useDossiers((state) => state.goTo);
  const checkStep = useDossiers((state) => state.checkStep);
  const submitIntake = useDossiers((state) => state.submitIntake);
  const busy = useDossiers((state) => state.busy);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (form.current) focusFirst(form.current);
  }, [step]);

  const back = () => (step === 1 ? onLeave() : goTo(before(step)));
  const next = () => {
    if (step === 4) void submitIntake();
    else if (checkStep()) goTo(after(step));
  };
  useKeysWithin(form, (event) => onEnter(event, form.current, next));
  const parkIntake = useDossiers((state) => state.parkIntake);
  const hasScan = useDossiers((state) => state.scan !== null);
  const dropScan = useDossiers((state) => state.dropScan);
  useIntakeHelps();
  useShortcuts({ Escape: hasScan ? dropScan : back, ...(step === 4 ? { F8: next } : {}) });

  return (
    <form
      ref={form}
      className={classes.intake}
      noValidate
      aria-label={words.title}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={classes.head}>
        <StepBar />
        <span className={classes.ticket}>
          {ticketNumber === null ? words.noTicket : words.forTicket(ticketNumber)}
        </span>
      </div>
      <ScanNote />
      <div className={classes.body}>
        <h2 className={classes.stepTitle}>{words.stepLabel(step, words.steps[step])}</h2>
        <ErrorSummary />
        {!corrects && <TwinWarning />}
        {step === 1 && <StepPeople />}
        {step === 2 && <StepProcedure onChosen={next} />}
        {step === 3 && <StepPapers />}
        {step === 4 && <StepFinish />}
      </div>
      <KeepingTrouble />
      <div className={classes.foot}>
        <Button variant="default" onClick={back}>
          {words.back}
        </Button>
        <Drop />
        <Button variant="subtle" color="gray" onClick={() => void parkIntake()}>
          {words.more.drafts.park}
        </Button>
        <KeepingMark />
        <span className={classes.gap} />
        <Button
          onClick={next}
          loading={busy}
          rightSection={step === 4 ? <kbd className={classes.kbd}>F8</kbd> : undefined}
        >
          {step < 4 ? words.next : corrects ? correction.submit : words.receive}
        </Button>
      </div>
    </form>
  );
}

/** Enter goes to the next field, after the last one (or with Ctrl) to the next step; buttons and the search of procedures have their own Enter. */
function onEnter(event: KeyboardEvent, form: HTMLElement | null, next: () => void): void {
  const { target } = event;
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !(target instanceof HTMLElement))
    return;
  if (target.matches('button, a, [role=combobox]')) return;
  event.preventDefault();
  if (event.ctrlKey || !form || !focusNext(form, target)) next();
}

const before = (step: IntakeStep): IntakeStep => (step === 4 ? 3 : step === 3 ? 2 : 1);
const after = (step: IntakeStep): IntakeStep => (step === 1 ? 2 : step === 2 ? 3 : 4);

/** Giving up asks once; nothing has been saved. */
function Drop() {
  const words = useText().desk.intake;
  const dropIntake = useDossiers((state) => state.dropIntake);
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button variant="subtle" color="gray" aria-label={words.drop} onClick={() => setAsking(true)}>
        {words.more.drafts.drop}
      </Button>
    );
  }
  return (
    <span className={classes.sure} role="group" aria-label={words.dropSure}>
      <span>{words.dropSure}</span>
      <Button variant="outline" size="sm" onClick={dropIntake} autoFocus>
        {words.dropYes}
      </Button>
      <Button variant="default" size="sm" onClick={() => setAsking(false)}>
        {words.dropNo}
      </Button>
    </span>
  );
}
