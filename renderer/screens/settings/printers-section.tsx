import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { parseInstant } from '../../../shared/basics/time.ts';
import { formatTime } from '../../../shared/text/dates.ts';
import { Section, SmallTable } from '../../parts/section.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useLink, usePapers, useStores, useText } from '../../store/hooks.ts';
import classes from './settings.module.css';

/** Printers of this ward's file, each with its test page; how they stand is told on the page of papers. */
export function PrintersSection() {
  const { host } = useStores();
  const text = useText();
  const { settings, sync, papers: words } = text;
  const { printers } = host.hello().ward;
  const hostUp = useLink((link) => link.hostUp);
  const ask = usePapers((papers) => papers.ask);
  const trouble = usePapers((papers) => papers.trouble);
  const forget = usePapers((papers) => papers.forget);
  useEffect(() => {
    if (hostUp) void ask();
  }, [hostUp, ask]);
  return (
    <Section title={settings.printers.title}>
      {printers.length === 0 ? (
        <p>{sync.printers.none}</p>
      ) : (
        <SmallTable
          label={settings.printers.title}
          columns={[sync.printers.name, sync.printers.purpose, settings.printers.kind, words.printers.test]}
          rows={printers.map(({ id, name, purpose, target }) => ({
            id,
            cells: [
              name,
              sync.printers.purposes[purpose],
              settings.printers.kinds[target.kind],
              <TestPage key={id} printerId={id} />,
            ],
          }))}
        />
      )}
      {trouble && <TroubleNote trouble={trouble} text={text} onClose={forget} />}
      <p>
        <a href="#/papers">{settings.printers.toPapers}</a>
      </p>
    </Section>
  );
}

/** Prints the test page of one printer, and says what became of the last one. */
function TestPage({ printerId }: { readonly printerId: string }) {
  const { papers: words, desk } = useText();
  const hostUp = useLink((link) => link.hostUp);
  const printer = usePapers((papers) => papers.printers?.find(({ id }) => id === printerId));
  const testing = usePapers((papers) => papers.testing);
  const printTest = usePapers((papers) => papers.printTest);
  const last = usePapers((papers) =>
    papers.records?.find(({ subject }) => subject === `printer-${printerId}`),
  );
  const lastMs = last === undefined ? null : parseInstant(last.at);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-label={words.printers.testOn(printer?.name ?? printerId)}
        loading={testing === printerId}
        disabled={!hostUp || !printer || (testing !== null && testing !== printerId)}
        onClick={() => printer && void printTest(printer)}
      >
        {words.printers.test}
      </Button>
      <span className={classes.soft} role="status">
        {last !== undefined && lastMs !== null && ` ${desk.slips.states[last.state]} · ${formatTime(lastMs)}`}
      </span>
    </>
  );
}
