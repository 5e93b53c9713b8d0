import { formatMoney } from '../../../../../shared/text/numbers.ts';
import { feeTotal } from '../../../../../shared/slip/receipt-of-dossier.ts';
import { dayWords } from '../acts/act-words.ts';
import type { Fact, FactBody } from '../../../../../shared/event/facts.ts';
import type { Language } from '../../../../../shared/text/dates.ts';
import type { Messages } from '../../../../../shared/text/messages/index.ts';

type Part = Pick<
  FactBody<'dossier-corrected'>,
  'procedure' | 'papers' | 'sets' | 'fees' | 'returnMethod' | 'dueAt'
>;

/** What a correction changed, before and after, as the trail tells it [D13]; of the persons `personLines` tells. */
export function correctionLines(
  before: Part | null,
  after: Part,
  { filings, life }: Pick<Messages, 'filings' | 'life'>,
  lang: Language,
): readonly string[] {
  const words = filings.correction;
  if (!before) return [after.procedure.name];
  const said = (part: Part): Readonly<Record<keyof typeof words.parts, string>> => ({
    procedure: [part.procedure.name, part.procedure.caseName ?? ''].filter((one) => one !== '').join(' · '),
    due: dayWords(part.dueAt, lang, life),
    papers: words.papersCount(part.papers.length),
    sets: String(part.sets),
    returnMethod: words.returns[part.returnMethod],
    fees: formatMoney(feeTotal(part.fees) ?? 0),
  });
  const [was, is] = [said(before), said(after)];
  const other = otherPapers(before, after);
  const papers = was.papers === is.papers && other !== '' ? [words.papersOther(other)] : [];
  const lines = (Object.keys(words.parts) as (keyof typeof words.parts)[])
    .filter((key) => was[key] !== is[key])
    .map((key) => words.changed(words.parts[key], was[key], is[key]));
  return [...lines, ...papers];
}

/** Names of the papers that are there on one side only, or in another number. */
function otherPapers(before: Part, after: Part): string {
  const count = (part: Part, name: string): string => {
    const held = part.papers.find((paper) => paper.name === name);
    return held ? [held.original, held.certifiedCopy, held.photocopy].join('/') : '';
  };
  const names = [...new Set([...before.papers, ...after.papers].map(({ name }) => name))];
  return names.filter((name) => count(before, name) !== count(after, name)).join('; ');
}

/** The reception or correction that stood before a correction; null where this program does not know it. */
export function receptionBefore(
  facts: readonly (Fact | null)[],
  place: number,
): FactBody<'dossier-received'> | FactBody<'dossier-corrected'> | null {
  const found = facts
    .slice(0, place)
    .findLast((fact) => fact?.type === 'dossier-received' || fact?.type === 'dossier-corrected');
  return found?.type === 'dossier-received' || found?.type === 'dossier-corrected' ? found.body : null;
}
