import { Button } from '@mantine/core';
import { parseInstant } from '../../../shared/basics/time.ts';
import { formatTime } from '../../../shared/text/dates.ts';
import { troubleWords } from '../../../shared/text/trouble-words.ts';
import { EmptyState, Loading } from '../../parts/empty-state.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Section } from '../../parts/section.tsx';
import { Badge } from '../../parts/status-badge.tsx';
import { useLink, usePapers, useText } from '../../store/hooks.ts';
import classes from './papers.module.css';
import type { PrinterStatus } from '../../../shared/bridge.ts';

/** Every printer of this machine: what it is for, how it stands as far as it can tell, and its test page. */
export function PrinterCards() {
  const words = useText().papers;
  const printers = usePapers((papers) => papers.printers);
  const asking = usePapers((papers) => papers.asking);
  const ask = usePapers((papers) => papers.ask);
  const hostUp = useLink((link) => link.hostUp);
  return (
    <Section title={words.printers.title}>
      {printers === null && <Loading words={words.loading} />}
      {printers?.length === 0 && (
        <EmptyState icon="printer" title={words.printers.none} line={words.printers.noneTodo} />
      )}
      {printers !== null && printers.length > 0 && (
        <>
          <ul className={classes.cards}>
            {printers.map((printer) => (
              <PrinterCard
                key={printer.id}
                printer={printer}
                place={placeOf(printer, printers)}
                known={hostUp}
              />
            ))}
          </ul>
          <Button
            variant="default"
            size="sm"
            loading={asking}
            disabled={!hostUp}
            leftSection={<Icon name="sync" size={18} />}
            onClick={() => void ask()}
          >
            {words.printers.askAll}
          </Button>
        </>
      )}
    </Section>
  );
}

type CardProps = {
  readonly printer: PrinterStatus;
  /** From 1, among the printers of its purpose; 0 where it is the only one. */
  readonly place: number;
  /** What is shown is what the host says now. */
  readonly known: boolean;
};

const looks = {
  ok: { tone: 'ok', icon: 'check' },
  unknown: { tone: 'paused', icon: 'info' },
  failing: { tone: 'late', icon: 'warning' },
} as const;

function PrinterCard({ printer, place, known }: CardProps) {
  const text = useText();
  const words = text.papers.printers;
  const testing = usePapers((papers) => papers.testing);
  const printTest = usePapers((papers) => papers.printTest);
  const { name, purpose, kind, waiting, fault, marks = [], tells, askedAt } = printer;
  const state = known ? printer.state : 'unknown';
  const askedMs = askedAt === undefined ? null : parseInstant(askedAt);
  return (
    <li className={classes.card} data-state={state}>
      <div className={classes.cardHead}>
        <strong>{name}</strong>
        <Badge {...looks[state]} words={words.states[state]} />
      </div>
      <p className={classes.soft}>
        {[words.purposes[purpose], words.kinds[kind], ...(place > 0 ? [words.order(place)] : [])].join(' · ')}
      </p>
      {known && marks.length > 0 && (
        <p className={classes.marks}>{marks.map((mark) => words.marks[mark]).join(', ')}</p>
      )}
      {known && fault !== null && (
        <p className={classes.fault}>
          {troubleWords({ code: fault }, text.trouble).what}{' '}
          {troubleWords({ code: fault }, text.trouble).todo}
        </p>
      )}
      {state === 'ok' && tells === false && (kind === 'tcp' || kind === 'file') && (
        <p className={classes.soft}>{words.mute}</p>
      )}
      <div className={classes.cardFoot}>
        <span className={classes.soft}>
          {[
            ...(waiting > 0 ? [words.waiting(waiting)] : []),
            ...(askedMs === null ? [] : [words.asked(formatTime(askedMs))]),
          ].join(' · ')}
        </span>
        <Button
          variant="default"
          size="xs"
          aria-label={words.testOn(name)}
          loading={testing === printer.id}
          disabled={!known || (testing !== null && testing !== printer.id)}
          onClick={() => void printTest(printer)}
        >
          {words.test}
        </Button>
      </div>
    </li>
  );
}

function placeOf(printer: PrinterStatus, all: readonly PrinterStatus[]): number {
  const own = all.filter(({ purpose }) => purpose === printer.purpose);
  return own.length < 2 ? 0 : own.indexOf(printer) + 1;
}
