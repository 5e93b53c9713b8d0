import { useMemo, useState } from 'react';
import { parseInstant, wardDay } from '../../../../../shared/basics/time.ts';
import { formatDay, formatTime } from '../../../../../shared/text/dates.ts';
import { Icon } from '../../../../parts/icons.tsx';
import { papersOfArrivals } from '../../../../store/dossier/paper-world.ts';
import { useDossiers, useText } from '../../../../store/hooks.ts';
import { OpenPaper } from './open-paper.tsx';
import classes from './papers.module.css';
import type { Dossier } from '../../../../../shared/project/dossiers.ts';
import type { DossierPaper } from '../../../../../shared/slip/acts/dossier-papers.ts';
import type { Arrival } from '../../../../store/dossier/dossier-state.ts';

const NOTHING: readonly Arrival[] = [];

type Props = {
  readonly dossier: Dossier;
  /** How many papers there were when the last act was done here; the one after them opens by itself. Null: none was done. */
  readonly before: number | null;
};

/** The papers that the acts of a dossier made: each can be seen and printed, and again with a reason. */
export function ActPapers({ dossier, before }: Props) {
  const words = useText().life.desk.papers;
  const papers = useDossierPapers(dossier.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const fresh = before === null ? undefined : papers[before]?.key;
  const [closed, setClosed] = useState<string | undefined>();
  const open = chosen ?? (fresh === closed ? null : (fresh ?? null));
  if (papers.length === 0) return null;
  const toggle = (key: string) => {
    setChosen(open === key ? null : key);
    setClosed(fresh);
  };
  return (
    <section aria-label={words.title}>
      <h3>{words.title}</h3>
      <ul className={classes.list}>
        {papers.toSorted(listsLast).map((paper) => {
          const name = words.names[paper.kind];
          const isOpen = open === paper.key;
          return (
            <li key={paper.key}>
              <div className={classes.head}>
                <span className={classes.name}>
                  {name}
                  <span className={classes.soft}>
                    {[...numbersOf(paper, words.number), whenOf(paper.at)].map((part) => ` · ${part}`)}
                  </span>
                </span>
                {(paper.kind !== 'process-log' || isPrinted(paper)) && <State paper={paper} words={words} />}
                <button
                  type="button"
                  className={classes.open}
                  aria-expanded={isOpen}
                  aria-label={isOpen ? words.close : paper.lost ? words.look(name) : words.open(name)}
                  onClick={() => toggle(paper.key)}
                >
                  {isOpen ? words.close : paper.lost ? words.lookShort : words.openShort}
                </button>
              </div>
              {isOpen && <OpenPaper dossier={dossier} paper={paper} focus={paper.key === fresh} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The list of the course is printed only when somebody wants it. */
function listsLast(one: DossierPaper, other: DossierPaper): number {
  return Number(one.kind === 'process-log') - Number(other.kind === 'process-log');
}

/** The papers that the acts of a dossier made, oldest first. */
export function useDossierPapers(dossierId: string): readonly DossierPaper[] {
  const arrivals = useDossiers((state) => state.arrivals[dossierId] ?? NOTHING);
  return useMemo(() => papersOfArrivals(arrivals), [arrivals]);
}

function numbersOf({ form, formNo }: DossierPaper, number: (no: string) => string): readonly string[] {
  return [form.formNo, formNo === '' ? '' : number(formNo)].filter((part) => part !== '');
}

function isPrinted({ printed }: DossierPaper): boolean {
  return printed.every((count) => count > 0);
}

/** Whether it is on paper; of a side that was set aside, what is to be done about that. */
function State({ paper, words }: { readonly paper: DossierPaper; readonly words: Words }) {
  if (paper.lost)
    return (
      <span className={classes.state} data-void="">
        <Icon name="warning" size={14} />
        {paper.printed.some((count) => count > 0) ? words.voidOut : words.void}
      </span>
    );
  return (
    <span className={classes.state} data-printed={isPrinted(paper) ? '' : undefined}>
      <Icon name={isPrinted(paper) ? 'check' : 'printer'} size={14} />
      {stateOf(paper, words)}
    </span>
  );
}

type Words = {
  readonly void: string;
  readonly voidOut: string;
  readonly notPrinted: string;
  readonly printedOnce: string;
  readonly printedTimes: (times: number) => string;
};

function stateOf(paper: DossierPaper, words: Words): string {
  if (!isPrinted(paper)) return words.notPrinted;
  const most = Math.max(...paper.printed);
  return most === 1 ? words.printedOnce : words.printedTimes(most);
}

function whenOf(iso: string): string {
  const ms = parseInstant(iso);
  return ms === null ? '' : `${formatTime(ms)} ${formatDay(wardDay(ms))}`;
}
