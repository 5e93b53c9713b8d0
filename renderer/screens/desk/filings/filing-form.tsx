import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { toIso, wardDay } from '../../../../shared/basics/time.ts';
import { readFilingExport } from '../../../../shared/law/filings/read-export.ts';
import { filingHeadings } from '../../../../shared/law/filings/columns.ts';
import { useFilings, useStores, useText } from '../../../store/hooks.ts';
import { ServicePicker } from '../queue/picker/service-picker.tsx';
import classes from './filings.module.css';
import type { FilingColumn } from '../../../../shared/law/filings/columns.ts';
import type { SyntheticEvent } from 'react';
import type { ServiceChoice } from '../queue/rules/giving-rules.ts';

const EMPTY = {
  portalCode: '',
  channel: 'online',
  filedAt: '',
  submitter: '',
  submitterId: '',
  phone: '',
  address: '',
  owner: '',
};

type Typed = typeof EMPTY;

/** One filing typed by hand; it is read by the same rules as a line of an export. */
export function FilingForm({ onClose }: { readonly onClose: () => void }) {
  const { filings: words } = useText();
  const { host, clock } = useStores();
  const register = useFilings((state) => state.register);
  const busy = useFilings((state) => state.busy);
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const [service, setService] = useState<ServiceChoice | null>(null);
  const [wrong, setWrong] = useState<keyof typeof words.form.errors | null>(null);
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const nowMs = clock.nowMs();
    const now = { today: wardDay(nowMs), iso: toIso(nowMs) };
    const cells = { ...typed, procedureCode: service?.procedureCode ?? '' };
    const entry = Object.fromEntries(
      Object.entries(cells).map(([column, value]) => [filingHeadings[column as FilingColumn], value]),
    );
    const read = readFilingExport(JSON.stringify([entry]), host.catalogue(), now);
    const [fault] = read.ok ? read.value.faults : [];
    if (!read.ok || fault) return setWrong(placeOf(fault?.column ?? null));
    setWrong(null);
    const [found] = read.value.filings;
    if (!found) return;
    const { line: _line, ...filing } = found;
    const done = await register([filing]);
    if (!done) return;
    setNote(done.known.length > 0 ? words.form.known(typed.portalCode) : words.form.saved);
    if (done.known.length > 0) return;
    setTyped(EMPTY);
    setService(null);
    form.current?.querySelector('input')?.focus();
  };
  const line = (name: keyof Typed, label: string, hint?: string) => (
    <TextInput
      size="sm"
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={typed[name]}
      error={wrong === name ? words.form.errors[wrong] : undefined}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value.slice(0, 500) })}
    />
  );
  return (
    <form
      ref={form}
      className={classes.panel}
      aria-label={words.form.title}
      noValidate
      onSubmit={(event) => void save(event)}
    >
      <h2>{words.form.title}</h2>
      <div className={classes.grid}>
        {line('portalCode', words.form.portalCode, words.form.portalHint)}
        <NativeSelect
          size="sm"
          label={words.form.channel}
          data={(['online', 'post'] as const).map((value) => ({ value, label: words.channels[value] }))}
          value={typed.channel}
          onChange={(event) => setTyped({ ...typed, channel: event.currentTarget.value })}
        />
        {line('filedAt', words.form.filedAt, words.form.filedHint)}
      </div>
      <div role="group" aria-label={words.form.procedure}>
        <ServicePicker
          value={service}
          onChoose={setService}
          quick={[]}
          shown={5}
          error={wrong === 'procedure' ? words.form.errors.procedure : null}
        />
      </div>
      <div className={classes.grid}>
        {line('submitter', words.form.submitter)}
        {line('submitterId', words.form.idNumber)}
        {line('phone', words.form.phone)}
        {line('address', words.form.address)}
        {line('owner', words.form.owner)}
      </div>
      {note !== '' && <p role="status">{note}</p>}
      <div className={classes.buttons}>
        <Button type="submit" size="sm" loading={busy}>
          {words.form.save}
        </Button>
        <Button type="button" size="sm" variant="subtle" onClick={onClose}>
          {words.back}
        </Button>
      </div>
    </form>
  );
}

function placeOf(column: FilingColumn | null): 'submitter' | 'procedure' | 'filedAt' | 'portalCode' {
  if (column === 'procedureCode') return 'procedure';
  return column === 'filedAt' || column === 'portalCode' ? column : 'submitter';
}
