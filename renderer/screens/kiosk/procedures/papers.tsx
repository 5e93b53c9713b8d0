import { postedPapers } from '../../../../shared/law/catalogue/papers.ts';
import { useText, useUi } from '../../../store/hooks.ts';
import { PaperGroup, PaperLine } from './paper-group.tsx';
import type { Procedure } from '../../../../shared/law/procedure.ts';
import styles from './procedure-step.module.css';

type Paper = Procedure['papers'][number];

/** What to bring: handed in, then shown, those needed only on a condition last; then what is asked for by groups and cases. */
export function Papers({ procedure }: { readonly procedure: Procedure }) {
  const { sets } = procedure;
  const { procedure: words } = useText().kiosk;
  const lang = useUi((ui) => ui.lang);
  const { alone, sections } = postedPapers(procedure);
  const handedIn = alone.filter(({ kind }) => kind === 'nop');
  const shown = alone.filter(({ kind }) => kind === 'xuatTrinh');
  return (
    <>
      <h2 className={styles.partTitle}>{words.papers}</h2>
      {procedure.papers.length === 0 && <p>{words.noPapers}</p>}
      {handedIn.length > 0 && <PaperList title={words.sets(sets)} papers={handedIn} />}
      {shown.length > 0 && <PaperList title={words.show} papers={shown} />}
      {sections.map(({ case: kase, groups }) => (
        <section key={kase?.id ?? ''} className={styles.paperPart}>
          <h3 className={styles.paperTitle}>{kase ? (kase.condition ?? kase.name) : words.everyCase}</h3>
          {groups.map((group, index) => (
            <PaperGroup key={index} group={group} />
          ))}
        </section>
      ))}
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
