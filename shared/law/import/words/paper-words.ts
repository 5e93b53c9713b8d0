import { clip, isNothing, plain, tidy } from './plain.ts';
import type { Procedure } from '../../procedure.ts';
import type { AssumptionKind } from '../doubt-words.ts';
import type { Finding, Found } from './plain.ts';

type Paper = Procedure['papers'][number];
/** A paper before it has its number in the list. */
export type PaperDraft = Omit<Paper, 'id'>;
/** What was read of the papers; `sets` null: the text does not say it. */
export type PapersFound = Found<readonly PaperDraft[]> & {
  readonly sets: number | null;
  readonly assumed: readonly AssumptionKind[];
};
/** What headings above an item said. */
type Under = { readonly kind: Paper['kind']; readonly condition: string | null; readonly isNote: boolean };

/** Names of papers are shorter; guidance of the portal's pages is longer. */
const LONG_NAME = 400;
const BULLET = /^(?:[\s\-–—+•*·●▪]+|\(?\d{1,2}[.)]\s+|\(?[a-zđ][.)]\s+)+/iu;
const COPIES =
  /(\d{1,3})\s*(?:\([\p{L}\s]{1,12}\)\s*)?(bản chính|bản gốc|bản sao (?:có )?chứng thực|bản chụp|bản phô ?tô|bản photo|bản sao|bản)(?!\p{L})/giu;
const SETS = /(\d{1,3})\s*(?:\([\p{L}\s]{1,12}\)\s*)?bộ(?!\p{L})/iu;
const CONDITION =
  /\(?(?:nếu có|(?:trong )?trường hợp [^;()]{3,300}|đối với [^;()]{3,300}|nếu [^;()]{3,200})\)?/iu;

/**
 * Reads a list of papers written into one cell: one a line, or parted by bullets, numbers or semicolons. Headings such as
 * "Giấy tờ phải xuất trình:" or "Trường hợp …:" hold for what follows. "Bản sao" without "chứng thực" is a photocopy, the
 * smallest thing that can be asked for.
 */
export function readPapers(text: string): PapersFound {
  const whole = tidy(text);
  if (isNothing(whole) || /^khong(?: co| quy dinh)?\.?$/u.test(plain(whole))) {
    const findings: readonly Finding[] = [
      { kind: 'papers-missing', found: whole, taken: 'không có giấy tờ' },
    ];
    return { value: [], findings, sets: null, assumed: [] };
  }
  let under: Under = { kind: 'nop', condition: null, isNote: false };
  let sets: number | null = null;
  const items: PapersFound[] = [];
  for (const line of itemsOf(whole)) {
    const count = /số lượng|số bộ/iu.test(line) ? SETS.exec(line)?.[1] : undefined;
    if (count !== undefined) sets = Number(count);
    else if (isHeading(line)) under = headed(line, under);
    else items.push(readPaper(line, under));
  }
  return {
    value: items.flatMap(({ value }) => value),
    findings: items.flatMap(({ findings }) => findings),
    assumed: items.flatMap(({ assumed }) => assumed),
    sets,
  };
}

/** One paper with quantities of its own; those given beside the text go before what the text says. */
export function readPaper(
  text: string,
  { kind, condition, isNote }: Under,
  given: { readonly original: number; readonly copies: number } | null = null,
): PapersFound {
  const line = tidy(text).replace(BULLET, '').trim();
  if (isNote || /^(?:lưu ý|ghi chú)(?!\p{L})/iu.test(line)) {
    const note: Finding = { kind: 'paper-note', found: clip(line, 300), taken: 'không phải giấy tờ' };
    return { value: [], findings: [note], sets: null, assumed: [] };
  }
  const counts = countsIn(line);
  const findings: Finding[] = [];
  const assumed: AssumptionKind[] = [];
  const found = clip(line, 300);
  const none = counts.original + counts.certifiedCopy + counts.photocopy === 0;
  const silent = none && (given === null || given.original + given.copies === 0);
  const asked = given && given.original + given.copies > 0 ? fromGiven(given) : silent ? oneOf(line) : counts;
  if (!given && counts.bare)
    findings.push({ kind: 'paper-copy-kind', found, taken: `${counts.original} bản chính` });
  if (Math.max(asked.original, asked.certifiedCopy, asked.photocopy) > 99)
    findings.push({ kind: 'paper-quantity', found, taken: 'tối đa 99' });
  if (/\shoặc\s/iu.test(line)) assumed.push('paper-choice');
  if (silent) assumed.push('quantity-missing');
  const when =
    CONDITION.exec(line)?.[0]
      .replace(/^\(|\)$/gu, '')
      .trim() ?? condition;
  const name = nameOf(line);
  if (name.length > LONG_NAME) findings.push({ kind: 'paper-long', found, taken: 'một giấy tờ' });
  if (name.length > 1000) findings.push({ kind: 'text-cut', found, taken: '1.000 chữ đầu' });
  const paper: PaperDraft = {
    name: clip(name, 1000),
    kind: /xuất trình/iu.test(line) && !/không (?:phải )?xuất trình/iu.test(line) ? 'xuatTrinh' : kind,
    original: Math.min(99, asked.original),
    certifiedCopy: Math.min(99, asked.certifiedCopy),
    photocopy: Math.min(99, asked.photocopy),
    required: when === null,
    condition: when === null ? null : clip(when, 1000),
    isForm: /^(?:\S+ ){0,2}?(?:tờ khai|đơn|mẫu đơn|phiếu đề nghị|giấy đề nghị)(?!\p{L})|theo mẫu/iu.test(
      name,
    ),
  };
  return { value: [paper], findings, assumed, sets: null };
}

function fromGiven({ original, copies }: { readonly original: number; readonly copies: number }) {
  return { original, certifiedCopy: 0, photocopy: copies, bare: false };
}

/** "Bản sao căn cước công dân" asks for a copy, everything else without a quantity for the paper itself. */
function oneOf(line: string) {
  const certified = /bản sao (?:có )?chứng thực/iu.test(line);
  const photocopy =
    !certified && /^(?:bản sao|bản chụp|bản phô ?tô|bản photo)|\(bản (?:sao|chụp)\)/iu.test(line);
  return {
    original: certified || photocopy ? 0 : 1,
    certifiedCopy: certified ? 1 : 0,
    photocopy: photocopy ? 1 : 0,
    bare: false,
  };
}

function itemsOf(whole: string): readonly string[] {
  return whole
    .split('\n')
    .flatMap((line) => (/^\s*\(?1[.)]\s/u.test(line) ? line.split(/\s+(?=\(?\d{1,2}[.)]\s+\p{L})/u) : [line]))
    .flatMap((line) => line.split(/;(?=\s|$)|(?<=[.)])\s+[-–+•*]\s+(?=\p{Lu})/u))
    .map((line) => line.replace(/^[\s;,]+|[\s;,]+$/gu, ''))
    .filter((line) => line.replace(BULLET, '') !== '' && /\p{L}/u.test(line));
}

function isHeading(line: string): boolean {
  const bare = line.replace(BULLET, '').trim();
  return (
    bare.endsWith(':') ||
    /^(?:giấy tờ|hồ sơ|thành phần hồ sơ|các giấy tờ) (?:phải )?(?:nộp|xuất trình|gồm|bao gồm)[.:]?$/iu.test(
      bare,
    )
  );
}

function headed(line: string, before: Under): Under {
  const bare = line.replace(BULLET, '').replace(/:$/u, '').trim();
  const words = plain(bare);
  const isCase = /^(?:doi voi|truong hop|neu)\b/u.test(words);
  const kind = /xuat trinh/u.test(words) ? 'xuatTrinh' : /\bnop\b/u.test(words) ? 'nop' : before.kind;
  return { kind, condition: isCase ? clip(bare, 1000) : null, isNote: isNoteHeading(words) };
}

/** "Lưu ý:" above what is no paper. */
export function isNoteHeading(words: string): boolean {
  return /^\W*(?:luu y|ghi chu)\b/u.test(words);
}

function countsIn(line: string) {
  const counts = { original: 0, certifiedCopy: 0, photocopy: 0, bare: false };
  for (const [, digits = '', what = ''] of line.matchAll(COPIES)) {
    const kind = what.toLowerCase();
    if (kind.includes('chứng thực')) counts.certifiedCopy += Number(digits);
    else if (/sao|chụp|ph/u.test(kind)) counts.photocopy += Number(digits);
    else counts.original += Number(digits);
    if (kind === 'bản') counts.bare = true;
  }
  return counts;
}

/** The paper's name without its quantities; never empty. */
function nameOf(line: string): string {
  const name = line
    .replace(COPIES, '')
    .replace(/\(\s*(?:số lượng)?[\s:,;và+]*\)/giu, '')
    .replace(/(?:số lượng)\s*:?[\s,;]*$/iu, '')
    .replace(/\s+([,;.)])/gu, '$1')
    .replace(/[\s,;:–-]+$/gu, '')
    .replace(/ {2,}/gu, ' ')
    .replace(/^[\s,;:–-]+/gu, '')
    .trim();
  return /\p{L}/u.test(name) ? name : line;
}
