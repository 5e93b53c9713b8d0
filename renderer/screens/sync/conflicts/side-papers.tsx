import { Icon } from '../../../parts/icons.tsx';
import classes from './conflicts.module.css';
import type { Naming, SideWords } from './conflict-words.ts';
import type { SidePaperWords } from './conflict-papers.ts';

/** What was printed on one side and lies in people's hands. */
export function PrintedPapers({
  papers,
  words,
}: {
  readonly papers: readonly SidePaperWords[];
  readonly words: Naming['words'];
}) {
  if (papers.length === 0) return null;
  return (
    <div className={classes.printed}>
      <p>
        <Icon name="printer" size={16} /> {words.printed}
      </p>
      <List papers={papers} />
    </div>
  );
}

/** What must be taken back once the picked side is settled: the papers of all others. */
export function TakeBack({
  side,
  sides,
  words,
}: {
  readonly side: SideWords | null;
  readonly sides: readonly SideWords[];
  readonly words: Naming['words'];
}) {
  const others = sides.filter(({ head, papers }) => head !== side?.head && papers.length > 0);
  // The live region stands before there is anything to say, so that picking a side is heard.
  return (
    <div role="status">
      {side !== null && others.length > 0 && (
        <div className={classes.takeBack}>
          <p>
            <strong>{words.takeBack(side.letter, others.map(({ letter }) => letter).join(', '))}</strong>
          </p>
          <List papers={others.flatMap(({ papers }) => papers)} />
          <p>{words.takeBackHow}</p>
        </div>
      )}
    </div>
  );
}

function List({ papers }: { readonly papers: readonly SidePaperWords[] }) {
  return (
    <ul>
      {papers.map(({ name, when }) => (
        <li key={`${name} ${when}`}>
          {name} <span>· {when}</span>
        </li>
      ))}
    </ul>
  );
}
