import { numberWords } from '../../../text/numbers.ts';
import { plain } from './plain.ts';

/** One number with its unit; `value` NaN: the number can be read in two ways, or its words say another one. */
export type Quantity = { readonly value: number; readonly unit: string; readonly at: number };

/** Digits as people write them, perhaps with a sign before them. */
export const SIGNED_NUMBER = String.raw`(?:-|\bam\s+)?\d+(?:[.,]\d+)*`;
const QUANTITY = new RegExp(
  String.raw`(${SIGNED_NUMBER})\s*(?:\(([^()]{0,40})\)\s*)?(ngay lam viec|ngay \(lam viec\)|ngay|gio lam viec|gio|h|tuan|thang|nam|phut)(?![a-z])`,
  'gu',
);

/** After this time something else holds; in `withoutReferences` it stands as `@`. */
export const CUTOFF = /(sau|truoc)\s+(?:luc\s+)?(\d{1,2})\s*(?:gio|h|g|:)(?:\s*(\d{2})(?!\d))?(?: phut)?/gu;
const CUTOFF_MARK = '@';

/** Days of the calendar, numbers of laws and their articles say nothing about the limit. */
const REFERENCES =
  /(?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:(?:nghi dinh|thong tu|luat|quyet dinh|nghi quyet)(?: so)? )?\d+(?:\/\d{4})?\/[a-z][a-z0-9-]*|(?:dieu|khoan|diem|phu luc|nghi dinh|thong tu|luat|buoc)(?: so)? \d+|\b(?:bo )?luat (?:ho tich|dat dai|cu tru|xay dung|nuoi con nuoi|nguoi khuyet tat|nguoi cao tuoi|dan su|hon nhan va gia dinh|khieu nai|to cao|tiep cong dan|doanh nghiep|hop tac xa|bao ve moi truong)\b/gu;

export const NEXT_DAY = /(?:ngay|hom) (?:lam viec )?(?:tiep theo|ke tiep|hom sau|sau)/u;

const among = (words: string): string => String.raw`(?:[ ,]+(?:${words})\b)`;
/** Who receives what, in whatever order; no word that takes anything back. */
const RECEIPT = among(
  'tiep|nhan|duoc|du|day|ho|so|hop|le|va|hoac|yeu|cau|theo|quy|dinh|dung|cua|co|quan|chuc|to|tham|quyen|ubnd|uy|ban|dan|xa|phuong|cap|trung|tam|phuc|vu|hanh|chinh|cong|bo|phan|mot|tra|ket|qua|nguoi|nop|ca|don|khai|giay|thanh',
);
const SUBJECT = String.raw`(?:(?:truong hop|neu|doi voi)[ ,]+)?(?:ho so )?(?:(?:tiep )?nhan (?:duoc )?(?:(?:ho so|yeu cau) )?)?`;
const NEXT = String.raw`(?:(?:vao|sang|trong|den) )?(?:ngay|hom) (?:lam viec )?(?:tiep theo|ke tiep|hom sau|sau)`;
/** What a limit may say without another meaning than its numbers have; longest first. */
const UNDERSTOOD: readonly RegExp[] = [
  String.raw`${SUBJECT}${CUTOFF_MARK}(?:[ ,]+(?:ma )?(?:khong|chua) (?:the )?giai quyet (?:duoc )?(?:ngay|xong)?)?[ ,]*(?:thi )?(?:(?:hen|se|duoc) )?(?:(?:tra|giai quyet|chuyen)(?: ket qua)? )?${NEXT}`,
  String.raw`hoac (?:tra (?:ket qua )?)?${NEXT}[ ,]*(?:truong hop|neu) (?:tiep )?nhan (?:ho so |yeu cau )?${CUTOFF_MARK}`,
  String.raw`(?:giai quyet |tra ket qua )?(?:ngay )?trong ngay(?: lam viec)?(?: khi)?${RECEIPT}*`,
  String.raw`(?:(?:tinh|ke) )*\btu (?:khi|ngay|luc|thoi diem)${RECEIPT}+`,
  String.raw`(?:(?:truong hop|neu|doi voi truong hop)\b)(?:[ ,]+(?:can|phai|co|xac minh|kiem tra|tham tra|phuc tap|ho so))*(?:[ ,]+(?:thi|thoi han|thoi gian|giai quyet|duoc|co the|keo dai|gia han|nhung|them))*`,
  String.raw`\b(?:trong|thoi han|thoi gian|vong|giai quyet|thuc hien|tra ket qua|khong qua|toi da|cham nhat|la|theo quy dinh|theo|cua|tai)\b`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** Plain words of a limit, bullets gone, every dash the same sign, a sign in brackets without them. */
export function limitWords(whole: string): string {
  const lines = whole
    .replace(/[−–—‒‐‑﹣－]/gu, '-')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-+•*·●▪]\s+)+/u, ''));
  return plain(lines.join('; ')).replace(/\(\s*((?:-|am )\s*\d[\d.,]*)\s*\)/gu, '$1');
}

/** The words with `@` for times of the day, and without days of the calendar and numbers of laws. */
export function withoutReferences(words: string): string {
  return words.replace(CUTOFF, ` ${CUTOFF_MARK} `).replace(REFERENCES, ' ').replace(/\s+/gu, ' ').trim();
}

/** Each quantity once, at its first place: "05 ngày làm việc … trong 05 ngày làm việc" is one. */
export function quantitiesIn(bare: string, units: Readonly<Record<string, string>>): readonly Quantity[] {
  const seen = new Map<string, Quantity>();
  for (const match of bare.matchAll(QUANTITY)) {
    const [, digits = '', spelled, unit = ''] = match;
    const number = numberIn(digits);
    const value = spelled === undefined || isSpelled(spelled, number) ? number : Number.NaN;
    const key = `${value} ${units[unit] ?? unit}`;
    if (!seen.has(key)) seen.set(key, { value, unit, at: match.index });
  }
  return [...seen.values()];
}

/** What is left when every number and every word that is understood is taken away; empty: nothing was passed over. */
export function leftIn(bare: string): string {
  const rest = bare.replace(QUANTITY, ' , ').replace(/\s+/gu, ' ');
  const left = UNDERSTOOD.reduce((text, pattern) => text.replace(pattern, ' '), rest);
  return left.replace(/(?<!\S)-(?!\S)|[\s.,;:()"'“”]/gu, '');
}

/** "1.000" is a thousand, "2,5" and "2.5" two and a half; NaN for "5,000", which may be either. */
export function numberIn(text: string): number {
  const [, sign = '', digits = ''] = /^(-|am\s+)?(.*)$/u.exec(text) ?? [];
  const amount = /^[1-9]\d{0,2}(?:\.\d{3})+$/u.test(digits)
    ? Number(digits.replaceAll('.', ''))
    : /^\d+(?:[.,]\d+)?$/u.test(digits) && !/[.,]\d{3}$/u.test(digits)
      ? Number(digits.replace(',', '.'))
      : Number.NaN;
  if (sign === '') return amount;
  return amount === 0 ? Number.NaN : -amount;
}

/** "05 (năm)": the words beside the number say the same. */
function isSpelled(words: string, value: number): boolean {
  const said = alike(words).replace(/^khong (?=\S)/u, '');
  if (!Number.isInteger(value) || value < 0) return value === 0.5 && said === 'nua';
  return Number.isSafeInteger(value) && said === alike(plain(numberWords(value)));
}

/** One spelling of each numeral. */
function alike(words: string): string {
  return words
    .trim()
    .replace(/\btu\b/gu, 'bon')
    .replace(/\b(?:lam|nham)\b/gu, 'nam')
    .replace(/\ble\b/gu, 'linh')
    .replace(/\bngan\b/gu, 'nghin');
}
