import { useText } from '../../../store/hooks.ts';
import { paperCounts } from './procedure-words.ts';
import type { ChecklistGroup, Paper } from '../../../../shared/law/catalogue/papers.ts';
import styles from './procedure-step.module.css';

/** One paper with its copies and, where it has one, its condition. */
export function PaperLine({ paper }: { readonly paper: Paper }) {
  const { procedure: words } = useText().kiosk;
  const counts = paperCounts(paper, words);
  return (
    <li className={styles.paper} data-counted="" data-required={paper.required}>
      <p>
        {paper.name}
        {paper.isForm && <span className={styles.form}>{words.form}</span>}
      </p>
      {paper.condition !== null && (
        <p className={styles.condition}>
          <strong>{words.onlyIf}:</strong> {paper.condition}
        </p>
      )}
      <p className={styles.counts}>
        {counts}
        {!paper.required && paper.condition === null && ` (${words.optional})`}
      </p>
    </li>
  );
}

/** Papers asked for together: each of a list, or one way of several. */
export function PaperGroup({ group: { kind, members } }: { readonly group: ChecklistGroup }) {
  if (kind === 'anyOf') return <Choice ways={members} />;
  const single = members.filter(({ length }) => length === 1).flat();
  const choices = members.filter(({ length }) => length > 1);
  return (
    <>
      <Lines papers={single} />
      {choices.map((papers, index) => (
        <Choice key={index} ways={papers.map((paper) => [paper])} />
      ))}
    </>
  );
}

function Choice({ ways }: { readonly ways: readonly (readonly Paper[])[] }) {
  const { procedure: words } = useText().kiosk;
  return (
    <>
      <p className={styles.condition}>
        <strong>{words.oneOf}</strong>
      </p>
      {ways.map((papers, index) => (
        <div key={index}>
          {index > 0 && <p className={styles.small}>{words.or}</p>}
          <Lines papers={papers} />
        </div>
      ))}
    </>
  );
}

function Lines({ papers }: { readonly papers: readonly Paper[] }) {
  if (papers.length === 0) return null;
  return (
    <ul className={styles.paperList}>
      {papers.map((paper) => (
        // Its group says when it is needed.
        <PaperLine key={paper.id} paper={{ ...paper, required: true }} />
      ))}
    </ul>
  );
}
