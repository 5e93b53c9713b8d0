import { ratioOf } from '../definitions/ratios.ts';
import type { Cells } from '../columns.ts';
import type { Ratio } from '../definitions/ratios.ts';

/** One part of a group: what it measures, and its share; null where the office's data do not tell. */
export type EstimatePart = {
  readonly id: string;
  readonly name: string;
  readonly share: Ratio | null;
  /** Why it is not known; null where it is. */
  readonly unknown: string | null;
};

/**
 * A group of QĐ 766/QĐ-TTg as far as this office can see it: an internal estimate and never the score. `points` is null
 * unless every part is known; `maxPoints` are those of the group [GK for its parts, DOMAIN 6.2].
 */
export type GroupEstimate = {
  readonly group: 2 | 3 | 4 | 5;
  readonly name: string;
  readonly label: 'ước tính nội bộ';
  readonly maxPoints: number;
  readonly points: number | null;
  readonly parts: readonly EstimatePart[];
};

/** What the estimates are made of: the form's last row, and how results of the period went out. */
export type EstimateSource = {
  readonly total: Cells;
  /** Results handed over in the period, and those of them given electronically. */
  readonly handedOver: number;
  readonly electronic: number;
};

const LABEL = 'ước tính nội bộ';

/** Groups 2, 3, 5 and the online part of group 4; what is not in the data is null, never 0 [FG7]. */
export function estimates766({ total, handedOver, electronic }: EstimateSource): readonly GroupEstimate[] {
  const inTime = total.finishedEarly + total.finishedOnTime;
  const { receivedOnline, receivedAtCounter } = total;
  return [
    group(2, 'Tiến độ, kết quả giải quyết', 20, [
      // Running overdue dossiers are counted against it (DOMAIN 6.2 [GK]).
      known('2.on-time', 'Hồ sơ xử lý đúng hạn', inTime, total.finished + total.pendingOverdue),
    ]),
    group(3, 'Số hóa hồ sơ', 22, [
      known('3.electronic', 'Hồ sơ trả kết quả điện tử', electronic, handedOver),
      unknown(
        '3.digitised',
        'Hồ sơ được số hóa',
        'Việc số hóa giấy tờ không ghi trong dữ liệu của bàn Một cửa.',
      ),
      unknown('3.reused', 'Tái sử dụng dữ liệu đã số hóa', 'Không có dữ liệu của kho dữ liệu dùng chung.'),
    ]),
    group(4, 'Cung cấp dịch vụ trực tuyến', 22, [
      known('4.online', 'Hồ sơ nộp trực tuyến', receivedOnline, receivedOnline + receivedAtCounter),
      unknown('4.offered', 'TTHC cung cấp trực tuyến có phát sinh hồ sơ', 'Do Cổng Dịch vụ công thống kê.'),
      unknown(
        '4.payment',
        'Thanh toán trực tuyến',
        'Thanh toán trực tuyến không ghi trong dữ liệu của bàn Một cửa.',
      ),
    ]),
    group(5, 'Mức độ hài lòng', 18, [
      unknown('5.feedback-on-time', 'PAKN xử lý đúng hạn', 'PAKN chưa ghi trong dữ liệu của bàn Một cửa.'),
      unknown('5.feedback', 'Hài lòng về xử lý PAKN', 'PAKN chưa ghi trong dữ liệu của bàn Một cửa.'),
      unknown(
        '5.procedures',
        'Hài lòng về giải quyết TTHC',
        'Đánh giá của người dân chưa ghi trong dữ liệu của bàn Một cửa.',
      ),
    ]),
  ];
}

function group(
  number: GroupEstimate['group'],
  name: string,
  maxPoints: number,
  parts: readonly EstimatePart[],
): GroupEstimate {
  const shares = parts.flatMap(({ share }) => (share === null || share.percent === null ? [] : share));
  const [only] = shares;
  // The weights of several parts are not known, so only a group of one part gives points, to a hundredth.
  const isWhole = parts.length === 1 && only !== undefined;
  const points = isWhole ? Math.round((maxPoints * 100 * only.part) / only.whole) / 100 : null;
  return { group: number, name, label: LABEL, maxPoints, points, parts };
}

function known(id: string, name: string, part: number, whole: number): EstimatePart {
  return { id, name, share: ratioOf(id, part, whole), unknown: null };
}

function unknown(id: string, name: string, why: string): EstimatePart {
  return { id, name, share: null, unknown: why };
}
