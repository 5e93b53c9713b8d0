// The reconciliation after an outage as a paper (A4): what was done without a line, and whether it has arrived [S16].
import {
  column,
  field,
  fields,
  head,
  heading,
  line,
  paper,
  plain,
  row,
  strongField,
  table,
  text,
} from './form-parts.ts';
import { a4Sheet, commonWords } from './words/common-words.ts';
import { timeInFigures } from '../paper-words.ts';
import type { CommonForm } from './words/common-words.ts';
import type { Issue } from './form-parts.ts';
import type { Slip } from '../slip.ts';

/** An internal paper: no law numbers it. */
const form: CommonForm = {
  ...commonWords,
  id: 'doi-chieu-su-co/1',
  formNo: '',
  basis: '(Biểu nội bộ)',
  title: ['BIÊN BẢN ĐỐI CHIẾU SAU SỰ CỐ'],
  copies: [],
  sheet: a4Sheet,
};

/** What stands on the paper; every text is ready, no personal data. */
export type OutageSlipInput = Issue & {
  readonly machine: string;
  /** What was down, such as `Mất đường truyền lên Quận`. */
  readonly what: string;
  readonly from: string;
  /** Null while it lasts. */
  readonly to: string | null;
  readonly length: string;
  readonly acts: number;
  readonly confirmed: number;
  readonly kinds: readonly { readonly name: string; readonly count: number }[];
  readonly people: readonly { readonly name: string; readonly count: number }[];
  readonly tickets: string;
  readonly codes: readonly string[];
  readonly provisional: readonly string[];
  /** What a person must still decide, one line each; empty when nothing waits. */
  readonly open: readonly string[];
  readonly clerk: string;
};

/** Codes that are named one by one; of more the first and the last stand there. */
const NAMED = 40;

/** Draws the reconciliation of one outage. */
export function outageSlip(input: OutageSlipInput): Slip {
  const all = input.confirmed === input.acts;
  return paper(form, input, timeInFigures(input.from), [
    head(form, input),
    heading(form, input),
    fields(
      line(field('Máy:', input.machine)),
      line(strongField('Sự cố:', input.what)),
      line(
        field('Từ:', timeInFigures(input.from)),
        field('Đến:', input.to === null ? 'chưa kết thúc' : timeInFigures(input.to)),
        field('Kéo dài:', input.length),
      ),
    ),
    fields(
      line(strongField('Số việc ghi trong thời gian sự cố:', String(input.acts))),
      line(
        strongField(
          'Cấp trên đã xác nhận:',
          `${input.confirmed}/${input.acts}${all ? ' – khớp' : ` – còn thiếu ${input.acts - input.confirmed}`}`,
        ),
      ),
    ),
    table(
      [column({ name: 'Loại việc', width: 70 }, 'start'), column({ name: 'Số lượng', width: 30 })],
      input.kinds.map(({ name, count }) => row(name, String(count))),
    ),
    table(
      [column({ name: 'Người thực hiện', width: 70 }, 'start'), column({ name: 'Số việc', width: 30 })],
      input.people.map(({ name, count }) => row(name, String(count))),
    ),
    fields(
      line(field('Số thứ tự đã cấp:', input.tickets === '' ? 'không' : input.tickets)),
      line(field('Mã hồ sơ đã cấp:', listed(input.codes))),
      line(field('Trong đó mã tạm:', listed(input.provisional))),
    ),
    text('heading', [{ text: 'Việc còn phải quyết định:', strong: true }]),
    text('item', ...plain(input.open.length === 0 ? ['Không có.'] : input.open.map((one) => `- ${one}`))),
    {
      kind: 'signatures',
      left: null,
      right: { date: '', role: 'NGƯỜI ĐỐI CHIẾU', hint: '(Ký, ghi rõ họ tên)', name: input.clerk },
    },
  ]);
}

function listed(codes: readonly string[]): string {
  if (codes.length === 0) return 'không';
  const named = codes.slice(0, NAMED).join(', ');
  return codes.length > NAMED ? `${named} … ${codes.at(-1)} (${codes.length} mã)` : named;
}
