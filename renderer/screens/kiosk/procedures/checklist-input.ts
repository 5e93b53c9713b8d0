import { postedPapers } from '../../../../shared/law/catalogue/papers.ts';
import { feeWords, limitWords, paperCounts } from './procedure-words.ts';
import type { ChecklistGroup, Paper } from '../../../../shared/law/catalogue/papers.ts';
import type { Procedure } from '../../../../shared/law/procedure.ts';
import type { ChecklistInput, ChecklistLine } from '../../../../shared/slip/tickets/checklist.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';
import type { WardConfig } from '../../../../shared/law/ward.ts';

type Words = Messages['kiosk'];
type Section = ChecklistInput['sections'][number];
type Place = {
  readonly lang: 'vi' | 'en';
  readonly ward: Pick<WardConfig, 'superior'>;
  readonly footer: readonly string[];
};

/** What the screen says of a procedure, as lines of a list to take home: papers by case, time, fees, agency. */
export function checklistOf(
  procedure: Procedure,
  words: Words,
  { lang, ward, footer }: Place,
): ChecklistInput {
  const { checklist } = words.ways;
  const { code, name, nameEn, agency } = procedure;
  return {
    wardName: ward.superior,
    heading: checklist.heading,
    title: lang === 'en' && nameEn !== undefined ? `${name} (${nameEn})` : name,
    code: words.procedure.code(code),
    sections: [
      ...paperSections(procedure, words),
      limitSection(procedure, words),
      feeSection(procedure, words),
    ],
    footer: [checklist.agency(agency), ...footer],
    printedLabel: checklist.printedAt,
    sheet: checklist.sheet,
  };
}

function paperSections(procedure: Procedure, { procedure: words }: Words): readonly Section[] {
  const { alone, sections } = postedPapers(procedure);
  if (procedure.papers.length === 0) return [{ title: words.papers, lines: [text(words.noPapers)] }];
  const ofKind = (kind: Paper['kind'], title: string): readonly Section[] => {
    const papers = alone.filter((paper) => paper.kind === kind);
    const sorted = papers.toSorted((a, b) => Number(b.required) - Number(a.required));
    return papers.length === 0 ? [] : [{ title, lines: sorted.map((paper) => paperLine(paper, words)) }];
  };
  return [
    ...ofKind('nop', words.sets(procedure.sets)),
    ...ofKind('xuatTrinh', words.show),
    ...sections.map(({ case: kase, groups }) => ({
      title: kase ? (kase.condition ?? kase.name) : words.everyCase,
      lines: groups.flatMap((group) => groupLines(group, words)),
    })),
  ];
}

/** As the screen has them: single papers first, then each choice with its ways. */
function groupLines({ kind, members }: ChecklistGroup, words: Words['procedure']): readonly ChecklistLine[] {
  const asked = (papers: readonly Paper[]) =>
    papers.map((paper) => paperLine({ ...paper, required: true }, words));
  const choice = (ways: readonly (readonly Paper[])[]): readonly ChecklistLine[] => [
    text(words.oneOf),
    ...ways.flatMap((papers, at) => [...(at > 0 ? [text(`– ${words.or} –`)] : []), ...asked(papers)]),
  ];
  if (kind === 'anyOf') return choice(members);
  const single = members.filter(({ length }) => length === 1).flat();
  const choices = members.filter(({ length }) => length > 1);
  return [...asked(single), ...choices.flatMap((papers) => choice(papers.map((paper) => [paper])))];
}

function paperLine(paper: Paper, words: Words['procedure']): ChecklistLine {
  const { name, condition, required, isForm } = paper;
  const optional = !required && condition === null ? ` (${words.optional})` : '';
  const details = [
    ...(condition === null ? [] : [`${words.onlyIf}: ${condition}`]),
    `${paperCounts(paper, words)}${optional}`.trim(),
    ...(isForm ? [words.form] : []),
  ];
  return { kind: 'paper', text: name, details: details.filter((detail) => detail !== '') };
}

function limitSection({ limit, variants }: Procedure, { procedure: words }: Words): Section {
  const [first = '', ...details] = limitWords(limit, words);
  const ofVariants = variants.map(
    (variant) => `${variant.name}: ${limitWords(variant.limit, words)[0] ?? ''}`,
  );
  return { title: words.limit, lines: [{ kind: 'text', text: first, details }, ...ofVariants.map(text)] };
}

function feeSection({ fees }: Procedure, { procedure: words }: Words): Section {
  if (fees.length === 0) return { title: words.fees, lines: [text(words.noFees)] };
  const lines = fees.map((fee): ChecklistLine => {
    const { price, more } = feeWords(fee, words);
    return { kind: 'text', text: `${fee.label}: ${price}`, details: more };
  });
  return { title: words.fees, lines };
}

function text(line: string): ChecklistLine {
  return { kind: 'text', text: line, details: [] };
}
