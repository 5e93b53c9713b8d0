import { say } from '../../say.ts';

/** What went wrong with filings, corrections and lists that change hands. */
export const filingTrouble = {
  'correction-late': say(
    'Hồ sơ đã có quyết định về kết quả nên không điều chỉnh tiếp nhận được nữa.',
    'Chưa ghi gì.',
    'Nếu kết quả sai, làm theo thủ tục đính chính; hồ sơ này giữ nguyên.',
  ),
  'correction-needs-head': say(
    'Điều chỉnh này cần người thứ hai đồng ý.',
    'Chưa ghi gì; nội dung đang sửa vẫn còn.',
    'Bấm “Ghi điều chỉnh” (F8) và mời Trưởng Bộ phận chọn tên, nhập PIN.',
  ),
  'correction-nothing': say(
    'Chưa có gì khác với lần tiếp nhận.',
    'Chưa ghi gì và không in gì.',
    'Sửa chỗ sai rồi ghi, hoặc bỏ dở nếu tiếp nhận vốn đã đúng.',
  ),
  'correction-open': say(
    'Đang điều chỉnh một hồ sơ, chưa ghi.',
    'Nội dung đang sửa vẫn còn; chưa mở tiếp nhận mới.',
    'Ghi điều chỉnh bằng F8 hoặc bỏ dở, rồi bấm F4 để tiếp nhận hồ sơ mới.',
  ),
  'filing-known': say(
    'Mã {portalCode} đã có trong danh sách.',
    'Không ghi lần hai.',
    'Tìm mã này trong danh sách “Chờ tiếp nhận”.',
  ),
  'filing-unknown': say(
    'Không tìm thấy hồ sơ nộp này.',
    'Người khác có thể vừa tiếp nhận hoặc từ chối.',
    'Mở lại danh sách “Chờ tiếp nhận”.',
  ),
  'hand-over-none': say(
    'Chưa chọn hồ sơ nào.',
    'Chưa ghi gì.',
    'Đánh dấu các hồ sơ cần bàn giao rồi bấm lại.',
  ),
};
