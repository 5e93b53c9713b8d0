import { say } from '../say.ts';

const kept = 'Việc trước đó vẫn được giữ nguyên trên máy này.';
const goOn = 'Quầy vẫn làm việc bình thường; việc chưa gửi nằm an toàn trên máy và sẽ tự gửi khi có mạng.';
const saved = 'Giấy chưa in; việc vẫn được lưu và in lại được.';
const callAdmin = 'Báo người quản trị máy.';

/** Troubles of the machine, its host, its printers and the way to the level above. */
export const hostTrouble = {
  'sign-in-refused': say(
    'Tên hoặc mã PIN chưa đúng.',
    'Chưa đăng nhập được.',
    'Chọn đúng tên và nhập lại mã PIN.',
  ),
  'sign-in-locked': say(
    'Nhập sai mã PIN quá nhiều lần.',
    'Tên này bị khóa để giữ an toàn, đến {detail}.',
    'Đợi hết giờ khóa rồi thử lại, hoặc nhờ người quản trị.',
  ),
  'recovery-words-wrong': say(
    'Các nhóm chữ trên tờ khóa chưa đúng.',
    'Máy này vẫn chưa có khóa của phường.',
    'So lại từng nhóm với tờ khóa rồi nhập lại.',
  ),
  'ward-key-there': say(
    'Máy này đã có khóa của phường.',
    'Khóa đang có được giữ nguyên.',
    'Không cần nhập tờ khóa nữa.',
  ),
  'session-unknown': say('Phiên đăng nhập đã hết.', kept, 'Đăng nhập lại ở trang “Quầy tiếp nhận”.'),
  'not-allowed': say(
    'Người đăng nhập không được làm việc này.',
    'Chưa có gì thay đổi.',
    'Nhờ người có vai trò phù hợp.',
  ),
  'storage-failed': say(
    'Trình duyệt không ghi được vào ổ đĩa.',
    `Việc vừa làm chưa được lưu. ${kept}`,
    'Thử lại. Nếu lặp lại, xem trang “Tình trạng máy” và báo người quản trị máy.',
  ),
  'storage-full': say(
    'Ổ đĩa của máy đã đầy.',
    `Việc vừa làm chưa được lưu. ${kept}`,
    'Ngừng nhận việc mới ở máy này và báo người quản trị giải phóng ổ đĩa.',
  ),
  'storage-vanished': say(
    'Bộ nhớ của trình duyệt đã bị xóa.',
    'Bản thứ hai vẫn nằm trong tệp trên máy; dữ liệu sẽ được đọc lại từ đó.',
    'Tải lại trang và đợi đọc xong.',
  ),
  'storage-newer': say(
    'Bộ nhớ của trình duyệt do bản mới hơn ghi.',
    'Bản này không mở để khỏi làm hỏng dữ liệu.',
    'Tải lại trang. Nếu lặp lại, cài bản mới nhất.',
  ),
  'disk-full-guard': say(
    'Ổ đĩa chỉ còn rất ít chỗ trống.',
    'Máy ngừng nhận việc mới trước khi đĩa đầy, để không mất việc đã ghi.',
    `${callAdmin} Cần giải phóng ít nhất 1 GB.`,
  ),
  'journal-write-failed': say(
    'Không ghi được tệp nhật ký trên máy.',
    'Việc đã lưu trong trình duyệt nhưng chưa có bản thứ hai.',
    'Cứ làm tiếp, không tắt máy, và báo người quản trị máy.',
  ),
  'journal-full': say(
    'Ổ đĩa đầy nên không ghi được tệp nhật ký.',
    'Việc đã lưu trong trình duyệt nhưng chưa có bản thứ hai.',
    `Không tắt máy. ${callAdmin} Cần giải phóng ổ đĩa.`,
  ),
  'journal-twice': say(
    'Có hai tệp nhật ký của cùng một kho dữ liệu.',
    'Máy dùng tệp dài hơn và giữ nguyên tệp kia; thường là do có người chép tệp trong thư mục dữ liệu.',
    'Không xóa tệp nào. Báo người quản trị máy để đối chiếu hai tệp.',
  ),
  'keys-write-failed': say(
    'Không ghi được khóa của hồ sơ ra tệp.',
    'Hồ sơ đã lưu trong trình duyệt nhưng khóa chưa có bản thứ hai.',
    `Không tắt máy. ${callAdmin}`,
  ),
  'epoch-unknown': say('Máy chủ cục bộ chưa biết trang này.', kept, 'Tải lại trang.'),
  'epoch-not-claimed': say('Trang này không còn giữ phần ghi của nó.', kept, 'Tải lại trang.'),
  'line-torn': say(
    'Máy mất điện giữa lúc ghi một dòng.',
    'Nửa dòng đã được cắt ra và để riêng; mọi việc đã báo xong trước đó còn nguyên.',
    'Không cần làm gì; trang tự ghi lại dòng ấy.',
  ),
  'namespace-unknown': say(
    'Không có dãy số này.',
    'Số mới chưa được cấp và chưa có gì được in.',
    'Tải lại trang rồi thử lại.',
  ),
  'numbers-none': say(
    'Máy này không có dải số để cấp.',
    'Số mới chưa được cấp và chưa có gì được in.',
    'Lấy số ở máy khác, và báo người quản trị máy.',
  ),
  'key-missing': say(
    'Máy này không có khóa để mở hồ sơ.',
    'Không mở được thông tin cá nhân của hồ sơ.',
    'Đăng nhập lại. Nếu lặp lại, đợi mạng nối lại hoặc báo người quản trị máy.',
  ),
  'persons-erased': say(
    'Thông tin cá nhân của hồ sơ này đã xoá theo yêu cầu.',
    'Không mở lại và không in lại giấy hẹn được; các bước của hồ sơ vẫn làm tiếp được.',
    'Dùng bản giấy đang lưu, nếu còn.',
  ),
  'nothing-sealed': say(
    'Hồ sơ này không có thông tin cá nhân nào để xoá.',
    'Chưa có gì thay đổi.',
    'Kiểm tra lại mã hồ sơ trên đơn yêu cầu.',
  ),
  'ward-key-none': say(
    'Máy này chưa có khóa của phường.',
    'Chưa tiếp nhận được hồ sơ và không mở được thông tin cá nhân; vẫn gọi số và in vé được.',
    'Người quản trị ghi danh máy với cấp trên, hoặc nhập tờ khóa khôi phục ở trang “Cài đặt”.',
  ),
  'ward-key-not-made': say(
    'Khóa của phường chưa được tạo.',
    'Chưa niêm phong được thông tin cá nhân.',
    callAdmin,
  ),
  'secret-store-away': say(
    'Không mở được kho khóa của hệ điều hành.',
    'Máy chưa đọc được khóa của phường.',
    'Đăng nhập lại vào hệ điều hành rồi mở lại ứng dụng.',
  ),
  'host-away': say(
    'Quầy mất liên lạc với máy chủ cục bộ.',
    'Việc vẫn lưu trong trình duyệt; tạm thời không in được và chưa có bản thứ hai.',
    'Đợi vài giây để tự nối lại. Nếu không được, mở lại ứng dụng Một Cửa.',
  ),
  'host-silent': say(
    'Máy chủ cục bộ trả lời quá chậm.',
    'Chưa rõ việc vừa yêu cầu đã xong chưa; việc trước đó vẫn được giữ nguyên.',
    'Đợi một phút rồi xem lại. Nếu lặp lại, mở lại ứng dụng.',
  ),
  'host-bug': say(
    'Máy chủ cục bộ gặp lỗi.',
    kept,
    'Thử lại. Nếu lặp lại, mở lại ứng dụng và báo người quản trị máy.',
  ),
  'params-invalid': say(
    'Trang và máy chủ cục bộ không hiểu nhau.',
    kept,
    'Tải lại trang. Nếu lặp lại, cập nhật ứng dụng.',
  ),
  'method-unknown': say(
    'Trang và máy chủ cục bộ không hiểu nhau.',
    kept,
    'Tải lại trang. Nếu lặp lại, cập nhật ứng dụng.',
  ),
  'caller-refused': say(
    'Máy chủ cục bộ không nhận trang này.',
    kept,
    'Đóng trang và mở lại từ ứng dụng Một Cửa.',
  ),
  'bridge-version': say('Trang này là bản cũ.', kept, 'Tải lại trang để dùng bản mới.'),
  'data-in-use': say(
    'Thư mục dữ liệu đang được chương trình khác dùng.',
    kept,
    'Đóng cửa sổ Một Cửa còn lại.',
  ),
  'data-newer': say(
    'Dữ liệu do bản mới hơn ghi.',
    'Bản này không mở để khỏi làm hỏng dữ liệu.',
    'Cài bản mới nhất.',
  ),
  'data-damaged': say(
    'Một tệp dữ liệu bị hỏng.',
    'Phần đọc được vẫn giữ nguyên.',
    `${callAdmin} Không xóa thư mục dữ liệu.`,
  ),
  'data-unwritable': say(
    'Không ghi được vào thư mục dữ liệu.',
    'Chưa có việc mới nào được lưu ra tệp.',
    callAdmin,
  ),
  'district-unreachable': say(
    'Không liên lạc được với máy chủ cấp trên.',
    goOn,
    'Kiểm tra dây mạng hoặc Wi-Fi. Không cần nhập lại gì.',
  ),
  'district-silent': say('Máy chủ cấp trên không trả lời kịp.', goOn, 'Đợi; máy tự thử lại.'),
  'district-busy': say('Máy chủ cấp trên đang bận.', goOn, 'Đợi; máy tự thử lại.'),
  'district-broken': say(
    'Máy chủ cấp trên đang gặp lỗi.',
    goOn,
    'Đợi; máy tự thử lại. Nếu kéo dài, báo đơn vị quản lý máy chủ.',
  ),
  'district-garbage': say(
    'Máy chủ cấp trên trả lời không đọc được.',
    goOn,
    'Kiểm tra địa chỉ máy chủ; có thể mạng đang chặn bằng trang đăng nhập.',
  ),
  'district-refused': say(
    'Máy chủ cấp trên không nhận máy này.',
    goOn,
    'Báo người quản trị: cần mã ghi danh mới cho máy này.',
  ),
  'district-newer': say('Máy chủ cấp trên dùng bản mới hơn.', goOn, 'Báo người quản trị: cập nhật máy này.'),
  'district-older': say('Máy chủ cấp trên dùng bản quá cũ.', goOn, 'Báo người quản trị: cập nhật máy chủ.'),
  'district-too-large': say('Đường truyền không nhận gói lớn như vậy.', goOn, callAdmin),
  'district-request-refused': say(
    'Máy chủ cấp trên không nhận yêu cầu của máy này.',
    goOn,
    'Kiểm tra ngày giờ của máy và phiên bản ứng dụng, rồi báo người quản trị máy.',
  ),
  'district-refused-line': say(
    'Máy chủ cấp trên không nhận một việc.',
    'Việc đó được giữ trên máy này và đánh dấu; các việc khác vẫn được gửi.',
    `${callAdmin} Không cần nhập lại.`,
  ),
  'pulled-lines-refused': say(
    'Một phần dữ liệu từ cấp trên không hợp lệ.',
    'Phần đó được để riêng; việc của máy này không bị ảnh hưởng.',
    callAdmin,
  ),
  'district-no-token': say(
    'Chưa được phép xem số liệu của cấp trên.',
    'Trang dùng số liệu tính trên máy này.',
    'Người quản trị xin quyền xem số liệu ở cấp trên.',
  ),
  'ward-wrong': say(
    'Máy chủ cấp trên quản lý máy này ở phường khác.',
    goOn,
    'Báo người quản trị: ghi danh lại máy với đúng phường.',
  ),
  'not-enrolled': say(
    'Máy này chưa ghi danh với cấp trên.',
    'Máy làm việc một mình; dữ liệu chỉ nằm trên máy này.',
    'Người quản trị ghi danh máy bằng mã một lần của cấp trên.',
  ),
  'printer-none': say(
    'Chưa có máy in cho việc này.',
    'Giấy chưa được in; việc vẫn được lưu.',
    'Người quản trị khai báo máy in trong tệp của phường.',
  ),
  'printer-unreachable': say(
    'Không nối được với máy in.',
    saved,
    'Kiểm tra máy in đã bật, có giấy và cắm dây, rồi bấm in lại.',
  ),
  'printer-timeout': say(
    'Máy in không trả lời.',
    'Chưa rõ giấy đã ra chưa.',
    'Nhìn khay giấy: nếu chưa có, bấm in lại.',
  ),
  'printer-broke-off': say(
    'Mất nối với máy in giữa chừng.',
    'Tờ giấy có thể ra thiếu.',
    'Bỏ tờ bị thiếu, kiểm tra dây máy in rồi bấm in lại.',
  ),
  'printer-refused': say(
    'Máy in không nhận lệnh in.',
    saved,
    'Kiểm tra máy in đúng loại và đang sẵn sàng, rồi bấm in lại.',
  ),
  'printer-aborted': say('Máy in đã hủy lệnh in.', saved, 'Xem giấy, mực, kẹt giấy rồi bấm in lại.'),
  'printer-failed': say('Máy in báo lỗi.', saved, 'Xem giấy, mực, kẹt giấy rồi bấm in lại.'),
  'printer-folder-unwritable': say('Không ghi được giấy vào thư mục in.', saved, callAdmin),
  'printer-system-missing': say(
    'Máy thiếu hệ thống in của hệ điều hành.',
    saved,
    `${callAdmin} Cần cài hệ thống in (CUPS).`,
  ),
  'print-browser-missing': say(
    'Máy thiếu chương trình để in giấy A4.',
    saved,
    `${callAdmin} Cần cài Chromium, Chrome hoặc Edge.`,
  ),
  'print-timeout': say('In quá lâu nên đã dừng.', saved, 'Bấm in lại.'),
  'print-failed': say('In không thành công.', saved, 'Kiểm tra máy in rồi bấm in lại.'),
  'print-not-drawn': say('Chưa vẽ xong tờ giấy để in.', saved, 'Bấm in lại.'),
  'print-interrupted': say(
    'Ứng dụng dừng khi đang in.',
    'Chưa rõ giấy đã ra chưa.',
    'Nhìn khay giấy: nếu chưa có, bấm in lại.',
  ),
  'print-outcome-unknown': say(
    'Chưa rõ giấy đã in xong chưa.',
    'Việc vẫn được lưu.',
    'Nhìn khay giấy: nếu chưa có, bấm in lại.',
  ),
  'print-queue-closed': say(
    'Ứng dụng đang đóng nên không nhận lệnh in.',
    saved,
    'Mở lại ứng dụng rồi bấm in lại.',
  ),
  'print-log-unwritable': say('Không ghi được sổ in.', saved, callAdmin),
  'print-rows-missing': say('Vé chưa được vẽ đủ để in.', saved, 'Bấm in lại.'),
};
