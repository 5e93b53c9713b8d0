import { say } from '../../say.ts';

/** Why a number is not called although it waits: only one counter may call it. */
export const claimTrouble = {
  'ticket-claimed': say(
    'Số {number} vừa được gọi hoặc xử lý ở nơi khác: {counter}, lúc {since}.',
    'Mỗi số chỉ một quầy gọi được, nên quầy này không gọi số đó.',
    'Gọi số tiếp theo.',
  ),
  'calls-cut-off': say(
    'Đang mất kết nối với các máy khác; số do máy này cấp đã gọi hết.',
    'Còn {waiting} người cầm số do máy khác cấp. Quầy khác có thể đã gọi họ, nên máy không tự chọn.',
    'Hỏi người đang chờ: ai đưa phiếu thì gọi đúng số trên phiếu đó.',
  ),
};
