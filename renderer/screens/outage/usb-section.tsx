import { Button } from '@mantine/core';
import { useRef } from 'react';
import { Section } from '../../parts/section.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useOutage, useSession, useText } from '../../store/hooks.ts';
import classes from './outage.module.css';
import type { UsbExported, UsbImported } from '../../../shared/bridge/outage.ts';

/** Data by stick where there is no line for days [S14]. */
export function UsbSection() {
  const words = useText().outage.usb;
  const clerk = useSession((session) => session.clerk);
  return (
    <Section title={words.title} line={words.intro}>
      {clerk ? <UsbWork /> : <p>{words.signIn}</p>}
    </Section>
  );
}

function UsbWork() {
  const text = useText();
  const words = text.outage.usb;
  const usb = useOutage((state) => state.usb);
  const exportFile = useOutage((state) => state.exportFile);
  const forgetUsb = useOutage((state) => state.forgetUsb);
  const busy = usb.step === 'writing' || usb.step === 'reading';
  return (
    <>
      <div className={classes.row}>
        <Button disabled={busy} onClick={() => void exportFile('missing')}>
          {words.export}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => void exportFile('all')}>
          {words.exportAll}
        </Button>
        <ImportButton disabled={busy} />
      </div>
      <div role="status">
        {usb.step === 'writing' && <p>{words.writing}</p>}
        {usb.step === 'reading' && <p>{words.reading}</p>}
        {usb.step === 'written' && <Written file={usb.file} onClose={forgetUsb} />}
        {usb.step === 'read' && <Brought brought={usb.brought} onClose={forgetUsb} />}
      </div>
      {usb.step === 'failed' && <TroubleNote trouble={usb.fault} text={text} onClose={forgetUsb} />}
    </>
  );
}

function ImportButton({ disabled }: { readonly disabled: boolean }) {
  const words = useText().outage.usb;
  const importFile = useOutage((state) => state.importFile);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="default" disabled={disabled} onClick={() => input.current?.click()}>
        {words.import}
      </Button>
      <input
        ref={input}
        className={classes.hidden}
        type="file"
        accept=".mcusb"
        tabIndex={-1}
        aria-hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) void file.text().then(importFile);
        }}
      />
    </>
  );
}

function Written({ file, onClose }: { readonly file: UsbExported; readonly onClose: () => void }) {
  const words = useText().outage.usb;
  return (
    <div className={classes.note}>
      <p>
        <strong>{words.written(file.name)}</strong> · {words.holds(file.lines, file.keys)}
      </p>
      <p>{words.passphrase}</p>
      <p className={classes.secret} data-passphrase>
        {file.passphrase}
      </p>
      <p>{words.passphraseTodo}</p>
      <p>{words.atDistrict}</p>
      <Button size="compact-md" variant="default" onClick={onClose}>
        {words.close}
      </Button>
    </div>
  );
}

function Brought({ brought, onClose }: { readonly brought: UsbImported; readonly onClose: () => void }) {
  const words = useText().outage.usb;
  const refused = Object.values(brought.refused).reduce((sum, count) => sum + count, 0);
  return (
    <div className={classes.note}>
      <p>
        <strong>{words.brought(brought.fresh, brought.lines)}</strong>
      </p>
      {brought.level !== null && <p>{words.confirmed}</p>}
      {!brought.whole && <p>{words.torn(brought.lines, brought.promised)}</p>}
      {refused > 0 && <p>{words.refused(refused)}</p>}
      <Button size="compact-md" variant="default" onClick={onClose}>
        {words.close}
      </Button>
    </div>
  );
}
