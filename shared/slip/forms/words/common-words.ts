// What every paper has in common, and how the words of a form are typed.
import type { SlipSheet } from '../../slip.ts';

/** The words of one form, read-only all the way down; texts and numbers may be any, keys are fixed. */
export type Words<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends SlipSheet
      ? SlipSheet
      : T extends readonly (infer Item)[]
        ? readonly Words<Item>[]
        : { readonly [Key in keyof T]: Words<T[Key]> };

/** NĐ 30/2020 Phụ lục I: 20–25 mm above and below, 30–35 left, 15–20 right; body 13–14 pt (DOMAIN 2.10). */
export const a4Sheet: SlipSheet = {
  size: 'A4',
  landscape: false,
  marginsMm: [20, 20, 20, 30],
  bodyPt: 13,
  tablePt: 11,
  gapMm: 1.6,
  signMm: 18,
};

/** Lists across the page, with the margins of the templates in use (DOMAIN 2.1). */
export const a4Across: SlipSheet = {
  size: 'A4',
  landscape: true,
  marginsMm: [15, 12.7, 15, 20],
  bodyPt: 13,
  tablePt: 11,
  gapMm: 1,
  signMm: 16,
};

/** `{…}` is filled in; an unknown value stays a dotted gap. */
export const commonWords = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  reprint: 'BẢN IN LẠI LẦN {n} ({at})',
  code: 'Mã hồ sơ:',
  provisionalCode: 'Mã hồ sơ (mã tạm):',
  provisionalRemark: 'Mã tạm cấp khi mất kết nối. Mã chính thức được cấp sau; cả hai mã đều dùng để tra cứu.',
};

/** Words that every form but Mẫu 01 has; Mẫu 01 has its own for the same things. */
export type CommonForm = Words<typeof commonWords> & {
  /** Goes into the slip's `template`. */
  readonly id: string;
  readonly formNo: string;
  readonly basis: string;
  readonly title: readonly string[];
  /** One line for each copy (liên); empty where there is only one. */
  readonly copies: readonly string[];
  readonly sheet: SlipSheet;
};

/** `Bản chính | Bản chứng thực | Bản photo` under `Số lượng`; widths are shares (DOMAIN 2.2). */
export const paperColumns = {
  no: { name: 'STT', width: 6 },
  name: { name: 'Thành phần hồ sơ', width: 59.4 },
  quantity: { name: 'Số lượng' },
  original: { name: 'Bản chính', width: 11.5 },
  certifiedCopy: { name: 'Bản chứng thực', width: 11.5 },
  photocopy: { name: 'Bản photo', width: 11.5 },
};
