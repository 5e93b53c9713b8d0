import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { dueDays } from '../../../../shared/report/lists/due-days.ts';
import { waitingResults } from '../../../../shared/report/lists/waiting-results.ts';
import { Section } from '../../../parts/section.tsx';
import { useText } from '../../../store/hooks.ts';
import { useDueWorld } from '../../due-badge.tsx';
import { Tile } from '../head-tiles.tsx';
import headClasses from '../head.module.css';
import { OverdueTable } from './overdue-table.tsx';
import { PeriodLists } from './period-lists.tsx';
import classes from './work.module.css';
import type { Dossier } from '../../../../shared/project/dossiers.ts';
import type { OpenNamed } from '../head-facts.ts';

/** After how many days a result that nobody collected is looked for. */
const WAITED = [3, 7, 15, 30] as const;

/** The lists that officials ask for (DOMAIN 6.5): due, not collected, overdue with cause, supplements, refusals. */
export function WorkSection({
  dossiers,
  nowMs,
  onOpen,
}: {
  readonly dossiers: readonly Dossier[];
  readonly nowMs: number;
  readonly onOpen: OpenNamed;
}) {
  const text = useText();
  const { work: words } = text.report;
  const world = useDueWorld();
  const [days, setDays] = useState<number>(7);
  const due = useMemo(() => dueDays(dossiers, nowMs, world), [dossiers, nowMs, world]);
  const uncollected = useMemo(
    () => waitingResults(dossiers, nowMs, days).map(({ id }) => id),
    [dossiers, nowMs, days],
  );
  const tiles = [
    { id: 'today', title: `${words.due}: ${words.today.toLowerCase()}`, ids: due.today },
    {
      id: 'tomorrow',
      title: `${words.due}: ${words.tomorrow.toLowerCase()}`,
      ids: due.tomorrow,
    },
    {
      id: 'next',
      title: `${words.due}: ${words.nextWorkingDay.toLowerCase()}`,
      ids: due.nextWorkingDay,
    },
    { id: 'uncollected', title: words.moreThan(days), ids: uncollected },
  ];
  return (
    <Section title={words.title} line={words.line}>
      <div className={headClasses.tiles}>
        {tiles.map(({ id, title, ids }) => (
          <Tile
            key={id}
            tone={id === 'uncollected' && ids.length > 0 ? 'paused' : 'none'}
            name={title}
            spoken={`${title}: ${ids.length}`}
            count={ids.length}
            text={text.head}
            onOpen={() => onOpen(title, { kind: 'dossiers', ids })}
          />
        ))}
      </div>
      <NativeSelect
        className={classes.days}
        size="sm"
        label={`${words.uncollected} ${words.more}`}
        data={WAITED.map((count) => ({ value: String(count), label: words.days(count) }))}
        value={String(days)}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
      />
      <OverdueTable dossiers={dossiers} nowMs={nowMs} onOpen={onOpen} />
      <PeriodLists />
    </Section>
  );
}
