/** A visit that is more than a tap on a field: an appointment, several matters, an id number, a code that is something else. */
export const visit = {
  checkIn: {
    tile: 'Đã hẹn, đã nộp trực tuyến',
    tileHint: 'Chạm để nhận số bằng mã hẹn',
    title: 'Tôi đã hẹn, đã nộp trực tuyến',
    scan: 'Đưa mã QR của lịch hẹn vào máy quét, hoặc nhập mã hẹn.',
    label: 'Mã hẹn',
    hint: 'Mã hẹn có 8 chữ và số. Ví dụ: K7QM4X9D',
    find: 'Kiểm tra',
    looking: 'Đang kiểm tra…',
    result: 'Lịch hẹn',
    at: (time: string, weekday: string, day: string): string => `${time}, ${weekday} ${day}`,
    take: 'Nhận số',
    takePlain: 'Lấy số thường',
    again: 'Nhập mã khác',
    timing: {
      early: (from: string): string =>
        `Ông/Bà đến sớm. Máy vẫn cấp số; quầy gọi từ khoảng ${from}, hoặc sớm hơn khi không có ai chờ.`,
      'on-time': 'Ông/Bà đến đúng hẹn. Chạm “Nhận số”, quầy gọi theo lịch hẹn.',
      late: 'Đã quá giờ hẹn. Máy vẫn cấp số, nhưng Ông/Bà chờ theo thứ tự như mọi người.',
    },
    answers: {
      unknown: {
        title: 'Không có lịch hẹn với mã này.',
        todo: 'Mời Ông/Bà xem lại mã. Nếu đã nộp hồ sơ trực tuyến, mời lấy số rồi đưa mã hồ sơ cho cán bộ tại quầy.',
      },
      'come-later': {
        title: 'Chưa đến ngày hẹn.',
        todo: 'Mời Ông/Bà quay lại đúng ngày. Nếu cần gấp hôm nay, mời lấy số thường.',
      },
      past: {
        title: 'Lịch hẹn đã qua ngày.',
        todo: 'Mời Ông/Bà lấy số thường, cán bộ vẫn tiếp như mọi người.',
      },
      cancelled: {
        title: 'Lịch hẹn này đã hủy.',
        todo: 'Mời Ông/Bà lấy số thường, hoặc hỏi cán bộ để hẹn lại.',
      },
      arrived: {
        title: 'Lịch hẹn này đã nhận số.',
        todo: 'Mỗi lịch hẹn nhận một số. Nếu mất vé, mời Ông/Bà gặp cán bộ để in lại.',
      },
      'too-many': {
        title: 'Đã nhập sai nhiều lần.',
        todo: 'Mời Ông/Bà đến quầy để cán bộ xem giúp. Mã QR vẫn quét được ở máy này.',
      },
    },
    tooShort: (missing: number): { readonly title: string; readonly todo: string } => ({
      title: `Mã còn thiếu ${missing} ký tự.`,
      todo: 'Mã hẹn có đủ 8 chữ và số. Mời Ông/Bà nhập thêm cho đủ.',
    }),
    became: (number: string): string => `Số của Ông/Bà: ${number}`,
  },
  several: {
    open: 'Tôi có nhiều việc',
    close: 'Chỉ một việc',
    title: 'Chọn các việc cần làm',
    hint: (most: number): string => `Chạm từng lĩnh vực theo thứ tự, nhiều nhất ${most}. Chỉ lấy một số.`,
    chosen: (count: number): string => `Đã chọn ${count} việc`,
    take: (count: number): string => (count < 2 ? 'Lấy số' : `Lấy một số cho ${count} việc`),
    nothing: 'Chạm vào lĩnh vực đầu tiên',
    full: (most: number): string => `Mỗi lượt nhiều nhất ${most} việc.`,
    afterwards: (names: string): string => `Sau đó: ${names}`,
  },
  person: {
    title: 'Xin nhập số định danh',
    why: (max: number): string =>
      max === 1
        ? 'Mỗi người lấy một số một ngày, để ai cũng có lượt.'
        : `Mỗi người lấy nhiều nhất ${max} số một ngày, để ai cũng có lượt.`,
    kept: 'Máy không lưu và không hiện số này cho ai, chỉ giữ một dấu kiểm không đọc ngược lại được.',
    label: 'Số định danh (12 chữ số) hoặc quét mã QR trên thẻ căn cước',
    wrong: 'Số định danh có 12 chữ số. Mời Ông/Bà xem lại trên thẻ.',
    take: 'Lấy số',
    none: 'Không mang thẻ? Mời gặp cán bộ hướng dẫn để lấy số.',
  },
  scanned: {
    title: 'Mã này không dùng ở đây',
    'id-card': {
      title: 'Đây là mã trên thẻ căn cước.',
      todo: 'Máy đã bỏ qua, không giữ gì. Để tra cứu hồ sơ, xin quét mã QR trên giấy hẹn. Để làm thủ tục, mời lấy số rồi đưa thẻ cho cán bộ.',
    },
    'health-card': {
      title: 'Đây là mã trên thẻ bảo hiểm y tế.',
      todo: 'Máy đã bỏ qua, không giữ gì. Mời Ông/Bà lấy số rồi đưa thẻ cho cán bộ tại quầy.',
    },
    url: {
      title: 'Đây là mã mở một trang web.',
      todo: 'Máy này không mở trang web. Mời Ông/Bà quét bằng điện thoại, hoặc hỏi cán bộ hướng dẫn.',
    },
    'other-ticket': {
      title: 'Đây là vé của ngày khác.',
      todo: 'Số chỉ có giá trị trong ngày in trên vé. Mời Ông/Bà lấy số mới.',
    },
    other: {
      title: 'Máy không nhận ra mã này.',
      todo: 'Máy đọc được mã trên giấy hẹn, trên vé và mã lịch hẹn. Với giấy tờ khác, mời Ông/Bà lấy số, cán bộ xem giúp.',
    },
  },
};
