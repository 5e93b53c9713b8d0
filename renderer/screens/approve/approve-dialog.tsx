import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { approverRoles } from '../../../shared/law/people/approval.ts';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useSession, useStores, useText } from '../../store/hooks.ts';
import { Dialog } from '../desk/queue/dialogs/dialog.tsx';
import classes from '../desk/queue/dialogs/dialogs.module.css';
import type { SyntheticEvent } from 'react';
import type { ApprovalMatter } from '../../../shared/law/people/approval.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { Trouble } from '../../store/act.ts';

/** Who agreed; `approval` proves it to the host once, for acts that the host itself does. */
export type Approved = { readonly approvedBy: string; readonly approval: string };

type ApproveDialogProps = {
  readonly what: ApprovalMatter;
  /** What is about to be done, in one line: a code, a number, a sum. */
  readonly about?: string;
  /** What changes by it, a line each: who agrees has to see it. */
  readonly changes?: readonly string[];
  readonly onApproved: (approved: Approved) => void;
  readonly onClose: () => void;
};

/** Asks a second person to agree: the colleague chooses the own name and types the own PIN [PE1]. Esc leaves, nothing is done. */
export function ApproveDialog({ what, about, changes = [], onApproved, onClose }: ApproveDialogProps) {
  const text = useText();
  const words = text.people.approve;
  const { host } = useStores();
  const actor = useSession((session) => session.clerk?.id);
  const colleagues = whoMayApprove(host.hello().ward, what, actor);
  const roles = approverRoles[what].map((role) => text.life.roles[role]).join(', ');
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p className={classes.hint}>{words.intro(words.what[what])}</p>
      {about !== undefined && (
        <p>
          <strong>{about}</strong>
        </p>
      )}
      {changes.length > 0 && (
        <ul className={classes.changes} aria-label={words.changes}>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
      {colleagues.length === 0 ? (
        <>
          <p role="alert" className={classes.warn}>
            {words.nobody(roles)}
          </p>
          <div className={classes.buttons}>
            <Button type="button" variant="default" data-first onClick={onClose}>
              {words.cancel}
            </Button>
          </div>
        </>
      ) : (
        <ApproveForm what={what} colleagues={colleagues} onApproved={onApproved} onClose={onClose} />
      )}
    </Dialog>
  );
}

type ApproveFormProps = Pick<ApproveDialogProps, 'what' | 'onApproved' | 'onClose'> & {
  readonly colleagues: WardConfig['clerks'];
};

function ApproveForm({ what, colleagues, onApproved, onClose }: ApproveFormProps) {
  const text = useText();
  const words = text.people.approve;
  const { host } = useStores();
  const [clerk, setClerk] = useState(colleagues.length === 1 ? (colleagues[0]?.id ?? '') : '');
  const [pin, setPin] = useState('');
  const [missing, setMissing] = useState<'clerk' | 'pin' | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const pinId = useId();
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    // The dialog may stand within the form of what is agreed to.
    event.stopPropagation();
    const lack = clerk === '' ? 'clerk' : /^\d{4,8}$/.test(pin) ? null : 'pin';
    setMissing(lack);
    if (lack !== null || busy) return;
    setBusy(true);
    const answer = await host.approve(clerk, pin, what);
    setBusy(false);
    setPin('');
    setTrouble(answer.ok ? null : ownWords(answer.error));
    if (answer.ok) onApproved(answer.value);
    else document.getElementById(pinId)?.focus();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={words.title}>
      {trouble && <TroubleNote trouble={trouble} text={text} />}
      <NativeSelect
        label={words.colleague}
        value={clerk}
        error={missing === 'clerk' ? words.colleagueMissing : undefined}
        onChange={(event) => setClerk(event.currentTarget.value)}
        data={[
          { value: '', label: words.choose },
          ...colleagues.map(({ id, name, role }) => ({
            value: id,
            label: `${name} – ${text.life.roles[role]}`,
          })),
        ]}
        data-first={colleagues.length > 1 ? '' : undefined}
      />
      <TextInput
        id={pinId}
        label={words.pin}
        description={words.pinHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        value={pin}
        error={missing === 'pin' ? words.pinMissing : undefined}
        onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, '').slice(0, 8))}
        data-first={colleagues.length === 1 ? '' : undefined}
      />
      <div className={classes.buttons}>
        <Button type="button" variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button type="submit" loading={busy} loaderProps={{ 'aria-label': words.busy }}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}

/** Nobody signs in here: the same refusal means that nobody agreed. */
function ownWords(trouble: Trouble): Trouble {
  return trouble.code === 'sign-in-refused' ? { code: 'approver-pin-wrong' } : trouble;
}

/** Everybody else of the ward whose role may agree. */
function whoMayApprove(
  { clerks }: WardConfig,
  what: ApprovalMatter,
  actor: string | undefined,
): WardConfig['clerks'] {
  return clerks.filter(
    ({ id, role, retired }) => id !== actor && retired !== true && approverRoles[what].includes(role),
  );
}
