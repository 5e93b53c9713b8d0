import { placed } from './entry.ts';
import { feesOf } from './fee-draft.ts';
import { limitsOf, localLimitOf } from './limit-draft.ts';
import { readChannels, readDay, readLevel, readSets } from './words/other-words.ts';
import { readPaper, readPapers } from './words/paper-words.ts';
import { clip, isNothing } from './words/plain.ts';
import type { Procedure } from '../procedure.ts';
import type { AssumptionKind, DoubtKind } from './doubt-words.ts';
import type { Entry, PlacedFinding, TextKey } from './entry.ts';
import type { Found } from './words/plain.ts';
import type { PaperDraft, PapersFound } from './words/paper-words.ts';

/** A procedure as it was understood, still without its field's id. */
export type ProcedureDraft = {
  readonly procedure: Omit<Procedure, 'fieldId'>;
  readonly fieldName: string;
  readonly findings: readonly PlacedFinding[];
  readonly assumed: readonly AssumptionKind[];
};

/** What holds for the whole file. */
export type DraftContext = {
  /** In force from, where a row does not say it. */
  readonly validFrom: string;
  /** The procedure of the same code that is in use, whose own wording is kept where its name is the same. */
  readonly before: Procedure | null;
};

type Notes = { readonly findings: PlacedFinding[]; readonly assumed: AssumptionKind[] };

const MAX_PAPERS = 60;
const NO_FIELD = 'Chưa rõ lĩnh vực';
const NO_AGENCY = 'Chưa rõ cơ quan thực hiện';

/** Understands one entry whose code and name are known; whatever is doubtful stands in `findings`, never only in the value. */
export function draftOf(entry: Entry, code: string, name: string, context: DraftContext): ProcedureDraft {
  const notes: Notes = { findings: [...entry.findings], assumed: [] };
  const { before } = context;
  const kept = before?.name === name ? before : null;
  const shortName = textOf(entry, 'shortName', 60, notes) ?? kept?.shortName ?? shortened(name, notes);
  const { limit, variants } = limitsOf(entry, notes.findings);
  const localLimit = localLimitOf(entry, limit, notes.findings);
  const papers = papersOf(entry, notes);
  const days = daysOf(entry, context.validFrom, notes);
  const procedure = {
    code,
    codeVerified: false,
    version: days.validFrom,
    ...days,
    name,
    ...(kept?.nameEn === undefined ? {} : { nameEn: kept.nameEn }),
    shortName,
    agency: required(entry, 'agency', NO_AGENCY, 'agency-missing', notes),
    decision: textOf(entry, 'decision', 1000, notes),
    limit,
    ...(localLimit === undefined ? {} : { localLimit }),
    variants,
    fees: feesOf(entry, shortName, notes.findings),
    papers: numbered(papers.value, notes),
    sets: setsOf(entry, papers.sets, notes),
    results: resultsOf(entry, notes),
    onlineLevel: optional(entry, 'level', readLevel, 'khong' as const, 'level-missing', notes),
    channels: optional(entry, 'channels', readChannels, ['trucTiep' as const], 'channels-missing', notes),
    returnOnSpot: kept?.returnOnSpot ?? false,
    note: textOf(entry, 'note', 1000, notes),
  };
  return { procedure, fieldName: fieldNameOf(entry, notes), ...notes };
}

function textOf(entry: Entry, key: TextKey, max: number, notes: Notes): string | null {
  const text = entry.texts[key] ?? '';
  if (isNothing(text)) return null;
  if (text.length > max) notes.findings.push(placed(key, 'text-cut', clip(text, 300), clip(text, max)));
  return clip(text, max);
}

function required(entry: Entry, key: TextKey, safest: string, kind: DoubtKind, notes: Notes): string {
  const text = textOf(entry, key, 1000, notes);
  if (text === null) notes.findings.push(placed(key, kind, '', safest));
  return text ?? safest;
}

function optional<T>(
  entry: Entry,
  key: TextKey,
  read: (text: string) => Found<T>,
  safest: T,
  kind: AssumptionKind,
  notes: Notes,
): T {
  const text = entry.texts[key] ?? '';
  if (isNothing(text)) {
    notes.assumed.push(kind);
    return safest;
  }
  const found = read(text);
  notes.findings.push(...found.findings.map((finding) => ({ ...finding, field: key })));
  return found.value;
}

function shortened(name: string, notes: Notes): string {
  notes.assumed.push('short-name-made');
  const bare = name.replace(/^thủ tục:?\s+/iu, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  if (bare.length <= 60) return bare;
  return `${bare.slice(0, 59).replace(/\s+\S*$/u, '')}…`;
}

function fieldNameOf(entry: Entry, notes: Notes): string {
  const name = required(entry, 'field', NO_FIELD, 'field-missing', notes);
  const [first = name, ...more] = name.split(/\n|;/u).map((part) => part.trim());
  if (more.length > 0) notes.findings.push(placed('field', 'field-several', name, first));
  return /[\p{L}\p{N}]/u.test(first) ? first : NO_FIELD;
}

function daysOf(
  entry: Entry,
  validFrom: string,
  notes: Notes,
): { validFrom: string; validTo: string | null } {
  const from = dayOf(entry, 'validFrom', notes);
  if (from === null && isNothing(entry.texts.validFrom ?? '')) notes.assumed.push('valid-from-missing');
  const to = dayOf(entry, 'validTo', notes);
  const begins = from ?? validFrom;
  if (to === null || to >= begins) return { validFrom: begins, validTo: to };
  notes.findings.push(placed('validTo', 'day-order', to, 'không có ngày hết hiệu lực'));
  return { validFrom: begins, validTo: null };
}

function dayOf(entry: Entry, key: 'validFrom' | 'validTo', notes: Notes): string | null {
  const text = entry.texts[key] ?? '';
  if (isNothing(text)) return null;
  const day = readDay(text);
  const counted = day !== null && day >= '2000' && day < '2100' ? day : null;
  if (counted === null) notes.findings.push(placed(key, 'day-not-understood', text, 'ngày chung'));
  return counted;
}

function papersOf(entry: Entry, notes: Notes): PapersFound {
  const found = typeof entry.papers === 'string' ? readPapers(entry.papers) : itemsOf(entry.papers);
  notes.findings.push(...found.findings.map((finding) => ({ ...finding, field: 'papers' })));
  notes.assumed.push(...found.assumed);
  return found;
}

function itemsOf(items: Exclude<Entry['papers'], string>): PapersFound {
  if (items.length === 0) return readPapers('');
  const read = items.map((item) => {
    const under = {
      kind: item.shown ? 'xuatTrinh' : 'nop',
      condition: item.condition,
      isNote: item.isNote,
    } as const;
    const found = readPaper(item.name, under, { original: item.original, copies: item.copies });
    return {
      ...found,
      value: found.value.map((paper) => ({ ...paper, isForm: paper.isForm || item.isForm })),
    };
  });
  return {
    value: read.flatMap(({ value }) => value),
    findings: read.flatMap(({ findings }) => findings),
    assumed: read.flatMap(({ assumed }) => assumed),
    sets: null,
  };
}

/** Nothing that the list cannot hold is dropped out of sight: the last entry says that there is more. */
function numbered(papers: readonly PaperDraft[], notes: Notes): Procedure['papers'] {
  const left = papers.length - (MAX_PAPERS - 1);
  const fits = papers.length <= MAX_PAPERS;
  if (!fits)
    notes.findings.push(placed('papers', 'papers-too-many', `${papers.length} giấy tờ`, `${MAX_PAPERS} mục`));
  const [first] = papers;
  const rest =
    fits || !first
      ? []
      : [
          {
            ...first,
            name: `Còn ${left} giấy tờ khác, xem quyết định công bố`,
            required: false,
            condition: 'xem quyết định công bố',
            isForm: false,
          },
        ];
  return [...(fits ? papers : papers.slice(0, MAX_PAPERS - 1)), ...rest].map((paper, index) => ({
    id: `p${String(index + 1).padStart(2, '0')}`,
    ...paper,
  }));
}

function setsOf(entry: Entry, said: number | null, notes: Notes): number {
  if (!isNothing(entry.texts.sets ?? '')) return optional(entry, 'sets', readSets, 1, 'sets-missing', notes);
  if (said === null) notes.assumed.push('sets-missing');
  return said !== null && said >= 1 && said <= 20 ? said : 1;
}

function resultsOf(entry: Entry, notes: Notes): Procedure['results'] {
  if (entry.results.length === 0) notes.assumed.push('results-missing');
  if (entry.results.length > 20)
    notes.findings.push(placed('results', 'list-cut', `${entry.results.length} kết quả`, '20 kết quả đầu'));
  return entry.results.slice(0, 20).map(({ name, code }) => {
    if (name.length > 1000)
      notes.findings.push(placed('results', 'text-cut', clip(name, 300), '1.000 chữ đầu'));
    return { name: clip(name, 1000), code: code === null ? null : code.slice(0, 40) };
  });
}
