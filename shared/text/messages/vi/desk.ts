import { counterDay } from './desk/counter-day.ts';
import { counterWork } from './desk/counter-work.ts';
import { giving } from './desk/giving.ts';
import { intake } from './desk-intake.ts';
import { register } from './desk-register.ts';
import { slips } from './desk-slips.ts';

/** Words of the clerk's desk. */
export const desk = {
  title: 'Quầy tiếp nhận',
  signIn: {
    title: 'Đăng nhập quầy',
    intro: 'Chọn tên và quầy, rồi nhập mã PIN. Đăng nhập được cả khi mất mạng.',
    clerk: 'Cán bộ',
    counter: 'Quầy',
    pin: 'Mã PIN',
    pinHint: '4 đến 8 chữ số',
    submit: 'Đăng nhập',
    busy: 'Đang kiểm tra mã PIN…',
    reloaded: {
      why: {
        'storage-deleted': 'Bộ nhớ của trang vừa bị xóa từ một cửa sổ khác, nên trang phải tải lại.',
        'storage-newer': 'Cửa sổ khác vừa mở bản mới của phần mềm, nên trang phải tải lại.',
        'host-changed': 'Máy chủ cục bộ vừa đổi sang bản khác, nên trang phải tải lại.',
      },
      kept: 'Mọi việc đã ghi vẫn còn. Xin đăng nhập lại.',
      draftsLost: 'Bản nháp hồ sơ đang nhập dở mất cùng bộ nhớ đó: xin nhập lại.',
      formLost: 'Phần vừa nhập dở chưa kịp lưu nháp vì máy chưa có khóa của phường: xin nhập lại.',
    },
    demoTitle: 'Bản chạy thử: tên và mã PIN mẫu',
    demoHint: 'Chạm vào một dòng để điền sẵn.',
    pinMissing: 'Nhập mã PIN gồm 4 đến 8 chữ số.',
    clerkChoose: 'Chọn tên cán bộ',
    clerkMissing: 'Chọn tên cán bộ.',
  },
  top: {
    workingAs: (name: string, counter: string): string => `${name} · ${counter}`,
    signOut: 'Đăng xuất',
    lang: 'English',
    stillServing: (number: string): string => `Số ${number} đang phục vụ. Kết thúc trước khi đăng xuất?`,
    finishAndSignOut: 'Kết thúc và đăng xuất',
    stay: 'Ở lại',
    views: 'Việc đang làm',
    register: 'Sổ theo dõi',
    intake: 'Tiếp nhận',
    typing: 'đang nhập dở',
  },
  hostAway: 'Máy chủ cục bộ không trả lời.',
  hostAwayStill:
    'Vẫn gọi số, tiếp nhận và tra sổ được: mọi việc được lưu trong trang này và tự ghi ra tệp khi máy chủ trở lại. In giấy phải chờ.',
  noSecondCopy:
    'Đã lưu trong trang này; chưa ghi được bản thứ hai ra tệp của máy. Bản thứ hai sẽ tự ghi khi máy chủ trở lại.',
  queue: {
    title: 'Hàng chờ',
    now: 'Đang gọi',
    nobody: 'Chưa gọi số nào',
    nobodyHint: 'Bấm F2 để gọi người chờ lâu nhất.',
    next: 'Gọi số tiếp theo',
    again: 'Gọi lại',
    done: 'Xong',
    absent: 'Vắng',
    receive: 'Tiếp nhận hồ sơ',
    waiting: (count: number): string => (count === 0 ? 'Không có ai chờ' : `${count} người đang chờ`),
    empty: 'Không có ai chờ ở quầy này',
    emptyHint: 'Số mới sẽ hiện ra ngay khi người dân lấy số.',
    others: (count: number): string => `${count} người chờ quầy khác`,
    twice: 'Trùng số',
    twiceWhy: 'Hai người đang giữ cùng số này. Gọi kèm lĩnh vực hoặc giờ lấy số để phân biệt.',
    doubled: (number: string): string =>
      `Số ${number} được gọi ở hai nơi khi chưa thấy nhau. Thống nhất xem quầy nào phục vụ.`,
    minutes: (count: number): string => `${count} phút`,
    calls: (count: number): string => `gọi lần ${count}`,
    priority: 'Ưu tiên',
    grounds: {
      elderly: 'Người cao tuổi',
      disabled: 'Người khuyết tật',
      pregnant: 'Phụ nữ mang thai',
      'small-child': 'Có con nhỏ',
      merit: 'Người có công',
    },
    noPaper: 'Vé chưa in ra',
    printPaper: (number: string): string => `In vé ${number}`,
    printPaperShort: 'In vé',
    callThis: (number: string): string => `Gọi số ${number}`,
    loading: 'Đang đọc hàng chờ…',
  },
  keys: {
    label: 'Phím tắt của màn hình này',
    call: 'Gọi số',
    receive: 'Tiếp nhận',
    print: 'In',
    back: 'Quay lại',
    search: 'Tìm trong sổ',
    next: 'Ô tiếp theo',
    open: 'Mở hồ sơ',
    move: 'Lên xuống',
  },
  counterWork,
  counterDay,
  giving,
  intake,
  slips,
  register,
};
