// The list of dossiers handed over in a session; no law numbers it, its columns are those of the control sheet.
import { a4Across, commonWords } from './common-words.ts';

/** Danh sách giao nhận hồ sơ, across the page. */
export const custodyWords = {
  ...commonWords,
  formNo: '',
  title: ['DANH SÁCH GIAO NHẬN HỒ SƠ'],
  copies: [] as string[],
  sheet: { ...a4Across, tablePt: 10 },
  labels: { office: 'Nơi nhận:', session: 'Buổi giao nhận:', count: 'Tổng số:' },
  total: '{entries} hồ sơ, {papers} giấy tờ, {sets} bộ',
  columns: {
    no: { name: 'TT', width: 4 },
    code: { name: 'Mã hồ sơ', width: 16 },
    content: { name: 'Tên thủ tục hành chính', width: 23 },
    owner: { name: 'Chủ hồ sơ', width: 14 },
    papers: { name: 'Số giấy tờ', width: 5 },
    sets: { name: 'Số bộ', width: 5 },
    at: { name: 'Giao lúc', width: 9 },
    due: { name: 'Hẹn trả', width: 9 },
    sign: { name: 'Người nhận ký', width: 8 },
    note: { name: 'Ghi chú', width: 7 },
  },
  signatures: { left: 'NGƯỜI GIAO', right: 'NGƯỜI NHẬN', hint: '(Ký và ghi rõ họ tên)' },
};
