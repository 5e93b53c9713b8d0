import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { BYTES_PER_MB } from '../../../../../shared/law/attachments/files.ts';
import { worksOnDossiers } from '../../../../../shared/law/life-cycle/roles.ts';
import { Icon } from '../../../../parts/icons.tsx';
import { TroubleNote } from '../../../../parts/trouble-note.tsx';
import { useSession, useStores, useText } from '../../../../store/hooks.ts';
import classes from './attachments.module.css';
import type { Trouble } from '../../../../store/act.ts';
import type { Attachment } from '../../../../store/intake/intake-deps.ts';

/** Scans and photos of a dossier: added from files or the camera of a tablet, looked at again, taken away with a reason [D18]. */
export function Attachments({ dossierId }: { readonly dossierId: string }) {
  const text = useText();
  const words = text.desk.intake.more.attachments;
  const at = useAttachments(dossierId);
  const picker = useRef<HTMLInputElement>(null);
  const mayChange = useSession((session) => worksOnDossiers(session.clerk?.role));
  return (
    <section className={classes.attachments} aria-label={words.title}>
      <div className={classes.head}>
        <h3>{words.title}</h3>
        {mayChange && (
          <>
            <input
              ref={picker}
              className={classes.picker}
              type="file"
              accept="application/pdf,image/jpeg,image/png"
              multiple
              tabIndex={-1}
              aria-label={words.add}
              onChange={(event) => {
                void at.add([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = '';
              }}
            />
            <Button size="sm" variant="default" loading={at.busy} onClick={() => picker.current?.click()}>
              {words.add}
            </Button>
          </>
        )}
      </div>
      {mayChange && <p className={classes.soft}>{words.limits}</p>}
      <p className={classes.soft} role="status">
        {at.said}
      </p>
      {at.trouble && <TroubleNote trouble={at.trouble} text={text} onClose={at.forget} />}
      {at.list?.length === 0 && <p className={classes.soft}>{words.none}</p>}
      <ul>
        {at.list?.map((one) => (
          <Line key={one.id} attachment={one} onOpen={() => void at.open(one)} onRemove={at.remove} />
        ))}
      </ul>
    </section>
  );
}

type LineProps = {
  readonly attachment: Attachment;
  readonly onOpen: () => void;
  readonly onRemove: (id: string, reason: string) => Promise<boolean>;
};

function Line({ attachment, onOpen, onRemove }: LineProps) {
  const words = useText().desk.intake.more.attachments;
  const mayChange = useSession((session) => worksOnDossiers(session.clerk?.role));
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { id, fileName, bytes, paper, removed, secondCopy } = attachment;
  const name = fileName === '' ? words.closed : fileName;
  const size = words.size((bytes / BYTES_PER_MB).toFixed(1).replace('.', ','));
  const more = [paper, size, removed ? words.removed(removed.reason) : secondCopy ? '' : words.here];
  return (
    <li data-removed={removed ? '' : undefined}>
      <span className={classes.name}>
        <Icon name="document" size={18} />
        <span>
          {name} <span className={classes.soft}>{more.filter((part) => part !== '').join(' · ')}</span>
        </span>
      </span>
      {!removed && !asking && (
        <span className={classes.acts}>
          <Button
            size="sm"
            variant="default"
            aria-label={words.open(name)}
            disabled={fileName === ''}
            onClick={onOpen}
          >
            {words.openShort}
          </Button>
          {mayChange && (
            <Button
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={words.remove(name)}
              onClick={() => setAsking(true)}
            >
              {words.removeShort}
            </Button>
          )}
        </span>
      )}
      {!removed && asking && (
        <form
          className={classes.acts}
          aria-label={words.remove(name)}
          onSubmit={(event) => {
            event.preventDefault();
            void onRemove(id, reason).then((done) => done && setAsking(false));
          }}
        >
          <TextInput
            size="sm"
            aria-label={words.reason}
            placeholder={words.reason}
            maxLength={1000}
            value={reason}
            autoFocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button size="sm" type="submit" variant="outline" disabled={reason.trim() === ''}>
            {words.removeYes}
          </Button>
          <Button size="sm" variant="default" onClick={() => setAsking(false)}>
            {words.removeNo}
          </Button>
        </form>
      )}
    </li>
  );
}

/** Between two looks at how far the second copies are. */
const LOOK_EVERY_MS = 5_000;

/** Attachments of a dossier as they stand, read again after each change. */
function useAttachments(dossierId: string) {
  const { intake } = useStores();
  const words = useText().desk.intake.more.attachments;
  const clerk = useSession((session) => session.clerk);
  const [list, setList] = useState<readonly Attachment[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [turn, setTurn] = useState(0);
  const read = () => setTurn((before) => before + 1);
  useEffect(() => {
    let isOn = true;
    const look = () =>
      void intake.attachments(dossierId).then(
        (found) => isOn && setList(found),
        // A storage that fails is told by the act; what was read before stands.
        () => undefined,
      );
    look();
    // How far the second copy is changes by itself.
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      isOn = false;
      clearInterval(timer);
    };
  }, [intake, dossierId, turn]);
  const add = async (files: readonly File[]): Promise<void> => {
    if (!clerk || busy) return;
    setBusy(true);
    setTrouble(null);
    for (const file of files) {
      setSaid(words.adding(file.name));
      const done = await intake.attach(dossierId, { file, fileName: file.name, paper: '' }, clerk);
      setSaid(done.ok ? words.added(file.name) : '');
      if (!done.ok) setTrouble(done.error);
      if (!done.ok) break;
    }
    setBusy(false);
    read();
  };
  const open = async (attachment: Attachment): Promise<void> => {
    const blob = await intake.openAttachment(dossierId, attachment);
    if (blob.ok) show(blob.value, attachment.fileName);
    else setTrouble(blob.error);
  };
  const remove = async (id: string, reason: string): Promise<boolean> => {
    if (!clerk) return false;
    const done = await intake.detach(dossierId, id, reason, clerk);
    if (!done.ok) setTrouble(done.error);
    read();
    return done.ok;
  };
  return { list, busy, said, trouble, add, open, remove, forget: () => setTrouble(null) };
}

/** Hands the file to the browser: it is saved under its name, and the page keeps no copy. */
function show(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
