import { Button, TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { EmptyState, Loading } from '../../../parts/empty-state.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { TroubleNote } from '../../../parts/trouble-note.tsx';
import { useFilings, useText } from '../../../store/hooks.ts';
import { useShortcuts } from '../shortcuts.tsx';
import { FilingForm } from './filing-form.tsx';
import { filingRows } from './filing-rows.ts';
import { FilingTable } from './filing-table.tsx';
import { FilingView } from './filing-view.tsx';
import { ImportPanel } from './import-panel.tsx';
import classes from './filings.module.css';
import type { Ticket } from '../../../../shared/project/tickets.ts';

type Props = {
  /** The number that is served: its person may have filed online before. */
  readonly serving: Ticket | null;
  /** The reception stands open with what the filing says. */
  readonly onReceived: () => void;
};

/** The list of filings that wait for the desk (N04): answered within 8 working hours, by receiving, Mẫu 02 or Mẫu 03. */
export function Filings({ serving, onReceived }: Props) {
  const text = useText();
  const words = text.filings;
  const filings = useFilings((state) => state.filings);
  const persons = useFilings((state) => state.persons);
  const openPersons = useFilings((state) => state.openPersons);
  const openId = useFilings((state) => state.openId);
  const open = useFilings((state) => state.open);
  const trouble = useFilings((state) => state.trouble);
  const forget = useFilings((state) => state.forgetTrouble);
  const [search, setSearch] = useState('');
  const [panel, setPanel] = useState<'add' | 'import' | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const { noCode } = words;
  const rows = useMemo(
    () => filings && filingRows(filings, persons, search, noCode),
    [filings, persons, search, noCode],
  );
  const ids = (filings ?? []).map(({ id }) => id).join(' ');
  useEffect(() => void openPersons(ids.split(' ')), [ids, openPersons]);
  useShortcuts({
    '/': () => box.current?.focus(),
    Escape: () => {
      setPanel(null);
      open(null);
      box.current?.focus();
    },
  });
  return (
    <div className={classes.filings} data-open={openId !== null && panel === null ? '' : undefined}>
      <div className={classes.side}>
        <div className={classes.tools}>
          <TextInput
            ref={box}
            className={classes.search}
            aria-label={words.search}
            placeholder={words.search}
            value={search}
            leftSection={<Icon name="search" size={18} />}
            onChange={(event) => setSearch(event.currentTarget.value.slice(0, 200))}
          />
          <Button variant="default" size="sm" aria-pressed={panel === 'add'} onClick={() => setPanel('add')}>
            {words.add}
          </Button>
          <Button
            variant="default"
            size="sm"
            aria-pressed={panel === 'import'}
            onClick={() => setPanel('import')}
          >
            {words.import}
          </Button>
        </div>
        {trouble && <TroubleNote trouble={trouble} text={text} onClose={forget} />}
        {panel === 'add' && <FilingForm onClose={() => setPanel(null)} />}
        {panel === 'import' && <ImportPanel onClose={() => setPanel(null)} />}
        {panel === null && rows === null && <Loading words={words.loading} />}
        {panel === null && rows?.length === 0 && (
          <EmptyState
            icon="list"
            title={search === '' ? words.empty : words.nothingFound}
            {...(search === '' ? { line: words.emptyHint } : {})}
          />
        )}
        {panel === null && rows !== null && rows.length > 0 && <FilingTable rows={rows} />}
      </div>
      {openId !== null && panel === null && (
        <FilingView key={openId} filingId={openId} serving={serving} onReceived={onReceived} />
      )}
    </div>
  );
}
