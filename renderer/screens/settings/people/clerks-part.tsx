import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { needsApproval } from '../../../../shared/law/people/approval.ts';
import { mayChangeSettings } from '../../../../shared/law/settings/sections.ts';
import { parseInstant } from '../../../../shared/basics/time.ts';
import { formatTime } from '../../../../shared/text/dates.ts';
import { Section } from '../../../parts/section.tsx';
import { TroubleNote } from '../../../parts/trouble-note.tsx';
import { usePeople, useSession, useStores, useText } from '../../../store/hooks.ts';
import { ApproveDialog } from '../../approve/approve-dialog.tsx';
import { Dialog } from '../../desk/queue/dialogs/dialog.tsx';
import { ChangePin } from '../../people/change-pin.tsx';
import people from '../../people/people.module.css';
import { SectionForm } from '../edit/section-form.tsx';
import classes from '../edit/edit.module.css';
import type { SyntheticEvent } from 'react';
import type { Trouble } from '../../../store/act.ts';
import type { Plain } from '../edit/place.ts';

/** Clerks with roles and PINs: added, retired, given a new PIN; never taken off the list. */
export function ClerksPart() {
  const text = useText();
  const words = text.people.settings;
  const { host } = useStores();
  const me = useSession((session) => session.clerk);
  const turn = usePeople((state) => state.wardTurn);
  const askStanding = usePeople((state) => state.askStanding);
  const [changing, setChanging] = useState(false);
  const [saved, setSaved] = useState(false);
  const [resetting, setResetting] = useState<string | null>(null);
  const may = me !== null && mayChangeSettings(me.role);
  useEffect(() => {
    if (may) void askStanding();
  }, [may, turn, askStanding]);
  if (!me) return <p className={classes.soft}>{words.signIn}</p>;
  const known = host.hello().ward.clerks;
  const beside = (row: Plain) => {
    const clerk = known.find(({ id }) => id === row['id']);
    if (!clerk) return null;
    return (
      <>
        <ClerkStands clerk={clerk.id} />
        {may && clerk.id !== me.id && clerk.retired !== true && (
          <Button size="xs" variant="subtle" onClick={() => setResetting(clerk.id)}>
            {words.clerks.reset(clerk.name)}
          </Button>
        )}
      </>
    );
  };
  return (
    <Section title={words.parts.clerks} line={may ? words.clerks.never : words.readOnly}>
      <p>
        <Button variant="default" onClick={() => setChanging(true)}>
          {text.people.pin.open}
        </Button>
      </p>
      {changing && <ChangePin onClose={() => setChanging(false)} />}
      <SectionForm
        key={turn}
        section="clerks"
        readOnly={!may}
        beside={beside}
        onSaved={() => setSaved(true)}
      />
      {saved && (
        <p className={classes.saved} role="status">
          {words.saved}
        </p>
      )}
      {resetting !== null && <ResetPin clerk={resetting} onClose={() => setResetting(null)} />}
    </Section>
  );
}

function ClerkStands({ clerk }: { readonly clerk: string }) {
  const words = useText().people.settings.clerks;
  const standing = usePeople((state) => state.standing);
  const one = standing?.clerks.find((row) => row.clerk === clerk);
  if (!one) return null;
  const untilMs = one.lockedUntil === null ? null : parseInstant(one.lockedUntil);
  const here = standing?.sessions.some((session) => session.clerk === clerk) === true;
  const said = [
    words.pin[one.pin],
    ...(untilMs === null ? [] : [words.locked(formatTime(untilMs))]),
    ...(here ? [words.here] : []),
  ];
  return <span className={classes.soft}>{said.join(' · ')}</span>;
}

type Step = { readonly at: 'reason' | 'approve' } | { readonly at: 'told'; readonly pin: string };

/** A temporary PIN: why, who agrees, and then the PIN, once [PE3]. */
function ResetPin({ clerk, onClose }: { readonly clerk: string; readonly onClose: () => void }) {
  const text = useText();
  const words = text.people.settings;
  const { host } = useStores();
  const reset = usePeople((state) => state.resetPin);
  const askStanding = usePeople((state) => state.askStanding);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [step, setStep] = useState<Step>({ at: 'reason' });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { ward } = host.hello();
  const name = ward.clerks.find(({ id }) => id === clerk)?.name ?? '';
  const go = async (approval?: string) => {
    const done = await reset(clerk, reason.trim(), approval);
    setTrouble(done.ok ? null : done.error);
    setStep(done.ok ? { at: 'told', pin: done.value.pin } : { at: 'reason' });
    void askStanding();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    if (needsApproval(ward, 'settings')) setStep({ at: 'approve' });
    else void go();
  };
  if (step.at === 'approve')
    return (
      <ApproveDialog
        what="settings"
        about={`${words.clerks.resetTitle}: ${name}`}
        onApproved={({ approval }) => void go(approval)}
        onClose={onClose}
      />
    );
  return (
    <Dialog title={words.clerks.resetTitle} onClose={onClose}>
      {step.at === 'told' ? (
        <div className={people.stack}>
          <p>{words.clerks.told(name)}</p>
          <p className={people.once} role="status">
            {step.pin}
          </p>
          <div className={people.buttons}>
            <Button autoFocus onClick={onClose}>
              {words.clerks.close}
            </Button>
          </div>
        </div>
      ) : (
        <form onSubmit={submit} noValidate>
          <p>{words.clerks.resetHint(name)}</p>
          {trouble && <TroubleNote trouble={trouble} text={text} />}
          <TextInput
            label={words.reason}
            value={reason}
            maxLength={300}
            error={missing ? words.reasonMissing : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-first=""
          />
          <div className={people.buttons}>
            <Button type="button" variant="default" onClick={onClose}>
              {words.clerks.cancel}
            </Button>
            <Button type="submit">{words.clerks.resetGo}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
