// A dossier and a ticket to draw: plausible, long enough to wrap, and invented.
import { receiptFormOn } from '../../../shared/slip/form-set.ts';
import type { ReceiptInput } from '../../../shared/slip/receipt-slip.ts';
import type { TicketInput } from '../../../shared/slip/tickets/ticket.ts';

/** Input of Mẫu 01 with whatever the test wants otherwise. */
export function someReceipt(over: Partial<ReceiptInput> = {}): ReceiptInput {
  return {
    form: receiptFormOn('2026-11-21'),
    pageSize: 'A4',
    ward: {
      superior: 'UBND PHƯỜNG THẠCH BÀN',
      unit: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      deskName: 'Trung tâm Phục vụ hành chính công phường Thạch Bàn',
      place: 'Thạch Bàn',
      hotline: '024 3875 0000',
    },
    code: 'H26.99.01-261121-0001',
    provisional: false,
    owner: 'Nguyễn Thị Hường',
    submitter: 'Trần Quốc Đạt',
    address: 'Số 12, ngõ 34 đường Thạch Bàn, phường Thạch Bàn, thành phố Hà Nội',
    phone: '0912 345 678',
    email: 'dat.tran@example.vn',
    idNumber: '001203004678',
    content:
      'Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới (trích lục bản sao giấy khai sinh)',
    papers: [
      { name: 'Tờ khai đăng ký khai sinh (theo mẫu)', original: 1, certifiedCopy: 0, photocopy: 0 },
      {
        name: 'Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp; trường hợp không có thì nộp văn bản của người làm chứng',
        original: 1,
        certifiedCopy: 0,
        photocopy: 1,
      },
      { name: 'Giấy chứng nhận kết hôn của cha mẹ trẻ', original: 0, certifiedCopy: 1, photocopy: 0 },
      { name: 'Giấy ủy quyền', original: 1, certifiedCopy: 0, photocopy: 0 },
    ],
    sets: 1,
    limitText: '05 ngày làm việc',
    receivedAt: '2026-11-21T01:14:00.000Z',
    dueAt: '2026-11-27T10:00:00.000Z',
    dueExplanation:
      'Nhận lúc 08:14 thứ Bảy 21/11, tính từ sáng thứ Hai 23/11; 05 ngày làm việc hết ngày thứ Sáu 27/11.',
    returnMethodText: 'Trung tâm Phục vụ hành chính công (nhận trực tiếp)',
    feeText: 'Lệ phí hộ tịch 75.000 đồng, đã thu.',
    feeTotal: 75_000,
    book: '01/2026',
    bookNo: '0975',
    officer: 'Phạm Minh Ngọc',
    copyNo: 2,
    reprint: null,
    ...over,
  };
}

/** The desk's copy of a receipt of 6/5/2024: form, names, code, days and book of that day. */
export function someReceiptOf2024(): ReceiptInput {
  const desk = 'Bộ phận Tiếp nhận và Trả kết quả';
  const { ward } = someReceipt();
  return someReceipt({
    form: receiptFormOn('2024-05-06'),
    ward: { ...ward, unit: desk.toUpperCase(), deskName: `${desk} UBND phường Thạch Bàn` },
    code: 'H26.99.01-240506-0001',
    address: 'Số 12, ngõ 34 đường Thạch Bàn, phường Thạch Bàn, quận Long Biên, thành phố Hà Nội',
    receivedAt: '2024-05-06T01:14:00.000Z',
    dueAt: '2024-05-13T10:00:00.000Z',
    dueExplanation:
      'Nhận lúc 08:14 thứ Hai 06/5, tính từ thứ Ba 07/5; 05 ngày làm việc hết ngày thứ Hai 13/5.',
    returnMethodText: `${desk} (nhận trực tiếp)`,
    book: '01/2024',
    bookNo: '0406',
    copyNo: 1,
  });
}

/** Input of a ticket with whatever the test wants otherwise. */
export function someTicket(over: Partial<TicketInput> = {}): TicketInput {
  return {
    lang: 'vi',
    wardName: 'Trung tâm Phục vụ hành chính công phường Thạch Bàn',
    number: 'A014',
    fieldName: 'Chứng thực',
    counterText: 'Quầy 2',
    issuedAt: '2026-11-21T01:14:05.000Z',
    ahead: 5,
    estimateText: 'khoảng 15 phút',
    priority: false,
    reprint: 0,
    lookup: { qr: 'https://mot-cua.example.vn/t/A014-261121', text: 'Quét mã để xem số đang gọi' },
    ...over,
  };
}
