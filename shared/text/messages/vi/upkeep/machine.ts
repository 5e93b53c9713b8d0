/** Words about the machine itself: its storage, clock and space, what was set aside, paper numbers. */
export const machine = {
  opened: {
    title: 'Bộ nhớ của trang',
    how: 'Lần mở này',
    dismiss: 'Đã hiểu',
    sentences: {
      continued:
        'Trang tiếp tục với bộ nhớ của lần trước, có đủ mọi việc mà các nơi đang liên lạc được còn giữ.',
      first: 'Trang mở lần đầu trên máy này và bắt đầu ghi từ hôm nay.',
      'new-storage':
        'Bộ nhớ trình duyệt mới hoặc không còn khớp với tệp trên máy, nên trang đã đối chiếu hai bên, lấy lại mọi việc còn đọc được ở một trong hai nơi và ghi tiếp dưới tên mới. Vài số thứ tự có thể bị bỏ trống.',
      cloned:
        'Bộ nhớ này là bản sao: bản kia đang được dùng, hoặc đã được dùng sau lúc sao. Trang ghi tiếp dưới tên mới để không trùng số; việc còn thiếu ở đây sẽ tự lấy về từ nơi còn giữ.',
      restored:
        'Bộ nhớ này là bản phục hồi cũ hơn dữ liệu ở nơi khác. Trang đã lấy lại phần thiếu mà các nơi đang liên lạc được còn giữ, và ghi tiếp dưới tên mới. Vài số thứ tự có thể bị bỏ trống.',
      forked:
        'Có việc ghi ở đây khác với nơi khác đang giữ. Phần khác đã được để riêng nguyên vẹn và ghi lại; xem mục “Đã để riêng” ở trang “Nơi dữ liệu đã đến”.',
    },
    recorded: (count: number): string => `${count} việc được ghi lại từ phần để riêng.`,
    more: 'Xem chi tiết',
  },
  way: {
    tryNow: 'Thử ngay',
    next: 'Thử lại lúc',
    nextNone: 'Không phải đợi',
    level: 'Nơi đã xác nhận',
    levels: { district: 'Máy chủ cấp trên', hub: 'Máy chủ của phường' },
    levelNone: 'Chưa nơi nào',
    stopped: 'Phần cấp trên không nhận',
    stoppedLine: 'Chỉ các phần này dừng; mọi phần khác vẫn gửi bình thường. Không mất gì trên máy này.',
    machine: 'Máy ghi',
    reason: 'Lý do',
  },
  aside: {
    title: 'Đã để riêng',
    line: 'Dòng không đọc được hoặc khác với dòng đã có ở cùng chỗ. Chúng được giữ nguyên, không trộn vào dữ liệu.',
    none: 'Không có dòng nào để riêng.',
    away: 'Chưa đọc được danh sách này từ máy chủ cục bộ.',
    seen: 'Thấy lúc',
    what: 'Là gì',
    about: 'Của số, hồ sơ',
    from: 'Từ máy',
    why: 'Vì sao',
    relayed: 'Cấp trên',
    relayedYes: 'cũng đã giữ',
    relayedNo: 'chưa có',
    unreadable: 'Không đọc được',
    types: {
      'ticket-issued': 'Lấy số',
      'ticket-called': 'Gọi số',
      'ticket-finished': 'Kết thúc số',
      'dossier-received': 'Tiếp nhận hồ sơ',
      'dossier-handed-over': 'Bàn giao hồ sơ',
      'dossier-result-ready': 'Có kết quả',
      'dossier-returned': 'Trả kết quả',
      'paper-printed': 'In giấy',
      'epoch-opened': 'Mở bộ nhớ',
      'numbers-granted': 'Nhận dải số',
      'numbers-begun': 'Số giấy trước đó',
      'clock-jumped': 'Đồng hồ nhảy',
      'fork-found': 'Thấy nhánh khác',
    },
    otherType: 'Việc khác',
    whys: {
      'line-forked': 'Khác với dòng đã có ở cùng chỗ',
      'line-gap': 'Thiếu các dòng trước nó',
      'line-hash-wrong': 'Nội dung bị sửa hoặc hỏng',
      'line-malformed': 'Không phải một dòng dữ liệu',
      'line-too-long': 'Dài quá giới hạn',
      'journal-damaged': 'Tệp bị hỏng; có thể gồm việc đã được báo là xong',
      'line-torn': 'Ghi dở khi mất điện; chưa từng được xác nhận',
      'line-not-allowed': 'Máy này không được làm việc đó',
      'line-ward-wrong': 'Thuộc phường khác',
    },
    otherWhy: 'Không hợp lệ',
    more: (shown: number, total: number): string => `Hiện ${shown} trong ${total} dòng, mới nhất trước.`,
    fork: (lines: number): string =>
      `${lines} việc được để riêng và ghi lại, vì nơi khác đã ghi khác ở cùng chỗ.`,
    twice: (numbers: string): string =>
      `Các số đứng hai lần trên giấy, cần xem lại với người dân: ${numbers}.`,
    twiceNone: 'Không có số nào bị trùng.',
  },
  clock: {
    title: 'Đồng hồ của máy',
    verdicts: {
      fine: 'Đồng hồ đúng.',
      unknown: 'Chưa có nơi nào để so đồng hồ.',
      'set-back': 'Đồng hồ máy này chậm hoặc vừa bị chỉnh lùi.',
      'set-forward': 'Đồng hồ máy này nhanh hoặc vừa bị chỉnh tới.',
      battery: 'Đồng hồ máy này sai hẳn, có thể pin đồng hồ trên bo mạch đã hết.',
    },
    basis: {
      machine: 'Trang vẫn theo giờ của máy. Việc ở quầy không bị dừng và dữ liệu vẫn đúng thứ tự.',
      district: (time: string): string =>
        `Trang đang theo giờ của cấp trên (${time}), nên vé và giấy hẹn vẫn đúng.`,
      journal: (time: string): string =>
        `Trang tạm tính giờ tiếp từ việc ghi cuối cùng (${time}) cho đến khi hỏi được cấp trên.`,
      release: (time: string): string =>
        `Trang tạm tính giờ từ ngày phát hành phần mềm (${time}) cho đến khi hỏi được cấp trên.`,
    },
    advice: {
      nothing: '',
      compare: '',
      'set-clock': 'Chỉnh lại ngày giờ của máy.',
      'replace-battery': 'Chỉnh lại ngày giờ của máy và báo người quản trị thay pin đồng hồ.',
    },
    right: 'Giờ của máy là đúng',
    jumps: 'Các lần đồng hồ nhảy',
    forward: (length: string): string => `nhảy tới ${length}`,
    backward: (length: string): string => `nhảy lùi ${length}`,
    jump: (when: string, what: string): string => `${when}: ${what}`,
    found: { running: 'khi đang chạy (hoặc máy ngủ)', start: 'khi mở trang' },
    seconds: (count: number): string => `${count} giây`,
    minutes: (count: number): string => `${count} phút`,
    hours: (count: number): string => `${count} giờ`,
    days: (count: number): string => `${count} ngày`,
  },
  space: {
    name: 'Bộ nhớ của trình duyệt',
    fine: (used: string, quota: string): string => `Dùng ${used} trong ${quota}.`,
    low: (used: string, quota: string): string =>
      `Sắp đầy: dùng ${used} trong ${quota}. Báo người quản trị dọn bớt chỗ trên máy.`,
    stop: (used: string, quota: string): string =>
      `Gần hết chỗ: dùng ${used} trong ${quota}. Máy ngừng nhận việc mới, việc đang làm vẫn kết thúc được.`,
    unknown: 'Trình duyệt chưa cho biết.',
    kept: 'Giữ lâu dài',
    keptYes: 'Trình duyệt hứa không tự xóa bộ nhớ của trang.',
    keptNo:
      'Trình duyệt không hứa giữ bộ nhớ khi máy hết chỗ. Dữ liệu vẫn an toàn: mọi việc có bản thứ hai trong tệp trên máy, và trang tự lấy lại từ đó.',
    backend: 'Cách ghi vào bộ nhớ',
    backends: {
      electron: 'Mỗi việc được ghi xuống ổ đĩa rồi mới báo là xong.',
      browser:
        'Mỗi việc được ghi xuống ổ đĩa rồi mới báo là xong. Nên dùng cửa sổ do Một Cửa tự mở: cửa sổ mở bằng tay có thể dùng kho dữ liệu khác của trình duyệt.',
    },
    backendDetails: {
      electron: 'Cho người quản trị: kho IndexedDB trên LevelDB, ứng dụng ghim sẵn; ghi chặt (strict).',
      browser:
        'Cho người quản trị: kho IndexedDB trên LevelDB, ghim khi Một Cửa mở cửa sổ; cửa sổ mở bằng tay theo mặc định của trình duyệt, có thể là SQLite. Ghi chặt (strict).',
    },
    gigabytes: (count: number): string => `${count.toFixed(1).replace('.', ',')} GB`,
    megabytes: (count: number): string => `${Math.round(count)} MB`,
  },
  begin: {
    title: 'Số đã cấp trên giấy',
    line: 'Khi chuyển sang máy giữa chừng: nhập số cuối đã cấp trên giấy trong ngày, máy sẽ cấp tiếp từ số sau đó.',
    what: 'Loại số của hôm nay',
    dossier: 'Mã hồ sơ',
    ticket: (series: string): string => `Số thứ tự dãy ${series}`,
    after: 'Số cuối đã cấp trên giấy',
    why: 'Lý do',
    whyHint: 'ví dụ: buổi sáng mất điện, cấp số trên giấy',
    yes: 'Ghi số giấy',
    done: (next: number): string => `Đã ghi. Số tiếp theo máy cấp từ ${next}.`,
    signIn: 'Trưởng bộ phận hoặc quản trị đăng nhập ở trang “Quầy tiếp nhận” để ghi.',
    noRange: 'Máy này không có dải số cho loại này.',
    range: (from: number, to: number): string => `Dải số của máy này: ${from}–${to}.`,
    whole: 'Chỉ ghi chữ số, ví dụ 37.',
  },
};
