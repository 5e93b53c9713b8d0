// What every figure is, in words; the formulas stand beside their rules.
import type { FigureColumn } from '../columns.ts';
import type { RatioId } from './ratios.ts';

/** A text in the two languages of the product. */
export type BothLanguages = { readonly vi: string; readonly en: string };

type Words = { readonly name: BothLanguages; readonly definition: BothLanguages };

function words(viName: string, enName: string, vi: string, en: string): Words {
  return { name: { vi: viName, en: enName }, definition: { vi, en } };
}

/** Columns (3)–(13) of Biểu II.06a. */
export const columnWords: Readonly<Record<FigureColumn, Words>> = {
  received: words(
    'Tiếp nhận, tổng số',
    'Received, total',
    'Hồ sơ tiếp nhận trong kỳ và hồ sơ từ kỳ trước. Hồ sơ bị từ chối tiếp nhận (Mẫu 03) không tính.',
    'Dossiers received in the period and those carried over. Refused filings (Mẫu 03) are never counted.',
  ),
  receivedOnline: words(
    'Tiếp nhận trong kỳ, trực tuyến',
    'Received in the period, online',
    'Hồ sơ nộp trực tuyến có lúc tiếp nhận trong kỳ.',
    'Dossiers filed online whose reception lies in the period.',
  ),
  receivedAtCounter: words(
    'Tiếp nhận trong kỳ, trực tiếp và bưu chính',
    'Received in the period, at the counter or by post',
    'Hồ sơ nộp trực tiếp hoặc qua dịch vụ bưu chính có lúc tiếp nhận trong kỳ.',
    'Dossiers handed in at the counter or by post whose reception lies in the period.',
  ),
  carriedOver: words(
    'Từ kỳ trước',
    'Carried over',
    'Hồ sơ tiếp nhận trước kỳ và đến đầu kỳ chưa giải quyết xong.',
    'Dossiers received before the period and not finished before it.',
  ),
  finished: words(
    'Đã giải quyết, tổng số',
    'Finished, total',
    'Hồ sơ giải quyết xong trong kỳ: có kết quả tại Một cửa, không đủ điều kiện; đã rút và dừng giải quyết theo quy tắc đếm.',
    'Dossiers finished in the period: the result stands at the desk, or found ineligible; withdrawn and stopped ones by the rules of counting.',
  ),
  finishedEarly: words(
    'Đã giải quyết, trước hạn',
    'Finished early',
    'Có kết quả trước ngày hẹn trả, hoặc trước giờ hẹn số phút làm việc theo quy tắc đếm.',
    'The result stood at the desk on a day before the due day, or as many working minutes before the due time as the rules say.',
  ),
  finishedOnTime: words(
    'Đã giải quyết, đúng hạn',
    'Finished on time',
    'Có kết quả đến giờ hẹn trả và không trước hạn; hồ sơ rút, dừng theo quy tắc đếm.',
    'The result stood at the desk by the due time and not early; withdrawn and stopped dossiers by the rules of counting.',
  ),
  finishedLate: words(
    'Đã giải quyết, quá hạn',
    'Finished late',
    'Có kết quả sau giờ hẹn trả đang có hiệu lực khi đó. Ngày công dân đến nhận không ảnh hưởng.',
    'The result stood at the desk after the due time in force then. When the citizen comes has no influence.',
  ),
  pending: words(
    'Đang giải quyết, tổng số',
    'Pending, total',
    'Hồ sơ đã tiếp nhận mà đến hết kỳ chưa giải quyết xong.',
    'Dossiers received and not finished at the end of the period.',
  ),
  pendingInTime: words(
    'Đang giải quyết, trong hạn',
    'Pending, in time',
    'Đến hết kỳ (hoặc lúc lập, nếu kỳ chưa hết) chưa qua giờ hẹn trả, hoặc đang tạm dừng theo quy tắc đếm.',
    'At the end of the period (or now, if it is not over) the due time has not passed, or the dossier is paused, by the rules of counting.',
  ),
  pendingOverdue: words(
    'Đang giải quyết, quá hạn',
    'Pending, overdue',
    'Đến hết kỳ (hoặc lúc lập, nếu kỳ chưa hết) đã qua giờ hẹn trả và không tạm dừng.',
    'At the end of the period (or now, if it is not over) the due time has passed and the dossier is not paused.',
  ),
};

/** Ratios over these columns. */
export const ratioWords: Readonly<Record<RatioId, Words>> = {
  completion: words(
    'Tỷ lệ giải quyết',
    'Completion',
    'Số đã giải quyết trên tổng số tiếp nhận kể cả từ kỳ trước. Không phải tỷ lệ đúng hạn.',
    'Finished dossiers of all received ones, carried-over ones included. Not the on-time ratio.',
  ),
  'on-time': words(
    'Tỷ lệ đúng hạn và trước hạn',
    'On time or early',
    'Số giải quyết trước hạn và đúng hạn trên số đã giải quyết.',
    'Dossiers finished early or on time of the finished ones.',
  ),
  early: words(
    'Tỷ lệ trước hạn',
    'Early',
    'Số giải quyết trước hạn trên số đã giải quyết.',
    'Dossiers finished early of the finished ones.',
  ),
  late: words(
    'Tỷ lệ quá hạn',
    'Late',
    'Số giải quyết quá hạn trên số đã giải quyết.',
    'Dossiers finished late of the finished ones.',
  ),
  online: words(
    'Tỷ lệ trực tuyến',
    'Online',
    'Số nộp trực tuyến trên số tiếp nhận trong kỳ, không kể từ kỳ trước.',
    'Dossiers filed online of those received in the period, without the carried-over ones.',
  ),
  'pending-in-time': words(
    'Tỷ lệ trong hạn của đang giải quyết',
    'Pending in time',
    'Số đang giải quyết trong hạn trên số đang giải quyết.',
    'Pending dossiers in time of the pending ones.',
  ),
};

/** Figures and lists beside the form. */
export const listWords: readonly (Words & { readonly id: string; readonly unit: 'hồ sơ' | '%' | 'đồng' })[] =
  [
    {
      id: 'beside.paused',
      unit: 'hồ sơ',
      ...words(
        'Đang tạm dừng cuối kỳ',
        'Paused at the end',
        'Hồ sơ đang giải quyết mà thời hạn đang dừng vào cuối kỳ.',
        'Pending dossiers whose clock stands still at the end of the period.',
      ),
    },
    {
      id: 'beside.ended',
      unit: 'hồ sơ',
      ...words(
        'Đã rút, dừng, không đủ điều kiện',
        'Withdrawn, stopped, ineligible',
        'Hồ sơ kết thúc trong kỳ mà không có kết quả thuận, theo từng loại.',
        'Dossiers that ended in the period without a result in favour, each kind apart.',
      ),
    },
    {
      id: 'list.supplements',
      unit: '%',
      ...words(
        'Tỷ lệ yêu cầu bổ sung',
        'Supplement rate',
        'Số hồ sơ có ít nhất một Mẫu 02 sau tiếp nhận trên số tiếp nhận trong kỳ, theo lĩnh vực.',
        'Dossiers with at least one Mẫu 02 after their reception of those received in the period, by field.',
      ),
    },
    {
      id: 'list.fees',
      unit: 'đồng',
      ...words(
        'Phí, lệ phí',
        'Fees',
        'Số tiền ghi khi tiếp nhận, theo ngày, loại và người tiếp nhận; phí và lệ phí riêng. Không phải số đã thu.',
        'Amounts written at the reception, by day, kind and receiving officer; phí and lệ phí apart. Not what was collected.',
      ),
    },
    {
      id: 'list.waiting',
      unit: 'hồ sơ',
      ...words(
        'Tồn kết quả',
        'Results not collected',
        'Hồ sơ có kết quả tại Một cửa quá số ngày (theo lịch) mà chưa trả.',
        'Dossiers whose result has stood at the desk for more than so many calendar days.',
      ),
    },
    {
      id: 'list.overdue',
      unit: 'hồ sơ',
      ...words(
        'Quá hạn theo nơi và người',
        'Overdue by office and officer',
        'Hồ sơ đang giải quyết đã qua hạn, theo nơi đang giữ và người tiếp nhận; nguyên nhân là nguyên nhân ghi ở Mẫu 04, không có thì để trống.',
        'Pending dossiers past their date by the office that holds them and the officer who received them; the cause is the one written on Mẫu 04, empty where there is none.',
      ),
    },
  ];
