// The internal slip for money taken (DOMAIN 2.9). The legal biên lai is electronic and comes from a licensed provider, so
// this paper says what it is not, and its own number is none of theirs.
import { commonWords } from './common-words.ts';
import type { SlipSheet } from '../../slip.ts';

/** Papers about money at the desk: the slip and what cancels it. */
export const a5Across: SlipSheet = {
  size: 'A5',
  landscape: true,
  marginsMm: [10, 10, 10, 10],
  bodyPt: 11,
  tablePt: 10.5,
  gapMm: 0.7,
  signMm: 10,
};

/** Phiếu thu tiền (nội bộ). */
export const feeWords = {
  ...commonWords,
  formNo: '',
  title: ['PHIẾU THU TIỀN (nội bộ)'],
  notReceipt: '– không thay thế biên lai điện tử',
  copies: ['(Liên 1: Lưu tại cơ quan thu)', '(Liên 2: Giao cho người nộp tiền)', '(Liên 3: Lưu kèm hồ sơ)'],
  sheet: a5Across,
  model: 'PT-NB',
  symbol: 'NB-{yy}',
  labels: {
    collector: 'Đơn vị thu:',
    taxCode: 'Mã số thuế:',
    model: 'Mẫu số:',
    symbol: 'Ký hiệu:',
    number: 'Số:',
    feeNames: 'Tên loại phí, lệ phí:',
    payer: 'Tên đơn vị hoặc người nộp tiền:',
    code: 'Mã hồ sơ:',
    address: 'Địa chỉ:',
    amount: 'Số tiền:',
    inWords: '(Viết bằng chữ):',
    payment: 'Hình thức thanh toán:',
    eReceipt: 'Số biên lai điện tử:',
    fee: 'P:',
    charge: 'LP:',
  },
  unit: 'VNĐ',
  signatures: { right: 'Người thu tiền', hint: '(Ký, ghi rõ họ tên)' },
};
