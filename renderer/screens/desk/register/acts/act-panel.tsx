import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { parseInstant, wardDay } from '../../../../../shared/basics/time.ts';
import { phaseOf } from '../../../../../shared/law/life-cycle/acts.ts';
import { usualLifeRules } from '../../../../../shared/law/life-cycle/life-rules.ts';
import { formatDay, formatTime } from '../../../../../shared/text/dates.ts';
import { useFind, useSession, useStores, useText } from '../../../../store/hooks.ts';
import { ActForm } from './act-form.tsx';
import { ActMenu } from './act-menu.tsx';
import { nextActs } from './act-order.ts';
import { actName } from './act-words.ts';
import { GiveBack } from './give-back.tsx';
import classes from './acts.module.css';
import type { Dossier } from '../../../../../shared/project/dossiers.ts';
import type { WishAct } from './act-order.ts';

type Props = {
  readonly dossier: Dossier;
  /** An act was recorded. */
  readonly onDone: () => void;
};

/** What the signed-in role may do with a dossier now: the usual next acts as buttons, all others in a menu. */
export function ActPanel({ dossier, onDone }: Props) {
  const { life } = useText();
  const { host, clock } = useStores();
  const role = useSession((session) => session.clerk?.role);
  const section = useRef<HTMLElement>(null);
  /** It stays open when the dossier moves on elsewhere: then the form says so, and nothing typed is lost. */
  const [shown, setShown] = useState<WishAct | null>(null);
  const wasShown = useRef(shown);
  useEffect(() => {
    const closed = wasShown.current !== null && shown === null;
    wasShown.current = shown;
    if (closed && document.activeElement === document.body) section.current?.querySelector('button')?.focus();
  }, [shown]);
  const holdSlips = useFind((find) => find.holdSlips);
  const isTyping = shown !== null;
  useEffect(() => {
    if (!isTyping) return undefined;
    holdSlips(dossier.id);
    return () => holdSlips(null);
  }, [isTyping, dossier.id, holdSlips]);
  if (!role) return null;
  const rules = host.hello().ward.lifeCycle ?? usualLifeRules;
  const { usual, others } = nextActs(dossier, role, rules, wardDay(clock.nowMs()));
  const form = {
    dossier,
    onClose: () => setShown(null),
    onDone: () => {
      setShown(null);
      onDone();
    },
  };
  if (shown === null && usual.length + others.length === 0)
    return <Nothing dossier={dossier} role={life.roles[role]} />;
  return (
    <section ref={section} className={classes.panel} aria-label={life.desk.title}>
      {shown === null && (
        <div className={classes.buttons}>
          {usual.map((act, index) => (
            <Button
              key={index}
              size="sm"
              variant={index === 0 ? 'filled' : 'default'}
              onClick={() => setShown(act)}
            >
              {dossier.status === 'in-post' && act === 'give-back'
                ? life.acts['prove-delivery']
                : actName(act, life)}
            </Button>
          ))}
          {others.length > 0 && <ActMenu acts={others} onChoose={setShown} />}
        </div>
      )}
      {shown === 'give-back' && <GiveBack {...form} />}
      {shown !== null && shown !== 'give-back' && <ActForm key={shown} act={shown} {...form} />}
    </section>
  );
}

/** Nothing to do: the dossier is over, or its next act is another role's. */
function Nothing({ dossier, role }: { readonly dossier: Dossier; readonly role: string }) {
  const { life } = useText();
  const phase = phaseOf(dossier.status);
  const isOver = phase === 'returned' || phase === 'ended';
  const words = isOver
    ? life.desk.over(life.states[dossier.status], whenOf(dossier.returnedAt ?? dossier.endedAt))
    : life.desk.none(role);
  return <p className={classes.soft}>{words}</p>;
}

function whenOf(iso: string | null): string {
  const ms = iso === null ? null : parseInstant(iso);
  return ms === null ? '' : `${formatTime(ms)} ${formatDay(wardDay(ms))}`;
}
