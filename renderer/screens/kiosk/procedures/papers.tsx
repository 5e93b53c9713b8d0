import { useText, useUi } from '../../../store/hooks.ts';
import { paperCounts } from './procedure-words.ts';
import type { Procedure } from '../../../../shared/law/procedure.ts';
import styles from './procedure-step.module.css';

type Paper = Procedure['papers'][number];

/** What to bring: handed in, then shown; those needed only in a case come last and say which. */
export function Papers({ procedure: { papers, sets } }: { readonly procedure: Procedure }) {
  const { procedure: words } = useText().kiosk;
  const lang = useUi((ui) => ui.lang);
  const handedIn = papers.filter(({ kind }) => kind === 'nop');
  const shown = papers.filter(({ kind }) => kind === 'xuatTrinh');
  return (
    <>
      <h2 className={styles.partTitle}>{words.papers}</h2>
      {papers.length === 0 && <p>{words.noPapers}</p>}
      {handedIn.length > 0 && <PaperList title={words.sets(sets)} papers={handedIn} />}
      {shown.length > 0 && <PaperList title={words.show} papers={shown} />}
      {lang === 'en' && <p className={styles.small}>{words.inVietnamese}</p>}
    </>
  );
}

function PaperList({ title, papers }: { readonly title: string; readonly papers: readonly Paper[] }) {
  const sorted = [
    ...papers.filter(({ required }) => required),
    ...papers.filter(({ required }) => !required),
  ];
  return (
    <section className={styles.paperPart}>
      <h3 className={styles.paperTitle}>{title}</h3>
      <ol className={styles.paperList}>
        {sorted.map((paper) => (
          <PaperLine key={paper.id} paper={paper} />
        ))}
      </ol>
    </section>
  );
}

function PaperLine({ paper }: { readonly paper: Paper }) {
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
