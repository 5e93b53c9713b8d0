import { troubleWords } from '../../../../../../shared/text/trouble-words.ts';
import { copiesOf, formOfPaper, paperOfAct } from '../../../../../../shared/slip/acts/dossier-papers.ts';
import { dossierActs, isPaused } from '../../../../../../shared/law/life-cycle/acts.ts';
import { wardDay } from '../../../../../../shared/basics/time.ts';
import { Icon } from '../../../../../parts/icons.tsx';
import { useText, useUi } from '../../../../../store/hooks.ts';
import { useNowMs } from '../../../../staff-frame.tsx';
import { dayWords } from '../act-words.ts';
import classes from '../acts.module.css';
import type { Outlook } from '../../../../../../shared/decide/life/outlook.ts';
import type { DossierAct } from '../../../../../../shared/law/life-cycle/acts.ts';
import type { Dossier } from '../../../../../../shared/project/dossiers.ts';
import type { Messages } from '../../../../../../shared/text/messages/index.ts';

type Props = { readonly dossier: Dossier; readonly act: DossierAct; readonly outlook: Outlook };

/** What an act will do, said before it is done: the state, the clock with its date and why, and the paper. */
export function ActEffect({ dossier, act, outlook }: Props) {
  const text = useText();
  const { life } = text;
  const lang = useUi((ui) => ui.lang);
  const nowMs = useNowMs();
  const { refusal, after, clock, fact } = outlook;
  if (refusal) {
    const { what, todo } = troubleWords(refusal, text.trouble);
    return (
      <p className={classes.refused} role="alert">
        <Icon name="warning" size={16} /> {what} {todo}
      </p>
    );
  }
  const day = (iso: string) => dayWords(iso, lang, life);
  const isLater = after !== null && after.dueAt !== dossier.dueAt;
  const staysPut = after !== null && after.status === dossier.status;
  const agencyDueAt = fact?.type === 'dossier-sent-on' ? fact.body.agencyDueAt : null;
  return (
    <section className={classes.effect} aria-label={life.desk.effectTitle}>
      <h4>{life.desk.effectTitle}</h4>
      <ul>
        <li>
          {staysPut
            ? life.desk.stays(life.states[after.status])
            : life.desk.becomes(life.states[targetOf(act, outlook, dossier)])}
        </li>
        {clock !== 'same' && (
          <li className={classes.clock} data-clock={clock}>
            <Icon name="clock" size={16} /> {life.desk.clock[clock]}
          </li>
        )}
        {after === null && act === 'extend' && <li>{life.desk.dueLater}</li>}
        {isLater && (
          <li>
            <strong>{life.desk.newDue(day(after.dueAt))}</strong> <Why explanation={after.dueExplanation} />
          </li>
        )}
        {after !== null && !isLater && isPaused(dossier.status) && clock === 'resumes' && (
          <li>{life.desk.sameDue(day(dossier.dueAt))}</li>
        )}
        {agencyDueAt !== null && <li>{life.desk.agencyDue(day(agencyDueAt))}</li>}
        {(act === 'hand-over' || act === 'send-on') && (
          <li>{life.desk.custody(countOf(dossier), dossier.sets)}</li>
        )}
        <li>{paperWords(act, wardDay(nowMs), life)}</li>
      </ul>
    </section>
  );
}

function targetOf(act: DossierAct, { after }: Outlook, dossier: Dossier): Dossier['status'] {
  const { to } = dossierActs[act];
  return after?.status ?? (to === 'same' || to === 'before' ? dossier.status : to);
}

/** Why the new date is what it is. */
function Why({ explanation }: { readonly explanation: string }) {
  const { slips } = useText().desk;
  if (explanation === '') return null;
  return (
    <details className={classes.why}>
      <summary>{slips.why}</summary>
      <span lang="vi">{explanation}</span>
    </details>
  );
}

/** How much paper goes along with the dossier. */
function countOf({ papers }: Dossier): number {
  return papers.reduce((sum, one) => sum + one.original + one.certifiedCopy + one.photocopy, 0);
}

/** Which paper the act makes. */
function paperWords(act: DossierAct, today: string, life: Messages['life']): string {
  const kind = paperOfAct(act);
  if (kind === null) return life.desk.noPaper;
  if (kind === 'control') return life.desk.onSheet;
  const form = formOfPaper(kind, today);
  return form ? life.desk.paper(life.desk.papers.names[kind], copiesOf(form)) : life.desk.noForm;
}
