import { useEffect, useState } from 'react';
import { parseInstant } from '../../../shared/basics/time.ts';
import { formatTime } from '../../../shared/text/dates.ts';
import { sinceWords } from '../../parts/connection-pill.tsx';
import { Loading } from '../../parts/empty-state.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Section, SmallTable } from '../../parts/section.tsx';
import { Badge } from '../../parts/status-badge.tsx';
import { useLink, useStores, useText, useUi } from '../../store/hooks.ts';
import { levelName } from '../level-name.ts';
import { compareFigures } from './compare-figures.ts';
import classes from './head.module.css';
import type { DayFigures } from '../../../shared/report/day-figures.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';

type Answer = { readonly figures: DayFigures; readonly asOf: string };
type Asked = { readonly day: string; readonly last: Answer | null; readonly away: boolean };

/** The level above beside this machine: the same figures counted in both places. Asked again each minute and when sending ends. */
export function DistrictTable({
  figures,
  day,
  nowMs,
}: {
  readonly figures: DayFigures;
  readonly day: string;
  readonly nowMs: number;
}) {
  const { host } = useStores();
  const text = useText();
  const lang = useUi((ui) => ui.lang);
  const unsent = useLink((link) => link.unsent);
  const pill = useLink((link) => link.pill);
  const [asked, setAsked] = useState<Asked | null>(null);
  const minute = Math.floor(nowMs / 60_000);
  useEffect(() => {
    let current = true;
    void host.districtFigures(day).then((answer) => {
      if (!current) return;
      setAsked((before) => ({
        day,
        last: answer.ok ? answer.value : before?.day === day ? before.last : null,
        away: !answer.ok,
      }));
    });
    return () => {
      current = false;
    };
  }, [host, day, minute, unsent, pill.kind]);
  const words = text.head.district;
  const level = levelName(host.hello().ward, lang, text.common);
  const cutOff = pill.kind !== 'online' && pill.kind !== 'sending';
  return (
    <Section title={words.title(level)}>
      {!asked && <Loading words={words.loading} />}
      {asked?.away && (
        <p className={classes.away} role="status">
          <Icon name="cloud-off" />
          {cutOff ? words.away(sinceWords(pill.since, nowMs)) : words.never}
        </p>
      )}
      {asked?.last && (
        <Compared
          label={words.title(level)}
          here={figures}
          there={asked.last}
          unsent={unsent}
          text={text.head}
        />
      )}
    </Section>
  );
}

function Compared({
  label,
  here,
  there,
  unsent,
  text,
}: {
  readonly label: string;
  readonly here: DayFigures;
  readonly there: Answer;
  readonly unsent: number;
  readonly text: Messages['head'];
}) {
  const { district } = text;
  const rows = compareFigures(here, there.figures);
  const asOfMs = parseInstant(there.asOf);
  const same = rows.every((row) => row.same);
  return (
    <>
      {asOfMs !== null && <p className={classes.line}>{district.asOf(formatTime(asOfMs))}</p>}
      <SmallTable
        label={label}
        columns={[district.figure, district.here, district.there, district.compared]}
        rows={rows.map(({ column, here: mine, there: theirs, same: equal }) => ({
          id: column,
          cells: [
            text.figures.groups[column],
            mine,
            theirs,
            <Badge
              key="same"
              tone={equal ? 'ok' : 'warn'}
              icon={equal ? 'check' : 'warning'}
              words={equal ? district.same : district.differs}
            />,
          ],
        }))}
      />
      <p className={classes.line}>{same ? district.allSame : district.someDiffer(unsent)}</p>
    </>
  );
}
