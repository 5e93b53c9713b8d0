import { say } from '../say.ts';
import { approveTrouble } from './people/approve.ts';
import { peopleTrouble } from './people/trouble.ts';
import { printerTrouble } from './papers/trouble-printers.ts';
import { moneyTrouble } from './money/trouble-money.ts';
import { claimTrouble } from './queue/trouble-claims.ts';
import { attachmentTrouble } from './intake/trouble-attachments.ts';
import { filingTrouble } from './filings/trouble-filings.ts';
import { hallTrouble } from './queue/trouble-hall.ts';
import { queueTrouble } from './queue/trouble-queue.ts';
import { usbTrouble } from './outage/trouble-usb.ts';
import { hostTrouble } from './trouble-host.ts';

const kept = 'Việc trước đó vẫn được giữ nguyên trên máy này.';

/** What happened, what it means, what to do, by code; `{name}` is filled with a detail of the trouble. */
export const trouble = {
  fallback: say(
    'Việc vừa rồi chưa làm được.',
    kept,
    'Thử lại một lần. Nếu vẫn không được, ghi lại mã bên dưới và báo người quản trị máy.',
  ),
  codes: {
    ...hostTrouble,
    ...usbTrouble,
    ...printerTrouble,
    ...queueTrouble,
    ...claimTrouble,
    ...hallTrouble,
    ...filingTrouble,
    ...attachmentTrouble,
    ...moneyTrouble,
    ...approveTrouble,
    ...peopleTrouble,
    'fields-invalid': say('Có ô chưa đúng.', 'Hồ sơ chưa được lưu.', 'Sửa các ô được đánh dấu rồi bấm lại.'),
    'numbers-exhausted': say(
      'Đã hết số trong dải của máy này.',
      'Máy chưa cấp số mới để không bao giờ trùng số.',
      'Nối mạng để máy xin thêm dải số, hoặc lấy số ở máy khác.',
    ),
    'supply-empty': say(
      'Máy chưa có dải số để cấp.',
      'Số mới chưa được cấp và chưa có gì được in.',
      'Đợi vài giây rồi thử lại. Nếu lặp lại, xem trang “Tình trạng máy”.',
    ),
    'ticket-unknown': say(
      'Không tìm thấy số này trong ngày.',
      kept,
      'Kiểm tra lại số trên vé và ngày in vé.',
    ),
    'field-unknown': say(
      'Không có lĩnh vực này.',
      'Danh mục trên máy không có lĩnh vực vừa chọn.',
      'Chọn lĩnh vực khác.',
    ),
    'procedure-unknown': say(
      'Không có thủ tục này trong danh mục đang áp dụng.',
      'Thủ tục có thể đã hết hiệu lực hoặc mã gõ sai.',
      'Tìm lại theo tên thủ tục.',
    ),
    'dossier-unknown': say(
      'Không tìm thấy hồ sơ.',
      'Máy này chưa có hồ sơ với mã đó.',
      'Kiểm tra mã trên giấy hẹn. Nếu hồ sơ nhận ở quầy khác, đợi mạng nối lại.',
    ),
    'dossier-step-wrong': say(
      'Hồ sơ không ở bước này.',
      'Người khác có thể vừa xử lý hồ sơ; bước vừa bấm không còn phù hợp.',
      'Mở lại hồ sơ để xem tình trạng mới nhất.',
    ),
    'act-role-wrong': say(
      'Việc này không thuộc vai trò của người đang đăng nhập.',
      'Chưa ghi gì.',
      'Nhờ người có thẩm quyền đăng nhập và làm việc này.',
    ),
    'supplement-rounds-many': say(
      'Hồ sơ đã được yêu cầu bổ sung đủ {max} lần.',
      'Chưa ghi gì; quy định không cho yêu cầu thêm.',
      'Giải quyết theo giấy tờ đang có, hoặc trình lãnh đạo dừng giải quyết.',
    ),
    'supplement-late': say(
      'Hồ sơ đã quá hạn nên không yêu cầu bổ sung được nữa.',
      'Chưa ghi gì.',
      'Gửi phiếu xin lỗi và hẹn lại ngày trả.',
    ),
    'supplement-awaited': say(
      'Chưa hết thời hạn bổ sung (đến hết ngày {until}).',
      'Chưa ghi gì; người nộp vẫn còn thời gian bổ sung.',
      'Đợi hết thời hạn bổ sung, hoặc trình lãnh đạo dừng giải quyết.',
    ),
    'extensions-many': say(
      'Hồ sơ đã được hẹn lại đủ {max} lần.',
      'Chưa ghi gì; quy định không cho hẹn lại thêm.',
      'Báo lãnh đạo để giải quyết ngay.',
    ),
    'extension-early': say(
      'Hồ sơ chưa sắp đến hạn nên chưa hẹn lại được.',
      'Chưa ghi gì.',
      'Tiếp tục giải quyết; chỉ xin lỗi và hẹn lại khi sắp đến hạn hoặc đã quá hạn.',
    ),
    'numbers-begin-range': say(
      'Số này không thuộc dải số của máy này ({from}–{to}).',
      'Chưa ghi gì; các máy khác có dải số riêng.',
      'Kiểm tra lại số, hoặc ghi trên máy có dải số đó.',
    ),
    'numbers-begin-low': say(
      'Máy đã cấp đến số {highest} nên không thể bắt đầu từ số thấp hơn.',
      'Chưa ghi gì; số đã in ra không bao giờ cấp lại.',
      'Nhập số bằng hoặc lớn hơn {highest}.',
    ),
    'numbers-begin-why': say(
      'Chưa ghi lý do, hoặc lý do dài quá {longest} chữ.',
      'Chưa ghi gì.',
      'Ghi một câu ngắn vì sao có số trên giấy.',
    ),
    'conflict-none': say(
      'Việc này không còn gì phải chốt.',
      'Có người đã chốt ở nơi khác.',
      'Xem lại danh sách.',
    ),
    'conflict-changed': say(
      'Vừa có thêm việc ở một bên.',
      'Chưa chốt gì, để không bỏ qua việc mới.',
      'Xem lại các bên rồi chốt.',
    ),
    'paper-void': say(
      'Giấy này không còn giá trị: đã chốt theo bên kia.',
      'Không in; bản đã giao phải thu lại.',
      'Gọi người nộp để thu lại giấy, rồi lập giấy theo bên đã chốt.',
    ),
    'conflict-note-missing': say(
      'Chưa ghi lý do chốt.',
      'Chưa chốt gì; bên kia cần biết vì sao.',
      'Ghi một câu ngắn vì sao bên này đúng rồi chốt lại.',
    ),
    'conflict-note-long': say(
      'Ghi chú dài quá {longest} chữ.',
      'Chưa chốt gì.',
      'Rút ngắn ghi chú rồi chốt lại.',
    ),
    'storage-nearly-full': say(
      'Bộ nhớ của trình duyệt gần đầy nên máy không nhận việc mới.',
      'Việc đang làm vẫn kết thúc được; không mất gì.',
      'Báo người quản trị dọn bớt chỗ trên máy.',
    ),
    'not-signed-in': say(
      'Chưa có cán bộ đăng nhập.',
      'Mỗi việc ở quầy phải ghi tên người làm.',
      'Đăng nhập ở trang “Quầy tiếp nhận”.',
    ),
    'line-too-long': say(
      'Nội dung quá dài.',
      'Một việc chỉ ghi được tối đa 64 KB chữ; chưa có gì được lưu.',
      'Rút ngắn ghi chú. Tài liệu dài thì kèm bản giấy.',
    ),
  },
  /** One sentence for one field that the rules do not accept; `{found}` is what was found. */
};
