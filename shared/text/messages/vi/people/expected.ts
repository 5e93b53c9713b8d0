/** What is expected at a place of the settings; `{n}` is its bound. */
export const expected = {
  missing: 'ghi nội dung, không để trống',
  number: 'ghi một số',
  least: 'ghi số không nhỏ hơn {n}',
  most: 'ghi số không lớn hơn {n}',
  'too-long': 'ghi nhiều nhất {n} ký tự',
  'too-many': 'ghi nhiều nhất {n} mục',
  time: 'ghi giờ:phút, ví dụ 15:00',
  day: 'ghi năm-tháng-ngày, ví dụ 2027-09-02',
  letters: 'ghi chữ cái từ A đến Z, cách nhau bằng dấu cách',
  url: 'ghi địa chỉ đầy đủ, ví dụ https://motcua.example.vn',
  choice: 'chọn một mục trong danh sách',
  phone: 'ghi số điện thoại; nhiều số thì cách nhau bằng dấu phẩy',
  'calendar-year-empty': 'năm nào cũng phải còn ngày làm việc',
  other: 'kiểm tra lại chỗ này',
};
