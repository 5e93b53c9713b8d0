// One plausible, invented input for every paper but Mẫu 01 and the ticket (they stand in receipts.ts).
import { legalFormSets } from '../../../shared/slip/forms/form-sets.ts';
import type { Forms } from '../../../shared/slip/forms/form-sets.ts';
import type { Issue } from '../../../shared/slip/forms/form-parts.ts';
import { feeSlip } from '../../../shared/slip/forms/fee-slip.ts';
import { apologySlip, extensionSlip, stopSlip } from '../../../shared/slip/forms/letter-slips.ts';
import { refusalSlip, supplementSlip } from '../../../shared/slip/forms/request-slips.ts';
import {
  handOverSlip,
  opinionSlip,
  postingSlip,
  resultSlip,
  severalSlip,
} from '../../../shared/slip/forms/return-slips.ts';
import { bookSlip, controlSlip, processLogSlip } from '../../../shared/slip/forms/tracking-slips.ts';
import type { Slip } from '../../../shared/slip/slip.ts';

const [set2025, set2018] = legalFormSets;

/** What a test wants otherwise: the words of one form, the issue, and parts of the data. */
type Over<T> = Partial<Omit<T, 'form'>> & {
  readonly form?: T extends { readonly form: infer F } ? F : never;
};
type InputOf<Draw> = Draw extends (input: infer T) => Slip ? T : never;

const CODE = 'H26.99.01-261121-0001';
const dossier = { code: CODE, provisional: false };

/** Where, when and which copy of the samples. */
export const someIssue: Issue = {
  office: {
    superior: 'UBND PHƯỜNG THẠCH BÀN',
    unit: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    deskName: 'Trung tâm Phục vụ hành chính công phường Thạch Bàn',
    officeName: 'UBND phường Thạch Bàn',
    place: 'Thạch Bàn',
  },
  at: '2026-11-21T01:14:00.000Z',
  copyNo: 1,
  reprint: null,
};

const person = {
  owner: 'Nguyễn Thị Hường',
  address: 'Số 12, ngõ 34 đường Thạch Bàn, phường Thạch Bàn, thành phố Hà Nội',
  phone: '0912 345 678',
  email: 'huong.nguyen@example.vn',
  content: 'Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới',
};

const late = {
  ...person,
  number: '07',
  code: CODE,
  receivedAt: '2026-11-09T01:14:00.000Z',
  dueAt: '2026-11-20T10:00:00.000Z',
  newDueAt: '2026-11-25T03:30:00.000Z',
  reason:
    'phải xác minh thông tin cư trú tại nơi đăng ký trước đây và đến nay chưa nhận được văn bản trả lời',
  signer: { name: 'Lê Hoàng Ánh', positions: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
  copiesTo: ['Phòng Văn hóa – Xã hội'],
};

const present = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('this set has no such form');
  return value;
};

/** Mẫu 02. */
export const someSupplement = (over: Over<InputOf<typeof supplementSlip>> = {}): Slip =>
  supplementSlip({
    ...someIssue,
    form: set2025.forms.supplement,
    number: '12',
    dossier,
    person,
    items: [
      'Giấy chứng sinh ghi thiếu họ tên mẹ: đề nghị cơ sở y tế cấp lại hoặc xác nhận.',
      'Văn bản thỏa thuận của cha mẹ về việc chọn quốc tịch cho con, có xác nhận của cơ quan nước ngoài.',
    ],
    papers: [
      { name: 'Giấy chứng sinh', original: 1, certifiedCopy: 0, photocopy: 0 },
      {
        name: 'Giấy chứng nhận kết hôn của cha mẹ, bản dịch có chứng thực chữ ký người dịch',
        original: 0,
        certifiedCopy: 1,
        photocopy: 2,
      },
    ],
    reason: 'Điều 16 Luật Hộ tịch số 60/2014/QH13; khoản 2 Điều 9 Nghị định số 123/2015/NĐ-CP.',
    officer: 'Phạm Minh Ngọc',
    officerPhone: '024 3875 0000',
    ...over,
  });

/** Mẫu 03. */
export const someRefusal = (over: Over<InputOf<typeof refusalSlip>> = {}): Slip =>
  refusalSlip({
    ...someIssue,
    form: set2025.forms.refusal,
    number: '05',
    dossier: { code: '', provisional: false },
    person,
    reasons: [
      'Việc đăng ký không thuộc thẩm quyền của UBND phường Thạch Bàn mà của nơi cư trú của người mẹ (Điều 13 Luật Hộ tịch).',
      'Việc sinh đã được đăng ký tại UBND phường Cự Khối ngày 03/3/2021.',
    ],
    submitter: 'Trần Quốc Đạt',
    officer: 'Phạm Minh Ngọc',
    ...over,
  });

/** Mẫu 04 of TT 01/2018. */
export const someApology = (over: Over<InputOf<typeof apologySlip>> = {}): Slip =>
  apologySlip({ ...someIssue, ...late, form: present(set2018.forms.apology), ...over });

/** Mẫu 04 of TT 03/2025. */
export const someExtension = (over: Over<InputOf<typeof extensionSlip>> = {}): Slip =>
  extensionSlip({
    ...someIssue,
    ...late,
    form: present(set2025.forms.extension),
    times: 2,
    history: [
      {
        dueAt: '2026-11-16T10:00:00.000Z',
        newDueAt: '2026-11-20T10:00:00.000Z',
        reason: 'Chờ kết quả xác minh của Công an phường',
        signer: 'Lê Hoàng Ánh',
      },
    ],
    ...over,
  });

/** Mẫu 05 of TT 03/2025. */
export const someStop = (over: Over<InputOf<typeof stopSlip>> = {}): Slip =>
  stopSlip({
    ...someIssue,
    form: present(set2025.forms.stop),
    number: '03',
    code: CODE,
    submitter: 'Trần Quốc Đạt',
    owner: person.owner,
    content: person.content,
    askedAt: '2026-11-20T02:00:00.000Z',
    asker: 'Trần Quốc Đạt (theo giấy ủy quyền ngày 18/11/2026)',
    reason: 'Gia đình đăng ký tại nơi cư trú mới.',
    stage: 'Đang giải quyết tại Phòng Văn hóa – Xã hội, chưa có kết quả',
    decidedAt: '2026-11-21T01:00:00.000Z',
    decider: 'Lê Hoàng Ánh, Phó Chủ tịch UBND phường',
    money: 'Hoàn lại lệ phí hộ tịch 75.000 đồng theo phiếu thu PT-K1-0031.',
    papersBack: [
      { name: 'Tờ khai đăng ký khai sinh', quantity: 1 },
      { name: 'Giấy chứng sinh (bản chính)', quantity: 1 },
    ],
    signer: { name: 'Lê Hoàng Ánh', positions: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
    ...over,
  });

/** The control sheet of TT 03/2025 (Mẫu 06). */
export const someControl = (over: Over<InputOf<typeof controlSlip>> = {}): Slip =>
  controlSlip({
    ...someIssue,
    form: set2025.forms.control,
    dossier,
    book: '01/2026',
    bookNo: '0975',
    owner: person.owner,
    receivedAt: '2026-11-21T01:14:00.000Z',
    dueAt: '2026-11-27T10:00:00.000Z',
    solver: 'Phòng Văn hóa – Xã hội',
    partners: 'Công an phường Thạch Bàn',
    steps: [
      {
        giver: 'TTPVHCC phường',
        taker: 'Phòng Văn hóa – Xã hội',
        at: '2026-11-21T03:00:00.000Z',
        result: 'Trước hạn',
        note: 'Đủ giấy tờ',
      },
    ],
    ...over,
  });

/** The electronic log. */
export const someProcessLog = (over: Over<InputOf<typeof processLogSlip>> = {}): Slip =>
  processLogSlip({
    ...someIssue,
    form: set2025.forms.processLog,
    dossier,
    owner: person.owner,
    content: person.content,
    steps: ['Tiếp nhận hồ sơ', 'Chuyển thụ lý', 'Thẩm tra, dự thảo kết quả', 'Trình ký', 'Trả kết quả'].map(
      (act, index) => ({
        at: `2026-11-2${index + 1}T0${index + 1}:05:00.000Z`,
        actor: 'Phạm Minh Ngọc (Trung tâm Phục vụ hành chính công)',
        act,
        receiver: 'Đỗ Thị Quỳnh Như',
        limit: '04 giờ làm việc',
      }),
    ),
    ...over,
  });

/** The register book of TT 03/2025 (Mẫu 07), `count` entries, the third of them cancelled. */
export const someBook = (count: number, over: Over<InputOf<typeof bookSlip>> = {}): Slip =>
  bookSlip({
    ...someIssue,
    form: set2025.forms.book,
    book: '01/2026',
    fieldName: 'Hộ tịch',
    openedOn: '2026-01-02',
    closedOn: '',
    entries: Array.from({ length: count }, (_, index) => ({
      no: `261121-${String(index + 1).padStart(4, '0')}`,
      code: `H26.99.01-261121-${String(index + 1).padStart(4, '0')}`,
      content: 'Đăng ký khai sinh',
      sets: 1,
      owner: 'Nguyễn Thị Hường',
      contact: 'Số 12, ngõ 34 đường Thạch Bàn; 0912 345 678',
      agency: 'UBND phường Thạch Bàn',
      receivedAt: '2026-11-21T01:14:00.000Z',
      dueAt: '2026-11-27T10:00:00.000Z',
      returnedAt: index % 2 === 0 ? '2026-11-26T03:00:00.000Z' : '',
      method: 'Trực tiếp',
      note: '',
      cancelled: index === 2 ? 'nhập trùng số 2' : null,
    })),
    ...over,
  });

/** The internal fee slip, the payer's copy. */
export const someFee = (over: Over<InputOf<typeof feeSlip>> = {}): Slip =>
  feeSlip({
    ...someIssue,
    copyNo: 2,
    form: set2025.forms.fee,
    collector: 'UBND phường Thạch Bàn',
    taxCode: '0100123456',
    number: 'PT-2026-M12-000031',
    feeNames: 'Phí chứng thực bản sao; lệ phí đăng ký hộ tịch',
    payer: 'Trần Quốc Đạt',
    address: person.address,
    dossier,
    fee: 21_000_105,
    charge: 15_000,
    payment: 'Tiền mặt',
    eReceiptNo: '',
    cashier: 'Phạm Minh Ngọc',
    ...over,
  });

/** Giấy biên nhận trả kết quả. */
export const someResult = (over: Over<InputOf<typeof resultSlip>> = {}): Slip =>
  resultSlip({
    ...someIssue,
    copyNo: 2,
    form: set2025.forms.result,
    dossier,
    procedure: person.content,
    owner: person.owner,
    giver: { name: 'Phạm Minh Ngọc', phone: '024 3875 0000' },
    receiver: { name: 'Trần Quốc Đạt', phone: '0912 345 678' },
    results: [
      {
        kind: 'Giấy khai sinh (bản chính)',
        number: '215/2026',
        content: 'Đăng ký khai sinh cho Trần Minh Khôi',
      },
      { kind: 'Trích lục khai sinh (bản sao)', number: '215/2026-BS', content: '03 bản sao' },
    ],
    returnedAt: '2026-11-27T02:20:00.000Z',
    ...over,
  });

/** Phiếu bàn giao with `count` lines. */
export const someHandOver = (count: number, over: Over<InputOf<typeof handOverSlip>> = {}): Slip =>
  handOverSlip({
    ...someIssue,
    form: set2025.forms.handOver,
    agency: 'Phòng Văn hóa – Xã hội phường Thạch Bàn',
    items: Array.from({ length: count }, (_, index) => ({
      code: `H26.99.01-261121-${String(index + 1).padStart(4, '0')}`,
      content: index % 3 === 0 ? person.content : 'Cấp bản sao trích lục hộ tịch',
      result: 'Giấy khai sinh số 215/2026',
      owner: person.owner,
      address: 'Số 12, ngõ 34 đường Thạch Bàn',
      fee: index % 2 === 0,
      post: index % 5 === 1,
    })),
    handedOverAt: '2026-11-26T09:30:00.000Z',
    giver: 'Đỗ Thị Quỳnh Như',
    taker: 'Phạm Minh Ngọc',
    ...over,
  });

/** One slip for `count` dossiers. */
export const someSeveral = (count: number, over: Over<InputOf<typeof severalSlip>> = {}): Slip =>
  severalSlip({
    ...someIssue,
    copyNo: 2,
    form: set2025.forms.several,
    submitter: 'Trần Quốc Đạt',
    address: person.address,
    phone: person.phone,
    email: 'dat.tran@example.vn',
    idNumber: '001203004678',
    returnMethodText: 'Trung tâm Phục vụ hành chính công (nhận trực tiếp)',
    officer: 'Phạm Minh Ngọc',
    dossiers: Array.from({ length: count }, (_, index) => ({
      content: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền cấp',
      agency: 'UBND phường Thạch Bàn',
      receivedAt: '2026-11-21T01:14:00.000Z',
      dueAt: '2026-11-24T10:00:00.000Z',
      limitText: '02 ngày làm việc',
      sets: 1,
      owner: `Nguyễn Văn An ${index + 1}`,
    })),
    ...over,
  });

/** A posted procedure. */
export const somePosting = (over: Over<InputOf<typeof postingSlip>> = {}): Slip =>
  postingSlip({ ...someIssue, form: set2025.forms.posting, code: '1.001193', parts: postedParts, ...over });

const postedParts: InputOf<typeof postingSlip>['parts'] = {
  name: ['Đăng ký khai sinh'],
  steps: [
    'Bước 1: Người có yêu cầu nộp hồ sơ tại Trung tâm Phục vụ hành chính công phường hoặc trực tuyến.',
    'Bước 2: Công chức tiếp nhận kiểm tra giấy tờ; hồ sơ chưa đầy đủ thì hướng dẫn bổ sung một lần, đầy đủ.',
    'Bước 3: Công chức tư pháp – hộ tịch ghi vào Sổ đăng ký khai sinh, trình Chủ tịch UBND phường ký Giấy khai sinh.',
  ],
  ways: ['Trực tiếp, qua dịch vụ bưu chính, hoặc trực tuyến trên Cổng Dịch vụ công quốc gia.'],
  papers: [
    '- Tờ khai đăng ký khai sinh theo mẫu (bản chính).',
    '- Giấy chứng sinh (bản chính).',
    'Số lượng hồ sơ: 01 bộ.',
  ],
  limit: [
    'Ngay trong ngày tiếp nhận; nhận sau 15 giờ mà không giải quyết được ngay thì trả trong ngày làm việc tiếp theo.',
  ],
  applicants: ['Cá nhân'],
  agency: ['UBND phường Thạch Bàn'],
  result: ['Giấy khai sinh'],
  fees: ['Lệ phí hộ tịch theo nghị quyết của HĐND thành phố; miễn lệ phí khi đăng ký đúng hạn.'],
  forms: ['Tờ khai đăng ký khai sinh (Phụ lục 5, Thông tư 04/2020/TT-BTP).'],
  conditions: [],
  grounds: ['Luật Hộ tịch số 60/2014/QH13; Nghị định số 123/2015/NĐ-CP; Thông tư số 04/2020/TT-BTP.'],
  feedback: ['UBND phường Thạch Bàn, số 1 đường Thạch Bàn; điện thoại 024 3875 0000.'],
};

/** Phiếu góp ý. */
export const someOpinion = (): Slip => opinionSlip({ ...someIssue, form: set2025.forms.opinion });

/** The forms of the two sets, for tests that compare them. */
export const formsOf2025: Forms = set2025.forms;
export const formsOf2018: Forms = set2018.forms;
