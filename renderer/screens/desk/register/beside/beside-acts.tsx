import { Button } from '@mantine/core';
import { useState } from 'react';
import { mayBeCorrected } from '../../../../../shared/decide/life/correct.ts';
import { deskRoles } from '../../../../../shared/law/life-cycle/roles.ts';
import { dueStatus } from '../../../../../shared/report/due-status.ts';
import { Badge } from '../../../../parts/status-badge.tsx';
import { TroubleNote } from '../../../../parts/trouble-note.tsx';
import { useFilings, useSession, useText } from '../../../../store/hooks.ts';
import { useDueWorld } from '../../../due-badge.tsx';
import { useNowMs } from '../../../staff-frame.tsx';
import { AskCorrection } from './ask-correction.tsx';
import { DelayForm } from './delay-form.tsx';
import classes from './beside.module.css';
import type { Dossier } from '../../../../../shared/project/dossiers.ts';

type Props = { readonly dossier: Dossier; readonly onCorrect: () => void };

/** Acts beside the life of a dossier: putting its reception right, and saying why it is late. */
export function BesideActs({ dossier, onCorrect }: Props) {
  const text = useText();
  const words = text.filings;
  const role = useSession((session) => session.clerk?.role);
  const trouble = useFilings((state) => state.trouble);
  const forget = useFilings((state) => state.forgetTrouble);
  const isLate = dueStatus(dossier, useNowMs(), useDueWorld()) === 'late';
  const [shown, setShown] = useState<'correct' | 'delay' | null>(null);
  const mayCorrect =
    dossier.erasedAt === null && mayBeCorrected(dossier) && (role === 'reception' || role === 'head');
  const mayExplain = deskRoles.some((one) => one === role) && (isLate || dossier.delay !== null);
  const close = () => setShown(null);
  const { delay } = dossier;
  return (
    <section className={classes.beside}>
      {trouble && <TroubleNote trouble={trouble} text={text} onClose={forget} />}
      {dossier.correction > 0 && (
        <span className={classes.mark}>
          <Badge tone="warn" icon="warning" words={words.correction.marked(dossier.correction)} />
        </span>
      )}
      {(isLate || delay) && (
        <p className={classes.delay}>
          {delay
            ? [words.delay.causes[delay.because], delay.note].filter((part) => part !== '').join(': ')
            : words.delay.none}
        </p>
      )}
      {shown === null && (mayCorrect || mayExplain) && (
        <div className={classes.buttons}>
          {mayExplain && (
            <Button size="sm" variant="default" onClick={() => setShown('delay')}>
              {delay ? words.delay.again : words.delay.open}
            </Button>
          )}
          {mayCorrect && (
            <Button size="sm" variant="subtle" onClick={() => setShown('correct')}>
              {words.correction.open}
            </Button>
          )}
        </div>
      )}
      {shown === 'correct' && <AskCorrection dossier={dossier} onBegun={onCorrect} onClose={close} />}
      {shown === 'delay' && <DelayForm dossier={dossier} onClose={close} />}
    </section>
  );
}
