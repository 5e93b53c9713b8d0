import { countOf, objectsOf, textOf, valueOf } from './json-values.ts';
import { placed } from '../entry.ts';
import { isNoteHeading } from '../words/paper-words.ts';
import { plain, tidy } from '../words/plain.ts';
import type { Entry, PaperItem, PlacedFinding } from '../entry.ts';
import type { JsonObject } from './json-values.ts';
import type { Channel } from '../words/fee-parts.ts';

/** One way of handing in: channel, limit, what is to be paid. */
export type Method = {
  readonly channel: Channel;
  readonly limit: string;
  readonly fees: readonly string[];
  readonly findings: readonly PlacedFinding[];
};

const UNITS: Readonly<Record<string, string>> = {
  working_day: 'ngày làm việc',
  day: 'ngày',
  working_hour: 'giờ làm việc',
  hour: 'giờ',
  week: 'tuần',
  month: 'tháng',
  year: 'năm',
};
const GENERIC =
  /^(?:bao gom|ho so(?: bao)? gom|giay to phai (?:nop|xuat trinh)|thanh phan ho so|giay to|khac|)[:.]?$/u;

/** `executionMethods` and shapes like it. */
export function methodsOf(value: unknown): readonly Method[] {
  return objectsOf(value).map((method) => {
    const time = textOf(
      valueOf(method, ['processingtime', 'thoihangiaiquyet', 'thoihan', 'thoigian', 'thoigiangiaiquyet']),
    );
    const unit = textOf(valueOf(method, ['processingtimeunit', 'donvitinh', 'donvi']));
    const limit = `${time} ${UNITS[unit.toLowerCase()] ?? unit}`.trim();
    const description = tidy(textOf(valueOf(method, ['description', 'mota'])));
    const other = otherLimit(limit, description);
    return {
      channel: channelOf(
        textOf(
          valueOf(method, ['submissionmethod', 'hinhthucnop', 'hinhthuc', 'cachthuc', 'kenh', 'ten', 'name']),
        ),
      ),
      limit: other === null ? limit : `${limit}; ${other}`,
      fees: feesOf(method),
      findings:
        other === null ? [] : [placed('limit', 'limit-contradicts', `${limit} / ${other}`, 'không có số')],
    };
  });
}

/** `executionCases` with their `profileComponents`, or a plain list of papers; a text stays a text. */
export function papersOf(value: unknown): Entry['papers'] {
  if (typeof value === 'string') return value;
  const cases = objectsOf(value);
  const named = cases.length > 1;
  const items = cases.flatMap((each) => {
    const inner = valueOf(each, [
      'profilecomponents',
      'giayto',
      'danhsachgiayto',
      'thanhphanhoso',
      'thanhphan',
    ]);
    if (!Array.isArray(inner)) return paperOf(each, '', false);
    const name = tidy(textOf(valueOf(each, ['name', 'tentruonghop', 'ten'])));
    return objectsOf(inner).flatMap((paper) => paperOf(paper, name, named));
  });
  return items.length > 0 ? items : Array.isArray(value) ? value.map(textOf).join('\n') : textOf(value);
}

/** `resultsDetails` and shapes like it; null for a text. */
export function resultsOf(value: unknown): Entry['results'] | null {
  if (!Array.isArray(value)) return null;
  return objectsOf(value)
    .map((each) => ({
      name: tidy(textOf(each)),
      code: textOf(valueOf(each, ['code', 'ma', 'maketqua'])) || null,
    }))
    .filter(({ name }) => name !== '');
}

/** The case that a heading names; null for headings such as "Giấy tờ phải nộp". */
export function caseOf(heading: string): string | null {
  const name = tidy(heading).replace(/^[\s*\-–:]+|[\s*\-–:]+$/gu, '');
  return /\p{L}/u.test(name) && !GENERIC.test(plain(name)) ? name : null;
}

/** Whether papers under this heading are shown and given back. */
export function isShown(heading: string): boolean {
  return /^\W*(?:cac )?giay to (?:phai |can )?xuat trinh/u.test(plain(heading));
}

/** The channel that a word of the portal, or of the people, names. */
export function channelOf(text: string): Channel {
  const words = plain(text);
  if (/direct_and_online/u.test(words)) return null;
  if (/online|truc tuyen/u.test(words)) return 'trucTuyen';
  if (/postal|buu chinh|buu dien/u.test(words)) return 'buuChinh';
  return /direct|truc tiep/u.test(words) ? 'trucTiep' : null;
}

/** A text that says the same as an amount with its description. */
function feeText(amount: number, description: string): string {
  const about = tidy(description).replace(/[\n;]+/gu, ', ');
  const beside = about === '' ? '' : ` (${about})`;
  return amount === 0 ? `Miễn phí${beside}` : `${amount} đồng${beside}`;
}

function feesOf(method: JsonObject): readonly string[] {
  const value = valueOf(method, ['fees', 'philephi', 'phi', 'lephi', 'mucphi']);
  if (!Array.isArray(value)) return [textOf(value)];
  return objectsOf(value).map((fee) => {
    const amount = valueOf(fee, ['value', 'amount', 'sotien', 'mucthu', 'mucphi']);
    const about = [
      ['name', 'ten', 'tenphi'],
      ['description', 'mota'],
    ].map((names) => textOf(valueOf(fee, names)));
    const description = about.filter((part) => part !== '').join(': ');
    const number = typeof amount === 'string' && /^\d+$/u.test(amount) ? Number(amount) : amount;
    return typeof number === 'number' && Number.isInteger(number) && number >= 0
      ? feeText(number, description)
      : [textOf(amount), description].filter((part) => part !== '').join(' ');
  });
}

function paperOf(paper: JsonObject, heading: string, isCase: boolean): readonly PaperItem[] {
  const name = tidy(
    textOf(valueOf(paper, ['name', 'tengiayto', 'tenthanhphan', 'tenthanhphanhoso', 'ten', 'giayto'])),
  );
  if (name === '') return [];
  const forms = valueOf(paper, ['attachments', 'maudon', 'bieumau', 'tenbieumau', 'mau']);
  const condition = isCase ? caseOf(heading) : null;
  return [
    {
      name,
      shown: isShown(heading),
      isNote: isNoteHeading(plain(heading)),
      original: countOf(valueOf(paper, ['originalqty', 'sobanchinh', 'banchinh', 'soluongbanchinh'])),
      copies: countOf(valueOf(paper, ['copyqty', 'sobansao', 'bansao', 'soluongbansao'])),
      condition: paper['required'] === false ? (condition ?? 'nếu có') : condition,
      isForm: forms !== undefined,
    },
  ];
}

/** "7 ngày" beside a description that says "07 ngày làm việc": the only limit of the description, when it is another one. */
function otherLimit(limit: string, description: string): string | null {
  const found = [
    ...plain(description).matchAll(/(\d+)\s*(?:\([^()]{0,20}\)\s*)?(ngay lam viec|ngay)(?![a-z])/gu),
  ];
  const distinct = [...new Set(found.map(([, digits = '', unit = '']) => `${Number(digits)} ${unit}`))];
  const [only, ...more] = distinct;
  const own = /^(\d+) (.*)$/u.exec(plain(limit));
  if (only === undefined || more.length > 0 || !own) return null;
  return only === `${Number(own[1])} ${own[2]}`
    ? null
    : only.replace('ngay lam viec', 'ngày làm việc').replace('ngay', 'ngày');
}
