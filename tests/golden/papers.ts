// The papers whose PDFs are kept beside this file: every form of both sets once, and the ones that are hard to draw.
import { receiptSlip } from '../../shared/slip/receipt-slip.ts';
import type { Slip } from '../../shared/slip/slip.ts';
import {
  someCustody,
  someOutage,
  someRefund,
  someRemittance,
  someShiftClose,
} from '../support/papers/desk-samples.ts';
import { someReceipt, someReceiptOf2024 } from '../support/papers/receipts.ts';
import {
  formsOf2018,
  someApology,
  someBook,
  someControl,
  someExtension,
  someFee,
  someHandOver,
  someOpinion,
  somePosting,
  someProcessLog,
  someRefusal,
  someResult,
  someSeveral,
  someStop,
  someSupplement,
} from '../support/papers/samples.ts';
import { signedReceipt } from '../support/papers/slip-key.ts';

/** All 134 letters of Vietnamese that ASCII lacks, small and capital. */
export const LETTERS =
  'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ' +
  'ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ';

/** As long as a name on paper gets, and one word that has no place to break. */
export const LONG_NAME =
  'Công ty Trách nhiệm hữu hạn Một thành viên Đầu tư Xây dựng và Thương mại Dịch vụ Tổng hợp Nguyễn Hoàng Phương Trường Giang – Chi nhánh phường Thạch Bàn';
export const LONG_WORD = 'Nghiêng'.repeat(20);

const paper = (n: number) => ({
  name: `Giấy tờ thứ ${n}${n % 7 === 0 ? ', bản dịch sang tiếng Việt có chứng thực chữ ký của người dịch' : ''}`,
  original: 1,
  certifiedCopy: n % 3,
  photocopy: n,
});

const papers = (count: number) => Array.from({ length: count }, (_, index) => paper(index + 1));

const reprint = { n: 2, at: '2026-11-22T02:00:00.000Z' };

/** File name (without `.pdf`) and paper. */
export const goldenPapers: Readonly<Record<string, Slip>> = {
  'mau-01-tt-03-2025': receiptSlip(signedReceipt(someReceipt())),
  'mau-01-tt-01-2018': receiptSlip(someReceiptOf2024()),
  'mau-01-two-stages': receiptSlip(
    someReceipt({
      ownerAddress: 'Tổ dân phố số 5, phường Thạch Bàn',
      stage2: { receivedAt: '2026-12-01T01:00:00.000Z', dueAt: '2026-12-04T10:00:00.000Z' },
      reprint,
    }),
  ),
  'mau-01-forty-papers': receiptSlip(someReceipt({ papers: papers(40) })),
  'mau-01-long-names': receiptSlip(
    someReceipt({
      owner: LONG_NAME,
      submitter: LONG_WORD,
      officer: LONG_NAME,
      content: LETTERS,
      address: LONG_WORD,
    }),
  ),
  'mau-01-a5': receiptSlip(someReceipt({ pageSize: 'A5' })),
  'mau-02-tt-03-2025': someSupplement(),
  'mau-02-tt-01-2018': someSupplement({
    form: formsOf2018.supplement,
    dossier: { code: '', provisional: false },
    number: '',
    items: ['Tờ khai chưa có chữ ký của người yêu cầu.'],
    papers: [],
    reason: '',
    officerPhone: '',
  }),
  'mau-02-forty-papers': someSupplement({ papers: papers(40), reprint }),
  'mau-03-tt-03-2025': someRefusal(),
  'mau-03-tt-01-2018': someRefusal({
    form: formsOf2018.refusal,
    number: '',
    dossier: { code: 'TAM-K1-261121-17', provisional: true },
    reasons: ['Thành phần hồ sơ không đúng quy định tại Điều 16 Luật Hộ tịch.'],
  }),
  'mau-04-tt-03-2025': someExtension(),
  'mau-04-tt-01-2018': someApology(),
  'mau-04-long-names': someApology({ owner: LONG_NAME, reason: LETTERS, reprint }),
  'mau-05-tt-03-2025': someStop(),
  'mau-05-tt-01-2018': someControl({ form: formsOf2018.control, steps: [] }),
  'mau-06-tt-03-2025': someControl(),
  'mau-06-long-book': someControl({
    book: 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh) 2026',
    bookNo: '0975',
  }),
  'mau-06-tt-01-2018': someBook(3, { form: formsOf2018.book, closedOn: '2026-12-31' }),
  'mau-07-tt-03-2025': someBook(11),
  'fee-slip': someFee(),
  'fee-slip-long': someFee({
    payer: LONG_NAME,
    feeNames: LETTERS,
    copyNo: 3,
    eReceiptNo: '1C26TBN 00012345',
    reprint,
  }),
  'refund-slip': someRefund(),
  'refund-slip-long': someRefund({
    payer: LONG_NAME,
    feeNames: LETTERS,
    sum: 1_234_567,
    way: 'Chuyển khoản',
    reason:
      'Thu nhầm: công dân thuộc diện miễn lệ phí theo nghị quyết của Hội đồng nhân dân thành phố, cán bộ chọn nhầm dòng của biểu phí khi lập phiếu',
    approver: 'Nguyễn Hoàng Phương Trường Giang Thùy Dương',
    cashier: 'Nguyễn Hoàng Phương Trường Giang Thùy Dương',
    reprint,
  }),
  'shift-close': someShiftClose,
  remittance: someRemittance,
  'custody-list': someCustody,
  'outage-report': someOutage,
  'result-receipt': someResult(),
  'hand-over': someHandOver(4),
  'hand-over-forty': someHandOver(40),
  'several-dossiers': someSeveral(5),
  posting: somePosting(),
  'process-log': someProcessLog(),
  opinion: someOpinion(),
};
