import { parseInstant, wardDay } from '../../../shared/basics/time.ts';
import { formatDay, formatTime } from '../../../shared/text/dates.ts';
import { Badge } from '../../parts/status-badge.tsx';
import { useDossiers, useText } from '../../store/hooks.ts';
import classes from './papers.module.css';
import type { WithoutPaper } from './without-paper.ts';

/** The page shows the newest; the register and the list of slips have them all. */
const SHOWN = 20;

/** What was recorded and has no paper, each with the way to it. */
export function WithoutPaperList({ found }: { readonly found: readonly WithoutPaper[] }) {
  const { withoutPaper: words } = useText().papers.list;
  const openDossier = useDossiers((state) => state.openDossier);
  return (
    <div role="group" aria-label={words.title}>
      <p className={classes.soft}>{words.told(found.length)}</p>
      <table className={classes.table} aria-label={words.title}>
        <tbody>
          {found.slice(0, SHOWN).map(({ kind, id, code, at }) => (
            <tr key={id} data-standing="failed">
              <td className={classes.when}>{whenOf(at)}</td>
              <th scope="row">{words.kinds[kind]}</th>
              <td className={classes.code}>{code}</td>
              <td>
                <Badge tone="warn" icon="printer" words={words.title} />
              </td>
              <td>
                <a
                  href={kind === 'dossier' ? '#/desk' : '#/money'}
                  aria-label={words.openOne(code)}
                  onClick={() => (kind === 'dossier' ? openDossier(id) : undefined)}
                >
                  {words.open}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function whenOf(iso: string): string {
  const ms = parseInstant(iso);
  return ms === null ? '' : `${formatTime(ms)} ${formatDay(wardDay(ms)).slice(0, 5)}`;
}
