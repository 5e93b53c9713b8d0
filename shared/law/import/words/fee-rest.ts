import { MONEY } from './fee-parts.ts';

const PER = String.raw`(?: ?(?:\/|cho|tren) ?(?:(?:mot|moi|01|1) )?(?:trang|van ban|ban(?: trich luc| sao| chinh)?|trich luc|hop dong giao dich|hop dong|giao dich|di chuc|the(?: can cuoc)?|viec|lan(?: cap(?: lai| doi| moi)?| dang ky)?|truong hop|ho so|giay chung nhan|giay phep|giay|phieu|yeu cau|van bang|chung chi)\b)?`;
const PRICE = new RegExp(MONEY.source + PER, 'gu');
/** The name of a fee, up to its colon. */
const LABEL = /(?:^|\()\s*(?:muc )?(?:thu )?(?:phi|le phi)\b([^:\d()]{0,80}(?:\([^()\d]{0,40}\))?\s*):/gu;
/** Numbers and days of laws. */
const REFERENCES =
  /(?:ngay )?\d{1,2}\/\d{1,2}\/\d{4}|\d+\/\d{4}\/[a-z0-9-]+|\d+\/[a-z][a-z0-9-]+|(?:dieu|khoan|diem) \d+/gu;
/** Who fixed the rate, or where. */
const SOURCE =
  /(?:^|(?<=[,.;:()]\s*|\s))(?:muc thu |thuc hien |duoc |ap dung )*(?:theo|do|quy dinh tai|can cu|ban hanh kem theo)\b[^,;()]*?\b(?:hdnd|hoi dong nhan dan|nghi quyet|thong tu|nghi dinh|quyet dinh|luat)\b[^,;()]*/gu;
/** Words that say nothing which the fee's kind and channel do not say. */
const SILENT =
  /\b(?:phi|le phi|muc thu|muc|thu|nop|ho so|truc tuyen|truc tiep|qua mang|qua dich vu|qua|dich vu|buu chinh(?: cong ich)?|cong dich vu cong|cong ich|theo quy dinh(?: cua phap luat| hien hanh)?|va|la|khi|quy dinh|cu the)\b/gu;
/** Words of prices by page. */
const TIERS =
  /\b(?:tu trang(?: thu)? (?:\d+|hai|ba|tu|bon|nam)(?: tro (?:len|di))?|toi da|khong qua|nhung|thi|tinh)\b/gu;
/** What puts the amount itself in question: other numbers, signs, shares, bounds, "bản đầu". */
const IN_QUESTION =
  /[^\sa-z.,;:()"'“”/]|\b(?:mien|giam|tru|gap|nua|phan tram|toi da|toi thieu|it nhat|nhieu nhat|khong qua|khong|tro len|tro xuong|khoang|hoac|dau|thu (?:hai|ba)|them|tu|den|duoi|tren)\b/u;
/** A label is a name ("… khai tử"): only bounds and exemptions change what its amount says. */
const BOUND = /\b(?:toi da|toi thieu|it nhat|khong qua|tro len|khoang|mien|giam|gap)\b/u;

/** What of a fee's words says nothing that was understood; empty: nothing was passed over. */
export function leftOfFee(words: string): string {
  return left(words.replace(LABEL, nameOnly).replace(PRICE, ' ').replace(SOURCE, sourceOnly));
}

/** The same for prices by page. */
export function leftOfTiers(words: string): string {
  return left(words.replace(LABEL, nameOnly).replace(PRICE, ' ').replace(TIERS, ' '));
}

/** Whether the words left over may change the amount. */
export function isInQuestion(rest: string): boolean {
  return IN_QUESTION.test(rest);
}

function left(words: string): string {
  const rest = words.replace(SILENT, ' ').replace(/\s+/gu, ' ').trim();
  return /[^\s.,;:()"'“”/]/u.test(rest) ? rest : '';
}

function nameOnly(whole: string, name: string): string {
  return BOUND.test(name) ? whole : ' ';
}

function sourceOnly(whole: string): string {
  const bare = whole.replace(REFERENCES, ' ');
  return /\d/u.test(bare) || BOUND.test(bare) ? whole : ' ';
}
