import { expect, it } from 'vitest';
import { visitSlip } from '../../../../shared/slip/forms/visit-slip.ts';
import { officeOf } from '../../../../shared/slip/acts/drawing.ts';
import { demoWard } from '../../../support/demo.ts';
import { wordsOf } from '../../../support/papers/words-of.ts';

const item = (no: number) => ({
  code: `H26.99.01-260605-000${no}`,
  content: 'Đăng ký khai sinh',
  agency: 'UBND phường Thạch Bàn',
  receivedAt: '2026-06-05T01:20:00.000Z',
  dueAt: '2026-06-08T10:00:00.000Z',
  limitText: '01 ngày làm việc',
  sets: no,
  owner: 'Nguyễn Thị Hường',
});
const slip = (reprint: { readonly n: number; readonly at: string } | null) =>
  visitSlip({
    office: officeOf(demoWard()),
    at: '2026-06-05T01:20:00.000Z',
    copyNo: 1,
    reprint,
    submitter: 'Trần Quốc Đạt',
    address: 'Tổ 5',
    phone: '0912345678',
    placeText: 'Tại Bộ phận Tiếp nhận và Trả kết quả',
    officer: 'Nguyễn Thị Lan',
    items: [item(1), item(2)],
  });

it('[D20] several dossiers of a visit stand on one slip, with their list on page 2', () => {
  const made = slip(null);
  const words = wordsOf(made).join('|');
  for (const one of [
    '02 (kèm theo danh sách)',
    'Theo chi tiết danh sách bàn giao hồ sơ.',
    'BIÊN BẢN GIAO NHẬN HỒ SƠ',
  ])
    expect(words).toContain(one);
  for (const one of [
    'STT',
    'Nội dung',
    'Đơn vị',
    'Ngày nhận',
    'Ngày hẹn trả',
    'Thời hạn xử lý',
    'Số lượng hồ sơ',
    'Họ và tên',
  ])
    expect(words).toContain(one);
  for (const { code } of [item(1), item(2)]) expect(words).toContain(code);
  expect(made.blocks.some(({ kind }) => kind === 'break')).toBe(true);
  expect(words).not.toContain('BẢN IN LẠI');
  // What stands in a print queue names no person.
  expect(made.title).not.toContain('Đạt');
});

it('[D20] [R03] a slip that is printed again says so', () => {
  expect(wordsOf(slip({ n: 1, at: '2026-06-05T02:00:00.000Z' })).join('|')).toContain('BẢN IN LẠI LẦN 1');
});
