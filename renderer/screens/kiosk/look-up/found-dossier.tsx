import { parseInstant, wardDay } from '../../../../shared/basics/time.ts';
import { dueStanding, dueStatus } from '../../../../shared/report/due-status.ts';
import { formatDay, formatTime, weekdayName } from '../../../../shared/text/dates.ts';
import { shortStandingText } from '../../../../shared/text/working-time.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText, useUi } from '../../../store/hooks.ts';
import { useDueWorld } from '../../due-badge.tsx';
import { useNowMs } from '../../staff-frame.tsx';
import { servingCounters } from '../steps/serving-counters.ts';
import { needsNumber, nextStep } from './course-words.ts';
import type { DueStatus } from '../../../../shared/report/due-status.ts';
import type { IconName } from '../../../parts/icons.tsx';
import type { PublicDossier } from '../../../store/kiosk/look-up.ts';
import styles from '../frame/ask-step.module.css';

/** A status is a colour, a word and a shape. */
const SHAPES: Readonly<Record<DueStatus, IconName>> = {
  'in-time': 'clock',
  soon: 'alert',
  late: 'warning',
  paused: 'pause',
  ready: 'check',
  returned: 'check',
  ended: 'cross',
};

type FoundProps = { readonly dossier: PublicDossier; readonly proven: boolean };

/** State, due date in words and where to go, for a scanned slip its procedure too; never whose it is. */
export function FoundDossier({ dossier, proven }: FoundProps) {
  const text = useText();
  const { lookUp: words } = text.kiosk;
  const lang = useUi((ui) => ui.lang);
  const nowMs = useNowMs();
  const world = useDueWorld();
  const due = dueStatus(dossier, nowMs, world);
  const standing = dueStanding(dossier, nowMs, world);
  const step = nextStep(dossier.status, due);
  const { procedure } = dossier;
  return (
    <div className={styles.found}>
      <h2 className={styles.procedure}>{proven ? procedure.name : words.yours}</h2>
      <p className={styles.small}>{words.code(dossier.code)}</p>
      {dossier.outdated && <p className={styles.small}>{text.filings.outdatedSlip}</p>}
      <p className={styles.due} data-due={due}>
        <Icon name={SHAPES[due]} size="1.3em" />
        <strong>{text.common.due[due]}</strong>
        {standing && due !== 'late' && <span>{shortStandingText(standing, lang)}</span>}
        {standing && due === 'late' && <span>({shortStandingText(standing, lang)})</span>}
      </p>
      <dl className={styles.facts}>
        <dt>{words.state}</dt>
        <dd>{text.life.states[dossier.status]}</dd>
        <dt>{words.due}</dt>
        <dd>{whenWords(dossier.dueAt, lang, words.dueAt)}</dd>
        <dt>{words.received}</dt>
        <dd>{formatDay(wardDay(parseInstant(dossier.receivedAt) ?? 0))}</dd>
      </dl>
      <WhereTo dossier={dossier} step={step} />
      {!proven && <p className={styles.small}>{words.scanForName}</p>}
      {proven && (
        <p className={styles.proven}>
          <Icon name="check" size="1.2em" /> {words.proven}
        </p>
      )}
      <p className={styles.small}>{words.private}</p>
    </div>
  );
}

function WhereTo({
  dossier: { procedure },
  step,
}: Pick<FoundProps, 'dossier'> & { readonly step: ReturnType<typeof nextStep> }) {
  const { kiosk, host } = useStores();
  const { lookUp: words } = useText().kiosk;
  const lang = useUi((ui) => ui.lang);
  const looking = useKiosk((state) => state.looking);
  const series = host.catalogue().fields.find(({ id }) => id === procedure.fieldId)?.series;
  const names = series === undefined ? [] : servingCounters(host.hello().ward.counters, series, lang);
  const at = names.length === 0 ? words.anyCounter : names.join(` ${words.or} `);
  const say = words.steps[step];
  return (
    <div className={styles.next}>
      <h3>{words.goTo}</h3>
      <p>{typeof say === 'string' ? say : say(at)}</p>
      {needsNumber(step) && series !== undefined && (
        <button
          type="button"
          className={styles.find}
          disabled={looking}
          onClick={() => void kiosk.getState().takeTicket(procedure.fieldId, procedure.code)}
        >
          <Icon name="ticket" size="1.3em" /> {words.take}
        </button>
      )}
    </div>
  );
}

function whenWords(
  instant: string,
  lang: 'vi' | 'en',
  say: (time: string, weekday: string, day: string) => string,
): string {
  const ms = parseInstant(instant) ?? 0;
  const day = wardDay(ms);
  return say(formatTime(ms), weekdayName(day, lang), formatDay(day));
}
