// One plausible, invented input for the ward's own papers of money, custody and outages; no law numbers them.
import { custodyList } from '../../../shared/slip/forms/custody-list.ts';
import { legalFormSets } from '../../../shared/slip/forms/form-sets.ts';
import { refundSlip, remittanceSlip, shiftCloseSlip } from '../../../shared/slip/forms/money-slips.ts';
import { outageSlip } from '../../../shared/slip/forms/outage-slip.ts';
import type { RefundInput, RemittanceRow } from '../../../shared/slip/forms/money-slips.ts';
import type { Slip } from '../../../shared/slip/slip.ts';
import { someIssue } from './samples.ts';

const { forms } = legalFormSets[0];
const CASHIER = 'Phạm Minh Ngọc';
const TILL = 'Bàn thu số 1';
const OPENED = '2026-11-21T00:30:00.000Z';
const CLOSED = '2026-11-21T10:05:00.000Z';

/** Phiếu hủy thu, the payer's copy. */
export const someRefund = (over: Partial<RefundInput> = {}): Slip =>
  refundSlip({
    ...someIssue,
    copyNo: 2,
    form: forms.refund,
    number: 'PT-2026-M12-000032',
    ofNumber: 'PT-2026-M12-000031',
    takenAt: '2026-11-21T01:20:00.000Z',
    payer: 'Trần Quốc Đạt',
    address: 'Số 12, ngõ 34 đường Thạch Bàn, phường Thạch Bàn, thành phố Hà Nội',
    code: 'H26.99.01-261121-0001',
    feeNames: 'Lệ phí đăng ký hộ tịch; phí chứng thực bản sao (3 trang)',
    sum: 23_000,
    way: 'Tiền mặt',
    reason: 'Thu nhầm: công dân thuộc diện miễn lệ phí',
    cashier: CASHIER,
    approver: 'Lê Hoàng Ánh',
    ...over,
  });

/** Phiếu chốt ca of a till that is 5,000 đồng short. */
export const someShiftClose: Slip = shiftCloseSlip({
  ...someIssue,
  form: forms.shiftClose,
  cashier: CASHIER,
  checker: 'Lê Hoàng Ánh',
  till: TILL,
  openedAt: OPENED,
  closedAt: CLOSED,
  payments: 24,
  cancellations: 1,
  firstNo: 'PT-2026-M12-000009',
  lastNo: 'PT-2026-M12-000033',
  openingCash: 200_000,
  cash: 431_000,
  cashBack: 23_000,
  expectedCash: 608_000,
  countedCash: 603_000,
  transfer: 75_000,
  card: 0,
  fee: 403_000,
  charge: 80_000,
  counted: [
    { value: 100_000, count: 4 },
    { value: 50_000, count: 3 },
    { value: 20_000, count: 2 },
    { value: 1000, count: 12 },
    { value: 1, count: 1000 },
  ],
  reason: 'Trả thừa tiền lẻ cho một người, chưa liên hệ được',
});

const remitted = (index: number): RemittanceRow => ({
  number: `PT-2026-M12-${String(index + 9).padStart(6, '0')}`,
  code: `H26.99.01-261121-${String(index + 1).padStart(4, '0')}`,
  at: `0${7 + Math.floor(index / 12)}:${String(10 + index).padStart(2, '0')}`,
  fee: index % 3 === 0 ? 0 : 15_000,
  charge: index % 3 === 0 ? 8000 : 0,
  note: index === 5 ? forms.remittance.cancelled.replace('{no}', 'PT-2026-M12-000034') : '',
  struck: index === 5,
});

/** Danh sách nộp tiền of a shift in which one slip was cancelled. */
export const someRemittance: Slip = remittanceSlip({
  ...someIssue,
  form: forms.remittance,
  listNo: 'NT-2026-M12-0004',
  cashier: CASHIER,
  till: TILL,
  to: 'Thủ quỹ Đỗ Thị Hiền',
  openedAt: OPENED,
  closedAt: CLOSED,
  amount: 285_000,
  reason: '',
  otherWays: 15_000,
  rows: Array.from({ length: 24 }, (_, index) => remitted(index)),
});

/** Danh sách giao nhận hồ sơ of a morning. */
export const someCustody: Slip = custodyList({
  ...someIssue,
  receiver: 'Công chức Tư pháp – Hộ tịch',
  session: 'sáng 21/11/2026',
  items: Array.from({ length: 12 }, (_, index) => ({
    code: `H26.99.01-261121-${String(index + 1).padStart(4, '0')}`,
    content: index % 2 === 0 ? 'Đăng ký khai sinh' : 'Cấp giấy xác nhận tình trạng hôn nhân',
    owner: index === 3 ? '' : 'Nguyễn Thị Hường',
    papers: index + 2,
    sets: 1,
    at: '2026-11-21T04:20:00.000Z',
    dueAt: '2026-11-25T10:00:00.000Z',
  })),
  giver: CASHIER,
  taker: '',
});

/** Biên bản đối chiếu sau sự cố of an outage that is over and confirmed but for one act. */
export const someOutage: Slip = outageSlip({
  ...someIssue,
  machine: 'Quầy 4 (M12)',
  what: 'Mất đường truyền lên cấp trên',
  from: '2026-11-21T01:02:00.000Z',
  to: '2026-11-21T03:40:00.000Z',
  length: '2 giờ 38 phút',
  acts: 61,
  confirmed: 60,
  kinds: [
    { name: 'Tiếp nhận hồ sơ', count: 9 },
    { name: 'Gọi số, hàng chờ', count: 34 },
    { name: 'In giấy', count: 18 },
  ],
  people: [{ name: CASHIER, count: 61 }],
  tickets: 'B004 – B017',
  codes: Array.from({ length: 9 }, (_, index) => `H26.99.01-261121-${String(index + 3).padStart(4, '0')}`),
  provisional: ['TAM-K1-261121-17'],
  open: ['Mã tạm TAM-K1-261121-17 chưa có mã chính thức'],
  clerk: CASHIER,
});
