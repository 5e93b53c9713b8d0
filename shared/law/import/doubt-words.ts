/**
 * Every doubt an import can have, with the sentence of the report (who imports reads Vietnamese). What was taken instead
 * stands beside each place.
 */
export const DOUBTS = {
  'code-zeros': 'Mã TTHC bị mất số 0 ở cuối (Excel coi mã là số); đã thêm lại cho đủ sáu chữ số.',
  'code-unusual': 'Mã TTHC có số đầu khác 1–6; hãy kiểm tra lại.',
  'name-shared': 'Nhiều mã khác nhau mang cùng một tên; dữ liệu lấy từ trang web hay bị lỗi này.',
  'field-missing': 'Không có lĩnh vực.',
  'field-from-above': 'Ô lĩnh vực để trống (ô gộp?); đã lấy lĩnh vực của dòng trên.',
  'field-several': 'Ghi nhiều lĩnh vực; chỉ lấy lĩnh vực đầu tiên.',
  'agency-missing': 'Không có cơ quan thực hiện.',
  'limit-missing': 'Không có thời hạn giải quyết.',
  'limit-not-understood': 'Không hiểu thời hạn giải quyết.',
  'limit-unit-missing': 'Thời hạn chỉ có con số, không rõ ngày làm việc, ngày hay giờ.',
  'limit-unit': 'Thời hạn tính bằng đơn vị mà danh mục không dùng (tuần, tháng, năm, phút).',
  'limit-hour-kind': 'Thời hạn ghi “giờ”, không rõ là giờ làm việc hay giờ đồng hồ.',
  'limit-range': 'Thời hạn ghi thành khoảng hoặc lựa chọn.',
  'limit-several': 'Thời hạn có nhiều con số khác nhau.',
  'limit-rest': 'Trong thời hạn còn chữ hoặc số không hiểu được; không lấy con số nào.',
  'limit-condition': 'Thời hạn kèm điều kiện; con số đã lấy, điều kiện ghi ở ghi chú.',
  'limit-cutoff': 'Có giờ chốt nhận hồ sơ nhưng không rõ hệ quả; không lấy giờ chốt.',
  'limit-added': 'Thời hạn “kéo dài thêm” được cộng vào thời hạn chính.',
  'limit-fraction': 'Thời hạn lẻ: chỉ đếm được ngày trọn, nửa ngày làm việc (0,5) và giờ.',
  'limit-contradicts': 'Thời hạn trong phần mô tả khác thời hạn ghi riêng.',
  'limit-by-channel':
    'Thời hạn khác nhau theo cách nộp; lấy của nộp trực tiếp, các cách khác thành trường hợp riêng.',
  'local-limit-not-understood': 'Không hiểu thời hạn rút ngắn của đơn vị; không lấy.',
  'fee-missing': 'Không nói gì về phí, lệ phí.',
  'fee-not-understood': 'Không hiểu mức phí, lệ phí.',
  'fee-free-but': 'Ghi miễn phí nhưng kèm lời giải thích khác.',
  'fee-rest': 'Trong mức thu còn chữ, số hoặc dấu không hiểu được; không lấy số tiền nào.',
  'fee-several': 'Nhiều mức thu cho cùng một khoản.',
  'fee-small': 'Mức thu dưới 1.000 đồng (có thể tính bằng nghìn đồng).',
  'fee-too-large': 'Mức thu trên một tỷ đồng.',
  'fee-kind': 'Không rõ là phí hay lệ phí; đã lấy là lệ phí (thu một lần).',
  'fee-condition': 'Mức thu kèm điều kiện; con số đã lấy, điều kiện ghi ở ghi chú.',
  'fee-exemption': 'Có đối tượng được miễn mà danh mục chưa có; ghi ở ghi chú.',
  'fee-amount-missing': 'Chỉ nói ai được miễn, không nói mức thu.',
  'papers-missing': 'Không có thành phần hồ sơ.',
  'papers-too-many': 'Quá 60 giấy tờ; phần còn lại gộp thành một mục.',
  'papers-glued': 'Các giấy tờ dính liền nhau trong một đoạn chữ; hãy kiểm tra chỗ tách.',
  'paper-copy-kind': 'Ghi “bản” mà không rõ bản chính hay bản sao; đã lấy là bản chính.',
  'paper-quantity': 'Số lượng giấy tờ quá lớn.',
  'paper-note': 'Lời lưu ý nằm trong thành phần hồ sơ; không lấy làm giấy tờ.',
  'paper-long': 'Tên giấy tờ dài như một lời hướng dẫn; hãy kiểm tra có phải giấy tờ không.',
  'sets-not-understood': 'Không hiểu số bộ hồ sơ; đã lấy 1.',
  'level-not-understood': 'Không hiểu mức độ dịch vụ công trực tuyến; đã lấy “không”.',
  'level-old-scale': 'Mức độ ghi theo thang cũ (1–4).',
  'channels-not-understood': 'Không hiểu cách thức nộp; đã lấy nộp trực tiếp.',
  'day-not-understood': 'Không hiểu ngày; đã lấy ngày hiệu lực chung.',
  'day-order': 'Ngày hết hiệu lực trước ngày có hiệu lực; đã bỏ ngày hết hiệu lực.',
  'text-cut': 'Đoạn chữ quá dài; đã cắt bớt.',
  'list-cut': 'Danh sách quá dài; đã cắt bớt.',
  'row-continued': 'Dòng không có mã và tên; đã nối vào thủ tục ở dòng trên.',
  'cell-error': 'Ô báo lỗi công thức của Excel; coi như để trống.',
} as const;

/** The kind of a doubt. */
export type DoubtKind = keyof typeof DOUBTS;

/** What was assumed because the file does not say it: counted, not listed, and no ground to call a procedure doubtful. */
export const ASSUMPTIONS = {
  'level-missing': 'Không có mức độ dịch vụ công trực tuyến; đã lấy “không”.',
  'channels-missing': 'Không có cách thức nộp; đã lấy nộp trực tiếp.',
  'valid-from-missing': 'Không có ngày hiệu lực; đã lấy ngày hiệu lực chung.',
  'sets-missing': 'Không có số bộ hồ sơ; đã lấy 1.',
  'quantity-missing': 'Giấy tờ không ghi số lượng; đã lấy 1 bản.',
  'paper-choice': 'Giấy tờ thay thế nhau (“hoặc”) nằm trong cùng một mục; đã giữ nguyên.',
  'short-name-made': 'Không có tên rút gọn; đã lấy phần đầu của tên.',
  'results-missing': 'Không có kết quả thực hiện.',
} as const;

/** The kind of an assumption. */
export type AssumptionKind = keyof typeof ASSUMPTIONS;
