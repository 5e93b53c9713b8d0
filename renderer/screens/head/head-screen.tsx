import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { formatDay, formatTime, weekdayName } from '../../../shared/text/dates.ts';
import { periodFigures } from '../../../shared/report/day-figures.ts';
import { Loading } from '../../parts/empty-state.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Section } from '../../parts/section.tsx';
import { useDossiers, useQueue, useText, useUi } from '../../store/hooks.ts';
import { useDueWorld } from '../due-badge.tsx';
import { StaffFrame, useNowMs } from '../staff-frame.tsx';
import { DistrictTable } from './district-table.tsx';
import { FiguresTable } from './figures-table.tsx';
import { byDueStatus, listOf, overdueByOffice, queueFacts } from './head-facts.ts';
import classes from './head.module.css';
import { DueTiles, OfficeTable, QueueTiles } from './head-tiles.tsx';
import { ListPanel } from './list-panel.tsx';
import { NamedPanel } from './named-panel.tsx';
import { StaffSection } from './staff/staff-section.tsx';
import { WorkSection } from './work/work-section.tsx';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { ListQuery, NamedRows, OpenNamed } from './head-facts.ts';

/** "Are we on time?": the day's queue, dossiers by due date and the figures, each of which opens into what it counts. */
export function HeadScreen() {
  const text = useText();
  const tickets = useQueue((queue) => queue.tickets);
  const dossiers = useDossiers((state) => (state.whole ? state.dossiers : null));
  const attend = useDossiers((state) => state.attend);
  useEffect(() => attend(), [attend]);
  // With years of open work the counts take a moment: they are made anew only for other rows, and beside what the page does.
  const shownTickets = useMemo(() => tickets?.flatMap(present) ?? null, [tickets]);
  const held = useMemo(() => dossiers?.flatMap(present) ?? null, [dossiers]);
  const shownDossiers = useDeferredValue(held, null);
  return (
    <StaffFrame page="head" layout="fill">
      {shownTickets === null || shownDossiers === null ? (
        <Loading words={text.common.loading} />
      ) : (
        <Overview tickets={shownTickets} dossiers={shownDossiers} />
      )}
    </StaffFrame>
  );
}

/** What stands open beside the page; its title is made of words, so a change of language closes it. */
type Opened = { readonly lang: string } & (
  { readonly query: ListQuery } | { readonly title: string; readonly named: NamedRows }
);

function present<S>({ state }: { readonly state: S | null }): readonly S[] {
  return state === null ? [] : [state];
}

function Overview({
  tickets,
  dossiers,
}: {
  readonly tickets: readonly Ticket[];
  readonly dossiers: readonly Dossier[];
}) {
  const text = useText();
  const lang = useUi((ui) => ui.lang);
  const day = useQueue((queue) => queue.day);
  const nowMs = useNowMs();
  const [opened, setOpened] = useState<Opened | null>(null);
  const shown = opened?.lang === lang ? opened : null;
  const setQuery = (query: ListQuery) => setOpened({ lang, query });
  const setNamed: OpenNamed = (title, named) => setOpened({ lang, title, named });
  const close = () => setOpened(null);
  const figures = useMemo(() => periodFigures(dossiers, day, day, nowMs), [dossiers, day, nowMs]);
  const world = useDueWorld();
  const due = useMemo(() => byDueStatus(dossiers, nowMs, world), [dossiers, nowMs, world]);
  const { head } = text;
  return (
    <div className={classes.page}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={head.title}>
        <h1 className={classes.title}>{head.title}</h1>
        <Verdict
          late={due.late.length}
          soon={due.soon.length}
          inTime={due['in-time'].length + due.paused.length}
        />
        <p className={classes.asOf}>
          {head.asOf(formatTime(nowMs), `${weekdayName(day, lang)} ${formatDay(day)}`)}
        </p>
        <div className={classes.pair}>
          <Section title={head.due.title}>
            <DueTiles due={due} text={head} onOpen={setQuery} />
          </Section>
          <Section title={head.queue.title}>
            <QueueTiles facts={queueFacts(tickets, nowMs)} text={head} onOpen={setQuery} />
          </Section>
        </div>
        <Section title={head.figures.title} line={head.figures.subtitle}>
          <FiguresTable figures={figures} text={head} onOpen={setQuery} />
        </Section>
        <div className={classes.pair}>
          <DistrictTable figures={figures} day={day} nowMs={nowMs} />
          <Section title={head.offices.title}>
            <OfficeTable rows={overdueByOffice(due.late)} text={head} onOpen={setQuery} />
          </Section>
        </div>
        <WorkSection dossiers={dossiers} nowMs={nowMs} onOpen={setNamed} />
        <div className={classes.printed}>
          <StaffSection onOpen={setNamed} />
        </div>
      </div>
      {shown && 'named' in shown && (
        <NamedPanel key={shown.title} title={shown.title} named={shown.named} onClose={close} />
      )}
      {shown && 'query' in shown && (
        <ListPanel
          key={shown.query.title}
          title={shown.query.title}
          list={listOf(shown.query, { tickets, dossiers, day, nowMs, world })}
          text={text}
          onClose={close}
        />
      )}
    </div>
  );
}

/** The answer to the page's question, in one sentence. */
function Verdict({
  late,
  soon,
  inTime,
}: {
  readonly late: number;
  readonly soon: number;
  readonly inTime: number;
}) {
  const { verdict } = useText().head;
  const open = late + soon + inTime;
  const tone = late > 0 ? 'late' : soon > 0 ? 'warn' : open > 0 ? 'ok' : 'paused';
  const icons = { late: 'warning', warn: 'clock', ok: 'check', paused: 'info' } as const;
  const words = {
    late: verdict.no(late, open),
    warn: verdict.soon(soon),
    ok: verdict.yes(open),
    paused: verdict.none,
  };
  return (
    <p className={classes.verdict} data-tone={tone} role="status">
      <Icon name={icons[tone]} size={28} />
      {words[tone]}
    </p>
  );
}
