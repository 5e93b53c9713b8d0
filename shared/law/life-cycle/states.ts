/**
 * What a state does to the due date (DOMAIN 4.2): `answer` gives the desk 8 working hours to answer a filing, `stopped` is
 * the finish that punctuality is judged by, `end` a finish without a result at the desk.
 */
export type ClockEffect = 'none' | 'answer' | 'runs' | 'paused' | 'stopped' | 'end';

type StateRule = {
  /** Code and label of DOMAIN 4.2, as they stand in exports; short words for screens are in shared/text. */
  readonly code: string;
  readonly label: string;
  /** National status code (DOMAIN 4.1); null: not told. */
  readonly national: number | null;
  readonly clock: ClockEffect;
};

/**
 * States of a dossier from the first typed letter to its end (DOMAIN 4.2). Overdue, apology, money, delivery of data are
 * attributes, never states.
 */
export const dossierStates = {
  draft: { code: 'NHAP', label: 'Đang nhập / nháp', national: null, clock: 'none' },
  filed: {
    code: 'CHO_TIEP_NHAN',
    label: 'Chờ tiếp nhận (trực tuyến/bưu chính)',
    national: 1,
    clock: 'answer',
  },
  /** Turned back before it was received (CHO_BO_SUNG(0)): no clock, no code. */
  incomplete: { code: 'CHO_BO_SUNG', label: 'Chờ bổ sung trước khi tiếp nhận', national: 5, clock: 'none' },
  refused: { code: 'TU_CHOI', label: 'Từ chối tiếp nhận', national: 3, clock: 'end' },
  received: { code: 'DA_TIEP_NHAN', label: 'Đã tiếp nhận', national: 2, clock: 'runs' },
  'handed-over': {
    code: 'DA_CHUYEN',
    label: 'Đã chuyển bộ phận chuyên môn (chờ nhận bàn giao)',
    national: 4,
    clock: 'runs',
  },
  'in-process': { code: 'DANG_GIAI_QUYET', label: 'Đang giải quyết', national: 4, clock: 'runs' },
  'at-agency': { code: 'LIEN_THONG', label: 'Chuyển liên thông cơ quan khác', national: 4, clock: 'runs' },
  'awaiting-supplement': { code: 'CHO_BO_SUNG', label: 'Chờ bổ sung', national: 5, clock: 'paused' },
  'awaiting-duty': {
    code: 'CHO_NVTC',
    label: 'Chờ thực hiện nghĩa vụ tài chính',
    national: 6,
    clock: 'paused',
  },
  suspended: { code: 'TAM_DUNG', label: 'Tạm dừng', national: 4, clock: 'paused' },
  'to-sign': { code: 'TRINH_KY', label: 'Trình ký', national: 4, clock: 'runs' },
  signed: { code: 'DA_KY', label: 'Đã ký, chờ phát hành/đóng dấu', national: 4, clock: 'runs' },
  'result-ready': { code: 'CO_KET_QUA', label: 'Đã có kết quả tại Một cửa', national: 9, clock: 'stopped' },
  'in-post': { code: 'DANG_GUI_BC', label: 'Gửi qua bưu chính', national: 9, clock: 'stopped' },
  returned: { code: 'DA_TRA', label: 'Đã trả – trực tiếp', national: 10, clock: 'stopped' },
  'returned-by-post': { code: 'DA_TRA_BC', label: 'Đã trả qua bưu chính', national: 10, clock: 'stopped' },
  'returned-at-home': { code: 'DA_TRA_TAI_NHA', label: 'Trả tại nhà', national: 10, clock: 'stopped' },
  'returned-electronically': {
    code: 'DA_TRA_DT',
    label: 'Trả bản điện tử (kho dữ liệu/VNeID)',
    national: 10,
    clock: 'stopped',
  },
  'withdrawal-asked': { code: 'XIN_RUT', label: 'Xin rút', national: 7, clock: 'paused' },
  withdrawn: { code: 'DA_RUT', label: 'Đã rút', national: 8, clock: 'end' },
  stopped: { code: 'DUNG', label: 'Dừng giải quyết', national: 8, clock: 'end' },
  /** A written refusal is the result: counted as solved (đã giải quyết). */
  ineligible: {
    code: 'KHONG_DU_DK',
    label: 'Trả hồ sơ không đủ điều kiện giải quyết',
    national: 9,
    clock: 'end',
  },
} as const satisfies Readonly<Record<string, StateRule>>;

/** A state of DOMAIN 4.2. */
export type DossierState = keyof typeof dossierStates;
