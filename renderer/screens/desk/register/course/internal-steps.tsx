import { useMemo } from 'react';
import { parseInstant, toIso } from '../../../../../shared/basics/time.ts';
import { stepStandings } from '../../../../../shared/law/catalogue/steps.ts';
import { procedureOn } from '../../../../../shared/law/procedure.ts';
import { standingText, workingTimeText } from '../../../../../shared/text/working-time.ts';
import { courseEventsOf } from '../../../../store/dossier/paper-world.ts';
import { useDossiers, useStores, useText, useUi } from '../../../../store/hooks.ts';
import { useDueWorld } from '../../../due-badge.tsx';
import { useNowMs } from '../../../staff-frame.tsx';
import { dayWords } from '../acts/act-words.ts';
import { staysOf, stepEnds } from './stays.ts';
import classes from './course.module.css';
import type { StepStanding } from '../../../../../shared/law/catalogue/steps.ts';
import type { Dossier } from '../../../../../shared/project/dossiers.ts';
import type { Arrival } from '../../../../store/dossier/dossier-state.ts';
import type { Stay } from './stays.ts';

const NONE: readonly Arrival[] = [];

/** The internal process with its time norms [N11], as far as the acts tell, and the working time at each place. */
export function InternalSteps({ dossier }: { readonly dossier: Dossier }) {
  const { desk: words } = useText().life;
  const { steps, hours, stays } = useProcess(dossier);
  if (stays.length === 0) return null;
  return (
    <section aria-label={words.steps.title}>
      <h3>{words.steps.title}</h3>
      {steps.length === 0 && <p className={classes.soft}>{words.steps.legalNone}</p>}
      {steps.length > 0 && (
        <ol className={classes.steps}>
          {steps.map((step, index) => (
            <Step key={step.order} step={step} hours={hours[index] ?? 0} done={step.done} />
          ))}
        </ol>
      )}
      <Stays stays={stays} />
    </section>
  );
}

type ShownStep = StepStanding & { readonly done: boolean };

function useProcess(dossier: Dossier): {
  readonly steps: readonly ShownStep[];
  readonly hours: readonly number[];
  readonly stays: readonly Stay[];
} {
  const { host } = useStores();
  const nowMs = useNowMs();
  const world = useDueWorld();
  const arrivals = useDossiers((state) => state.arrivals[dossier.id] ?? NONE);
  return useMemo(() => {
    const calendar = world.calendarOf(dossier.procedure.fieldId);
    const events = courseEventsOf(arrivals);
    const stays = staysOf(events, nowMs, calendar);
    const procedure = procedureOn(host.catalogue(), dossier.procedure.code, dossier.day);
    const process = procedure?.steps ?? [];
    if (!procedure || process.length === 0) return { steps: [], hours: [], stays };
    const ends = stepEnds(process, events);
    const pauses = dossier.pauses.map(({ kind, from, to }) => ({
      kind,
      fromMs: parseInstant(from) ?? nowMs,
      toMs: (to === null ? null : parseInstant(to)) ?? nowMs,
    }));
    const startedAtMs = parseInstant(dossier.receivedAt) ?? nowMs;
    const standings = stepStandings(procedure, { startedAtMs, finishedAtMs: ends, pauses }, nowMs, calendar);
    const steps = standings.ok
      ? standings.value.map((step, index) => ({ ...step, done: (ends[index] ?? null) !== null }))
      : [];
    return { steps, hours: process.map((step) => step.hours), stays };
  }, [arrivals, dossier, host, nowMs, world]);
}

/** One step: whose it is, its norm, and how it stands to it. */
function Step({
  step,
  hours,
  done,
}: {
  readonly step: ShownStep;
  readonly hours: number;
  readonly done: boolean;
}) {
  const { life } = useText();
  const lang = useUi((ui) => ui.lang);
  const words = life.desk.steps;
  const { standing, dueAtMs } = step;
  const state = done ? words.done : standing ? words.now : words.ahead;
  const isLate = standing?.status === 'late' || standing?.status === 'overdue';
  return (
    <li data-state={done ? 'done' : standing ? 'now' : 'ahead'} data-late={isLate ? '' : undefined}>
      <span className={classes.stepName}>{step.name}</span>
      <span className={classes.soft}>
        {[life.roles[step.role], words.norm(workingTimeText(hours * 60, lang))].join(' · ')}
      </span>
      <span className={classes.stepState}>
        {[
          state,
          standing ? standingText(standing, lang) : '',
          !done && dueAtMs !== null ? words.by(dayWords(toIso(dueAtMs), lang, life)) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </li>
  );
}

function Stays({ stays }: { readonly stays: readonly Stay[] }) {
  const text = useText();
  const lang = useUi((ui) => ui.lang);
  const words = text.life.desk.steps;
  return (
    <>
      <h4 className={classes.staysTitle}>{words.stays}</h4>
      <ul className={classes.stays}>
        {stays.map((stay) => (
          <li key={stay.place ?? ''} data-current={stay.current ? '' : undefined}>
            {words.used(workingTimeText(stay.workMinutes, lang), stay.place ?? text.desk.register.atDesk)}
            {stay.current && ` · ${words.now}`}
          </li>
        ))}
      </ul>
    </>
  );
}
