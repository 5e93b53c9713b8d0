import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { vectorKey } from '../../../shared/sync/vector.ts';
import { actKind, spansOf } from '../../../shared/report/outage/outage-report.ts';
import { Facts, SmallTable } from '../../parts/section.tsx';
import { Badge } from '../../parts/status-badge.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useLink, useOutage, useStores, useText } from '../../store/hooks.ts';
import { instantWords } from '../sync/sync-facts.ts';
import { useWaits } from './decide.tsx';
import classes from './outage.module.css';
import type { OutageView } from '../../store/outage/outage-deps.ts';

/** Acts shown one by one; the paper counts all. */
const SHOWN = 300;

/** The reconciliation of one outage: counts that the level above proves, numbers, people, and what is open [S16]. */
export function OutageReportView({ view }: { readonly view: OutageView }) {
  const words = useText().outage;
  const { outage, report } = view;
  const box = useRef<HTMLElement>(null);
  const title = words.past.report(words.what(outage.what));
  useEffect(() => box.current?.focus(), [outage.id]);
  return (
    <section className={classes.report} aria-label={title} tabIndex={-1} ref={box}>
      <h3>{title}</h3>
      {report.acts === 0 ? <p>{words.past.nothing}</p> : <Counts view={view} />}
      <PaperButton />
      {report.acts > 0 && <ActList view={view} />}
    </section>
  );
}

function Counts({ view: { report } }: { readonly view: OutageView }) {
  const words = useText().outage;
  const { host } = useStores();
  const { clerks } = host.hello().ward;
  const { past } = words;
  const all = report.confirmed === report.acts;
  const nameOf = (actor: string | null) =>
    actor === null ? words.nobody : (clerks.find(({ id }) => id === actor)?.name ?? actor);
  return (
    <>
      <p>
        <Badge
          tone={all ? 'ok' : 'warn'}
          icon={all ? 'check' : 'clock'}
          words={all ? past.matched(report.acts) : past.lacking(report.confirmed, report.acts)}
        />
      </p>
      <div className={classes.pair}>
        <SmallTable
          label={past.byKind}
          columns={[words.waiting.kind, words.waiting.number]}
          rows={report.kinds.map(({ kind, count }) => ({ id: kind, cells: [words.kinds[kind], count] }))}
        />
        <SmallTable
          label={past.byPerson}
          columns={[past.person, words.waiting.number]}
          rows={report.people.map(({ actor, count }) => ({
            id: actor ?? '-',
            cells: [nameOf(actor), count],
          }))}
        />
      </div>
      <Facts
        facts={[
          { name: past.tickets, value: listed(spansOf(report.tickets), past.noNumbers) },
          { name: past.codes, value: listed(report.codes, past.noNumbers) },
          { name: past.provisional, value: listed(report.provisional, past.noNumbers) },
          { name: past.ownLetters, value: listed(report.ownLetters, past.noNumbers) },
        ]}
      />
    </>
  );
}

function PaperButton() {
  const text = useText();
  const words = text.outage;
  const paper = useOutage((state) => state.paper);
  const print = useOutage((state) => state.print);
  const openOutage = useOutage((state) => state.openOutage);
  const waits = useWaits(words).map(({ line }) => line);
  return (
    <div className={classes.row}>
      <Button onClick={() => void print(waits)} disabled={paper === 'printing'}>
        {paper === 'printing' ? words.past.printing : words.past.print}
      </Button>
      <Button variant="default" onClick={() => void openOutage(null)}>
        {words.past.close}
      </Button>
      <span role="status">{paper === 'printed' ? words.past.printed : ''}</span>
      {typeof paper === 'object' && paper !== null && <TroubleNote trouble={paper} text={text} />}
    </div>
  );
}

function ActList({ view: { acts, more } }: { readonly view: OutageView }) {
  const words = useText().outage;
  const { host } = useStores();
  const above = useLink((link) => link.status?.district.held ?? {});
  const { clerks } = host.hello().ward;
  const { past } = words;
  const shown = acts.slice(-SHOWN);
  return (
    <>
      {(more || acts.length > SHOWN) && <p>{past.newest(shown.length)}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={past.list}>
        <SmallTable
          label={past.list}
          columns={[past.time, past.act, past.number, past.who, past.arrived]}
          rows={shown.map(({ device, epoch, seq, wall, type, actor, name }) => ({
            id: `${epoch}/${seq}`,
            cells: [
              instantWords(wall),
              words.kinds[actKind(type)],
              name,
              actor === null ? '' : (clerks.find(({ id }) => id === actor)?.name ?? actor),
              seq < (above[vectorKey(device, epoch)] ?? 0) ? past.yes : past.no,
            ],
          }))}
        />
      </div>
    </>
  );
}

function listed(some: readonly string[], none: string): string {
  return some.length === 0 ? none : some.join(', ');
}
