import { useState } from 'react';
import { formatDay, formatTime, weekdayName } from '../../../shared/text/dates.ts';
import { Loading } from '../../parts/empty-state.tsx';
import { Icon } from '../../parts/icons.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useHall, useStores, useText, useUi } from '../../store/hooks.ts';
import { StaffFrame } from '../staff-frame.tsx';
import { CounterCards } from './counters/counter-cards.tsx';
import { Fairness } from './figures/fairness.tsx';
import { QueueTable } from './figures/queue-table.tsx';
import { TimesTable } from './figures/times-table.tsx';
import { ClerkForm, ClerkLine, useHallClerk } from './hall-clerk.tsx';
import classes from './hall.module.css';
import { HelpCalls } from './help-calls.tsx';
import { HoursLine } from './hours-line.tsx';
import { FigurePanel } from './panel/figure-panel.tsx';
import { rowsOf } from './panel/figure-query.ts';
import { useFigureWords } from './panel/figure-words.ts';
import { RoomTiles } from './room-tiles.tsx';
import { Stops } from './stops/stops.tsx';
import { useRoom } from './use-room.ts';
import { LinkNote, Verdict } from './verdict.tsx';
import type { ReactNode } from 'react';
import type { FigureQuery } from './panel/figure-query.ts';
import type { Room } from './use-room.ts';

/** The waiting room at a glance: who waits, who serves whom, how long; every figure opens into what it counts [P16] [P17]. */
export function HallScreen() {
  const text = useText();
  const room = useRoom();
  return (
    <StaffFrame page="hall" layout="fill">
      {room === null ? <Loading words={text.common.loading} /> : <Hall room={room} />}
    </StaffFrame>
  );
}

function Hall({ room }: { readonly room: Room }) {
  const text = useText();
  const who = useHallClerk();
  const trouble = useHall((state) => state.trouble);
  const forget = useHall((state) => state.forgetTrouble);
  const [query, setQuery] = useState<FigureQuery | null>(null);
  const figureWords = useFigureWords(room);
  const { hall } = text;
  return (
    <div className={classes.page}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={hall.title}>
        <HelpCalls calls={room.help} who={who} nowMs={room.nowMs} />
        <Head room={room}>
          <PrintButton />
          <ClerkLine who={who} />
        </Head>
        {who.asking && <ClerkForm onClose={who.stopAsking} />}
        {trouble && <TroubleNote trouble={trouble} text={text} onClose={forget} />}
        <Verdict room={room} />
        <LinkNote nowMs={room.nowMs} />
        <RoomTiles room={room} onOpen={(figure) => setQuery({ kind: 'tile', figure })} />
        <CounterCards
          rows={room.counters}
          nowMs={room.nowMs}
          onOpen={(counter) => setQuery({ kind: 'services', counter })}
        />
        <div className={classes.pair}>
          <QueueTable
            rows={room.queues}
            bounds={room.bounds}
            appointments={room.appointments}
            onOpen={(series) => setQuery({ kind: 'queue', series })}
          />
          <Stops room={room} who={who} />
        </div>
        <TimesTable
          rows={room.times}
          queues={room.queues}
          onOpen={(series, part) => setQuery({ kind: 'times', series, part })}
        />
        <Fairness report={room.fairness} nowMs={room.nowMs} />
      </div>
      {query && (
        <FigurePanel
          key={JSON.stringify(query)}
          {...figureWords(query)}
          list={rowsOf(query, room)}
          bounds={room.bounds}
          onClose={() => setQuery(null)}
        />
      )}
    </div>
  );
}

/** Prints the page as it stands; the browser's own dialog chooses printer and paper. */
function PrintButton() {
  const { hall } = useText();
  return (
    <button type="button" className={classes.quietButton} onClick={() => window.print()}>
      <Icon name="printer" size={18} />
      {hall.print}
    </button>
  );
}

function Head({ room, children }: { readonly room: Room; readonly children: ReactNode }) {
  const { hall } = useText();
  const lang = useUi((ui) => ui.lang);
  const { ward } = useStores().host.hello();
  return (
    <header className={classes.head}>
      <div>
        <p className={classes.paperOnly}>{lang === 'vi' ? ward.unit : ward.unitEn}</p>
        <h1 className={classes.title}>{hall.title}</h1>
        <p className={classes.asOf}>
          {hall.asOf(formatTime(room.nowMs), `${weekdayName(room.day, lang)} ${formatDay(room.day)}`)}
        </p>
        <HoursLine hours={room.hours} nowMs={room.nowMs} />
      </div>
      {children}
    </header>
  );
}
