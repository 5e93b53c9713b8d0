import { EXIT, refused } from '../command.ts';
import { detailOf } from '../../db/sqlite.ts';
import type { CommandWorld } from '../command.ts';

const HEADINGS: readonly (readonly [heading: string, example: string, width: number])[] = [
  ['Mã TTHC', '2.000815', 14],
  ['Tên thủ tục', 'Chứng thực bản sao từ bản chính', 40],
  ['Tên rút gọn', 'Chứng thực bản sao', 22],
  ['Lĩnh vực', 'Chứng thực', 18],
  ['Cơ quan thực hiện', 'Ủy ban nhân dân cấp xã', 24],
  [
    'Thời hạn giải quyết',
    'Ngay trong ngày; nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo',
    36,
  ],
  ['Thời hạn của phường', '', 18],
  ['Quyết định rút ngắn thời hạn', '', 22],
  [
    'Phí, lệ phí',
    'Phí: 2.000 đồng/trang; từ trang thứ 3 trở lên 1.000 đồng/trang, tối đa 200.000 đồng/bản',
    36,
  ],
  [
    'Thành phần hồ sơ',
    '- Bản chính giấy tờ, văn bản (xuất trình, 01 bản chính)\n- Bản sao cần chứng thực (01 bản sao)',
    48,
  ],
  ['Số bộ hồ sơ', '1', 12],
  ['Kết quả thực hiện', 'Bản sao được chứng thực từ bản chính', 30],
  ['Mức độ DVC', 'Một phần', 14],
  ['Cách thức thực hiện', 'Trực tiếp; Bưu chính', 22],
  ['Quyết định công bố', '163/QĐ-BTP', 18],
  ['Ngày hiệu lực', '01/03/2026', 14],
  ['Ngày hết hiệu lực', '', 16],
  ['Ghi chú', 'Dòng ví dụ: xóa trước khi nhập', 28],
];

/** Writes an empty list of procedures with its headings and one example. Never over a file that is there. */
export async function writeTemplate(file: string, world: CommandWorld): Promise<number> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const { writeFileSync } = await import('node:fs');
  const head = HEADINGS.map(([value]) => ({ value, fontWeight: 'bold' as const, wrap: true }));
  const example = HEADINGS.map(([, value]) => (value === '' ? null : { value, type: String, wrap: true }));
  const columns = HEADINGS.map(([, , width]) => ({ width }));
  const bytes = await writeXlsxFile([head, example], {
    columns,
    sheet: 'Thủ tục',
    stickyRowsCount: 1,
  }).toBuffer();
  try {
    writeFileSync(file, bytes, { flag: 'wx' });
  } catch (cause) {
    return refused(world, `cannot write ${file}: ${detailOf(cause)}`);
  }
  world.out(JSON.stringify({ template: file, columns: HEADINGS.map(([heading]) => heading) }));
  return EXIT.done;
}
