import { issueWays, ratingGrades } from '../../../shared/event/ticket-facts.ts';
import { waitLight } from '../../../shared/report/hall/lights.ts';
import { LEAST_ANSWERS } from '../../../shared/report/hall/room-now.ts';
import { formatPercent } from '../../../shared/text/numbers.ts';
import { Icon } from '../../parts/icons.tsx';
import { useText } from '../../store/hooks.ts';
import { lastedWords } from './durations.ts';
import classes from './hall.module.css';
import { lightIcons } from './light-badge.tsx';
import { tileFigures } from './panel/figure-query.ts';
import type { ReactNode } from 'react';
import type { Light } from '../../../shared/report/hall/lights.ts';
import type { RatingGrade, Ratings } from '../../../shared/report/hall/room-now.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { TileFigure } from './panel/figure-query.ts';
import type { Room } from './use-room.ts';

/** The top line: what stands in the room now, and what the day has brought. Each opens into its rows and its definition. */
export function RoomTiles({
  room,
  onOpen,
}: {
  readonly room: Room;
  readonly onOpen: (figure: TileFigure) => void;
}) {
  const { hall } = useText();
  const counts = countsOf(room);
  return (
    <ul className={classes.tiles} aria-label={hall.tiles.label}>
      {tileFigures
        .filter((figure) => counts[figure] > 0 || !onlyWhereAny.includes(figure))
        .map((figure) => {
          const light = figure === 'waiting' ? waitingLight(room) : null;
          const name = hall.tiles[figure];
          return (
            <li key={figure} data-figure={figure}>
              <button
                type="button"
                className={classes.tile}
                data-tone={light ?? 'none'}
                title={hall.tiles.opens(name, counts[figure])}
                onClick={() => onOpen(figure)}
              >
                <span className={classes.tileName}>{name}</span>
                <span className={classes.tileCount}>{counts[figure]}</span>
                <span className={classes.tileLine}>
                  <TileLine figure={figure} room={room} light={light} text={hall} />
                </span>
              </button>
            </li>
          );
        })}
    </ul>
  );
}

/** Most days have none of these, and a tile of nothing is only in the way. */
const onlyWhereAny: readonly TileFigure[] = ['held', 'closed'];

function countsOf({ now }: Room): Readonly<Record<TileFigure, number>> {
  return {
    waiting: now.waiting.length,
    'at-counter': now.atCounter.length,
    held: now.held.length,
    done: now.done.length,
    absent: now.absent.length,
    closed: now.closed.length,
    given: issueWays.reduce((sum, way) => sum + now.given[way].length, 0),
    ratings: now.ratings.answers,
  };
}

function waitingLight({ now, bounds }: Room): Light | null {
  const [longest] = now.waiting;
  return longest ? waitLight(longest.waitedMs, bounds) : null;
}

function TileLine({
  figure,
  room: { now },
  light,
  text,
}: {
  readonly figure: TileFigure;
  readonly room: Room;
  readonly light: Light | null;
  readonly text: Messages['hall'];
}): ReactNode {
  const { tiles } = text;
  switch (figure) {
    case 'waiting':
      return (
        light && (
          <>
            <Icon name={lightIcons[light]} size={16} />
            {text.lights[light]} · {tiles.longest(lastedWords(now.waiting[0]?.waitedMs ?? 0, text))}
          </>
        )
      );
    case 'given':
      return [
        ...issueWays
          .filter((way) => now.given[way].length > 0)
          .map((way) => `${now.given[way].length} ${tiles.ways[way]}`),
        ...(now.carried.length > 0 ? [tiles.carried(now.carried.length)] : []),
      ].join(' · ');
    case 'ratings':
      return <RatingsLine ratings={now.ratings} text={text} />;
    case 'at-counter':
    case 'held':
    case 'done':
    case 'absent':
    case 'closed':
      return null;
  }
}

/** No percentage below the least number of answers; the number of answers stands beside each (DOMAIN 6.3). */
function RatingsLine({ ratings, text }: { readonly ratings: Ratings; readonly text: Messages['hall'] }) {
  const { tiles } = text;
  const { answers, asked, enough } = ratings;
  if (asked === 0) return null;
  if (!enough)
    return `${tiles.answers(answers, asked)}${answers > 0 ? ` · ${tiles.fewAnswers(LEAST_ANSWERS)}` : ''}`;
  return (
    <>
      {tiles.answers(answers, asked)} · {tiles.rate(formatPercent(answers, asked))}
      <br />
      {ratingGrades.map((grade) => gradeWords(grade, ratings, text)).join(' · ')}
    </>
  );
}

/** A grade's share with its number of answers, which never part at the end of a line. */
function gradeWords(
  grade: RatingGrade,
  { answers, byGrade }: Ratings,
  { tiles, grades }: Messages['hall'],
): string {
  const { length } = byGrade[grade];
  return tiles.grade(grades[grade], formatPercent(length, answers), length).replaceAll(' ', '\u00a0');
}
