import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { toIso, wardDay } from '../../../../shared/basics/time.ts';
import { filingColumns, filingHeadings, neededColumns } from '../../../../shared/law/filings/columns.ts';
import { readFilingExport } from '../../../../shared/law/filings/read-export.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useFilings, useStores, useText } from '../../../store/hooks.ts';
import classes from './filings.module.css';
import type { Messages } from '../../../../shared/text/messages/index.ts';
import type { ExportRefusal, LineFault, ReadExport } from '../../../../shared/law/filings/read-export.ts';

type Read = { readonly name: string; readonly read: ReturnType<typeof readFilingExport> };

/** An export of the portal: read, shown with the faults of its lines, and registered in one step. */
export function ImportPanel({ onClose }: { readonly onClose: () => void }) {
  const words = useText().filings;
  const { host, clock } = useStores();
  const register = useFilings((state) => state.register);
  const busy = useFilings((state) => state.busy);
  const [file, setFile] = useState<Read | null>(null);
  const [done, setDone] = useState<{ readonly count: number; readonly known: readonly string[] } | null>(
    null,
  );
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), [file, done]);
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    const nowMs = clock.nowMs();
    const now = { today: wardDay(nowMs), iso: toIso(nowMs) };
    setDone(null);
    setFile({ name: chosen.name, read: readFilingExport(await chosen.text(), host.catalogue(), now) });
  };
  const go = async ({ filings }: ReadExport) => {
    const outcome = await register(filings.map(({ line: _line, ...filing }) => filing));
    if (!outcome) return;
    setDone({ count: outcome.ids.length, known: outcome.known });
    setFile(null);
  };
  const names = (columns: readonly (keyof typeof filingHeadings)[]) =>
    columns.map((column) => filingHeadings[column]).join(', ');
  const ready = file?.read.ok === true ? file.read.value : null;
  return (
    <section className={classes.panel} aria-label={words.file.title}>
      <h2>{words.file.title}</h2>
      <p>
        {words.file.hint} <strong lang="vi">{names(neededColumns)}</strong>.
        <br />
        <span className={classes.soft}>
          {words.file.optional}{' '}
          <span lang="vi">
            {names(filingColumns.filter((one) => !neededColumns.some((two) => two === one)))}
          </span>
          .
        </span>
      </p>
      <input
        ref={input}
        type="file"
        className={classes.hidden}
        accept=".csv,.json,.txt"
        aria-label={words.file.choose}
        tabIndex={-1}
        onChange={(event) => {
          void choose(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      {file && !file.read.ok && <p role="alert">{refusalWords(file.read.error, words.file)}</p>}
      {ready && <Faults name={file?.name ?? ''} read={ready} />}
      {done && (
        <p role="status">
          <Icon name="check" size={16} /> {words.file.done(done.count)}
          {done.known.length > 0 && <br />}
          {done.known.length > 0 && words.file.known(done.known)}
        </p>
      )}
      <div className={classes.buttons}>
        {ready && ready.filings.length > 0 && (
          <Button ref={button} size="sm" loading={busy} onClick={() => void go(ready)}>
            {words.file.go(ready.filings.length)}
          </Button>
        )}
        <Button
          {...(ready && ready.filings.length > 0 ? {} : { ref: button })}
          size="sm"
          variant="default"
          onClick={() => input.current?.click()}
        >
          {file || done ? words.file.again : words.file.choose}
        </Button>
        <Button size="sm" variant="subtle" onClick={onClose}>
          {words.back}
        </Button>
      </div>
    </section>
  );
}

const SHOWN_FAULTS = 50;

function Faults({ name, read }: { readonly name: string; readonly read: ReadExport }) {
  const words = useText().filings.file;
  return (
    <div role="status">
      <p>
        <strong>{name}</strong>: {words.ready(read.filings.length)}
        {read.faults.length > 0 && `; ${words.faults(read.faults.length)}`}.
      </p>
      {read.faults.length > 0 && (
        <ul className={classes.faults}>
          {read.faults.slice(0, SHOWN_FAULTS).map((fault) => (
            <li key={`${fault.line} ${fault.code}`}>
              <strong>{words.line(fault.line)}</strong>: {faultWords(fault, words)}
            </li>
          ))}
        </ul>
      )}
      {read.notRead.length > 0 && <p className={classes.soft}>{words.notRead(read.notRead.join(', '))}</p>}
    </div>
  );
}

type Words = Messages['filings']['file'];

function faultWords({ column, code, found }: LineFault, { codes }: Words): string {
  const name = column === null ? '' : `${filingHeadings[column]} `;
  return `${name}${found === '' ? '' : `“${found}” `}${codes[code]}`;
}

function refusalWords(refusal: ExportRefusal, { refusals }: Words): string {
  if (refusal.code === 'export-headings')
    return refusals['export-headings'](refusal.missing.map((column) => filingHeadings[column]).join(', '));
  return refusal.code === 'export-many'
    ? refusals['export-many'](String(refusal.most))
    : refusals[refusal.code];
}
