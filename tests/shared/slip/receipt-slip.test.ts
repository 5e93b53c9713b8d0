import { describe, expect, it } from 'vitest';
import { receiptFormOn, receiptForms } from '../../../shared/slip/form-set.ts';
import { maskIdNumber } from '../../../shared/slip/paper-words.ts';
import { receiptSlip } from '../../../shared/slip/receipt-slip.ts';
import type { SlipBlock, SlipFieldLine } from '../../../shared/slip/slip.ts';
import { someReceipt } from '../../support/papers/receipts.ts';

function blockOf<K extends SlipBlock['kind']>(kind: K, over: Parameters<typeof someReceipt>[0] = {}) {
  const found = receiptSlip(someReceipt(over)).blocks.find((block) => block.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found as Extract<SlipBlock, { kind: K }>;
}

function linesOf(over: Parameters<typeof someReceipt>[0] = {}): readonly SlipFieldLine[] {
  return receiptSlip(someReceipt(over)).blocks.flatMap((block) =>
    block.kind === 'fields' ? block.lines : [],
  );
}

const valueOf = (label: string, over: Parameters<typeof someReceipt>[0] = {}): string | undefined =>
  linesOf(over)
    .flatMap((line) => line.parts)
    .find((part) => part.label.startsWith(label))?.value;

describe('Mẫu 01 as data', () => {
  it('[R07] has the labels of the form in its order', () => {
    expect(receiptSlip(someReceipt()).blocks.map((block) => block.kind)).toEqual([
      'header',
      'codes',
      'title',
      'fields',
      'table',
      'fields',
      'signatures',
      'notes',
    ]);
    expect(linesOf().flatMap((line) => line.parts.map((part) => part.label))).toEqual([
      'Bộ phận tiếp nhận và trả kết quả:',
      'Tiếp nhận hồ sơ của:',
      'Người nộp:',
      'Địa chỉ:',
      'Số điện thoại:',
      'Email:',
      'Số CMND/Thẻ căn cước/Hộ chiếu:',
      'Nội dung yêu cầu giải quyết:',
      '2. Số lượng hồ sơ:',
      '3. Thời gian giải quyết hồ sơ theo quy định là:',
      '4. Thời gian nhận hồ sơ:',
      '5. Thời gian trả kết quả giải quyết hồ sơ:',
      '6. Đăng ký nhận kết quả tại:',
      '7. Phí, lệ phí (nếu có):',
      'Vào Sổ theo dõi hồ sơ, Quyển số:',
      'Số thứ tự:',
    ]);
  });

  it('[R07] is the form of its day: TT 03/2025 from 15/9/2025, TT 01/2018 before', () => {
    expect(receiptFormOn('2025-09-15').basis).toContain('03/2025/TT-VPCP');
    expect(receiptFormOn('2025-09-14').basis).toContain('01/2018/TT-VPCP');
    expect(receiptFormOn('1999-01-01').basis).toContain('01/2018/TT-VPCP');
    expect(new Set(receiptForms.map((form) => form.id)).size).toBe(receiptForms.length);
    expect(receiptSlip(someReceipt({ form: receiptFormOn('2020-01-01') })).template).toBe(
      'mau-01/tt-01-2018/1',
    );
  });

  it('[R07] writes instants at the ward, with zeros as NĐ 30/2020 asks', () => {
    const over = { receivedAt: '2026-02-04T17:05:00.000Z', dueAt: '2026-10-09T09:30:00+07:00' };
    expect(valueOf('4. Thời gian', over)).toBe('00 giờ 05 phút, ngày 05 tháng 02 năm 2026');
    expect(valueOf('5. Thời gian', over)).toBe('09 giờ 30 phút, ngày 09 tháng 10 năm 2026');
    expect(blockOf('header', over).placeAndDate).toBe('Thạch Bàn, ngày 05 tháng 02 năm 2026');
    expect(() => receiptSlip(someReceipt({ dueAt: 'thứ Sáu' }))).toThrow('not an instant');
  });

  it('[R07] masks the id number on the citizen’s copy only', () => {
    expect(valueOf('Số CMND', { copyNo: 1 })).toBe('001203004678');
    expect(valueOf('Số CMND', { copyNo: 2 })).toBe('0012•••••678');
    expect(maskIdNumber('123456789')).toBe('1234••789');
    expect(maskIdNumber('B1234567')).toBe('•••••567');
    expect(maskIdNumber('12')).toBe('12');
    expect(maskIdNumber('')).toBe('');
  });

  it('[R07] keeps three quantities a paper and leaves zeros blank', () => {
    const papers = [{ name: 'Tờ khai', original: 1, certifiedCopy: 0, photocopy: 12 }];
    const table = blockOf('table', { papers });
    expect(table.columns.map(({ group, name }) => `${group}/${name}`)).toEqual([
      '/TT',
      '/Thành phần hồ sơ',
      'Số lượng/Bản chính',
      'Số lượng/Bản chứng thực',
      'Số lượng/Bản photo',
    ]);
    expect(table.rows).toEqual([{ cells: ['1', 'Tờ khai', '01', '', '12'] }]);
  });

  it('[R04] a reprint says which and when, a provisional code says what it is', () => {
    expect(blockOf('codes')).toMatchObject({ label: 'Mã hồ sơ:', remark: null, reprint: null });
    const marked = blockOf('codes', {
      provisional: true,
      reprint: { n: 3, at: '2026-11-22T02:00:00.000Z' },
      book: '',
    });
    expect(marked.reprint).toBe('BẢN IN LẠI LẦN 3 (09:00 ngày 22/11/2026)');
    expect(marked.label).toBe('Mã hồ sơ (mã tạm):');
    expect(marked.remark).toContain('Mã tạm');
    expect(marked.bookLine).toBe('Quyển số: ……, Số thứ tự: 0975');
  });

  it('[R07] cleans text to one line of NFC without turning marks, and changes nothing else', () => {
    const owner = ' Nguyễn\u0000\n  Văn \u202eA\u202c <b>"&$& 😀 '.normalize('NFD');
    expect(valueOf('Tiếp nhận hồ sơ', { owner })).toBe('Nguyễn Văn A <b>"&$& 😀'.normalize('NFC'));
  });

  it('[D05] adds up fees in đồng and explains the due date where there is an explanation', () => {
    expect(valueOf('7. Phí', { feeText: 'Lệ phí, đã thu.', feeTotal: 1_250_000 })).toBe(
      'Lệ phí, đã thu. Tổng cộng: 1.250.000 đồng',
    );
    expect(valueOf('7. Phí', { feeText: 'Không thu', feeTotal: null })).toBe('Không thu');
    expect(valueOf('7. Phí', { feeText: '', feeTotal: 1000 })).toBe('Tổng cộng: 1.000 đồng');
    expect(valueOf('7. Phí', { feeText: 'Phí bản sao: 8.000 đồng', feeTotal: 8000 })).toBe(
      'Phí bản sao: 8.000 đồng. Tổng cộng: 8.000 đồng',
    );
    expect(valueOf('7. Phí', { feeText: 'Lệ phí khai sinh: 0 đồng', feeTotal: 0 })).toBe('Không thu');
    expect(() => receiptSlip(someReceipt({ feeTotal: 0.5 }))).toThrow('whole đồng');
    const small = linesOf().find((line) => line.small !== undefined)?.small;
    expect(small).toMatchObject({ label: 'Vì sao ngày này?' });
    expect(linesOf({ dueExplanation: '' }).some((line) => line.small !== undefined)).toBe(false);
  });

  it('[R07] leaves the sentence with the telephone out where the ward has none', () => {
    expect(blockOf('notes').lines.join(' ')).toContain('Điện thoại hỗ trợ: 024 3875 0000.');
    const ward = { ...someReceipt().ward, hotline: '' };
    const lines = blockOf('notes', { ward }).lines;
    expect(lines.join(' ')).not.toMatch(/hotline|Điện thoại/);
    expect(lines.at(-1)).toMatch(/giấy ủy quyền\.$/);
  });
});
