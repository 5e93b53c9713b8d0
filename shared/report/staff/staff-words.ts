// What each figure by person, procedure, hour or month is; it stands one click away from the tables [T02].
import type { BothLanguages } from '../definitions/definition-words.ts';
import type { DeedKind } from './deeds.ts';

/** A figure's name, and what it counts. */
export type FigureWords = { readonly name: BothLanguages; readonly definition: BothLanguages };

function words(viName: string, enName: string, vi: string, en: string): FigureWords {
  return { name: { vi: viName, en: enName }, definition: { vi, en } };
}

/** What each kind of deed counts. */
export const deedWords: Readonly<Record<DeedKind, FigureWords>> = {
  received: words(
    'Tiếp nhận',
    'Received',
    'Hồ sơ có lúc tiếp nhận trong kỳ, tính cho người tiếp nhận; tổng bằng cột (4) + (5) của Biểu II.06a.',
    'Dossiers whose reception lies in the period, for who received them; the sum is columns (4) + (5) of Biểu II.06a.',
  ),
  handedOver: words(
    'Chuyển xử lý',
    'Handed over',
    'Hồ sơ có lần chuyển cho bộ phận chuyên môn gần nhất nằm trong kỳ, tính cho người chuyển.',
    'Dossiers whose last hand-over to an office lies in the period, for who handed them over.',
  ),
  inTime: words(
    'Xong đúng, trước hạn',
    'Finished in time',
    'Hồ sơ giải quyết xong trong kỳ trước hoặc đúng hạn, tính cho người đã tiếp nhận; tổng bằng cột (8) + (9).',
    'Dossiers finished in the period early or on time, for who received them; the sum is columns (8) + (9).',
  ),
  late: words(
    'Xong quá hạn',
    'Finished late',
    'Hồ sơ giải quyết xong trong kỳ sau giờ hẹn, tính cho người đã tiếp nhận dù ai làm chậm; tổng bằng cột (10).',
    'Dossiers finished in the period after the due time, for who received them, whoever was late; the sum is column (10).',
  ),
  returned: words(
    'Trả kết quả',
    'Returned',
    'Hồ sơ trả kết quả cho công dân trong kỳ, tính cho người trả.',
    'Dossiers whose result went to the citizen in the period, for who gave it.',
  ),
  issued: words('Lấy số', 'Numbers given', 'Số thứ tự cấp trong kỳ.', 'Numbers given out in the period.'),
  served: words(
    'Lượt phục vụ',
    'Services',
    'Lượt đứng ở quầy bắt đầu trong kỳ và đã xong việc hoặc chuyển tiếp; lượt vắng mặt, tạm giữ, bị đóng không tính.',
    'Stays at a counter that began in the period and ended with the work done or sent on; absent, set aside and closed ones are not counted.',
  ),
  rated: words(
    'Đánh giá',
    'Answers',
    'Người dân trả lời câu hỏi hài lòng trong kỳ, tính cho cán bộ phục vụ cuối.',
    'Citizens who answered the question of satisfaction in the period, for the clerk who served them last.',
  ),
};

/** What is computed from deeds. */
export const shareWords = {
  inTimeShare: words(
    'Tỷ lệ đúng hạn',
    'In time',
    'Xong đúng, trước hạn trên tổng số xong trong kỳ. Một chữ số thập phân, nửa làm tròn lên; không có gì để chia thì ghi “–”.',
    'Finished in time of all finished in the period. One decimal, halves upward; “–” where there is nothing to divide by.',
  ),
  median: words(
    'Trung vị phục vụ',
    'Median service',
    'Thời gian phục vụ đứng giữa khi xếp các lượt theo độ dài; không lượt nào thì ghi “–”.',
    'The service in the middle when all are put in order of their length; “–” where there is none.',
  ),
  satisfied: words(
    'Tỷ lệ hài lòng',
    'Satisfied',
    'Trả lời hài lòng và rất hài lòng trên số trả lời; ít hơn 5 trả lời thì không tính tỷ lệ, ghi “–”.',
    'Satisfied and very satisfied answers of all answers; fewer than 5 give no share, “–”.',
  ),
} as const;
