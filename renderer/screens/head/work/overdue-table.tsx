import { useMemo } from 'react';
import { overdueRows } from '../../../../shared/report/lists/overdue.ts';
import { SmallTable } from '../../../parts/section.tsx';
import { useText } from '../../../store/hooks.ts';
import { useDueWorld } from '../../due-badge.tsx';
import { Figure } from '../head-tiles.tsx';
import headClasses from '../head.module.css';
import classes from './work.module.css';
import type { Dossier } from '../../../../shared/project/dossiers.ts';
import type { OverdueRow } from '../../../../shared/report/lists/overdue.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';
import type { OpenNamed } from '../head-facts.ts';

type Words = Messages['report']['work'];

/** Overdue dossiers by the place that holds them and who received them, with the causes that somebody wrote. */
export function OverdueTable({
  dossiers,
  nowMs,
  onOpen,
}: {
  readonly dossiers: readonly Dossier[];
  readonly nowMs: number;
  readonly onOpen: OpenNamed;
}) {
  const { report, head } = useText();
  const { work: words } = report;
  const world = useDueWorld();
  const rows = useMemo(() => {
    const causes = new Map(dossiers.flatMap((dossier) => causeOf(dossier, words)));
    return overdueRows(dossiers, nowMs, world, causes);
  }, [dossiers, nowMs, world, words]);
  return (
    <div className={classes.list}>
      <h3>{words.overdue}</h3>
      {rows.length === 0 && <p className={headClasses.quiet}>{words.noneOverdue}</p>}
      {rows.length > 0 && (
        <SmallTable
          label={words.overdue}
          columns={[words.office, words.officer, words.count, words.causes]}
          rows={rows.map(({ office, officerName, dossiers: late }) => {
            const place = office ?? words.desk;
            const title = `${words.overdue}: ${place}, ${officerName}`;
            const ids = late.map(({ id }) => id);
            return {
              id: `${place} ${officerName}`,
              cells: [
                place,
                officerName,
                <Figure
                  key="count"
                  count={late.length}
                  label={head.list.opens(`${place}, ${officerName}`, late.length)}
                  onOpen={() => onOpen(title, { kind: 'dossiers', ids })}
                />,
                causesOf(late, words),
              ],
            };
          })}
        />
      )}
    </div>
  );
}

/** The cause that was explained, by its kind alone: its note may name a person, and this page needs no sign-in. */
function causeOf(
  { id, delay, extensions, dueExplanation }: Dossier,
  words: Words,
): readonly (readonly [string, string])[] {
  if (delay) return [[id, words.because[delay.because]]];
  return extensions > 0 && dueExplanation !== '' ? [[id, dueExplanation]] : [];
}

function causesOf(late: OverdueRow['dossiers'], words: Words): string {
  const counts = new Map<string, number>();
  for (const { cause } of late) {
    const said = cause ?? words.noCause;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([cause, count]) => words.cause(cause, count))
    .join('; ');
}
