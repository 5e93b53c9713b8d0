import { foldVietnamese } from '../../text/fold.ts';

/** What a column of an export says. */
export const filingColumns = [
  'portalCode',
  'procedureCode',
  'filedAt',
  'channel',
  'owner',
  'ownerId',
  'submitter',
  'submitterId',
  'birthDate',
  'phone',
  'email',
  'address',
  'authorisation',
  'note',
] as const;

/** What a column of an export says. */
export type FilingColumn = (typeof filingColumns)[number];

/** Headings as portals and lists of wards write them, folded; the first one of each is what the template has. */
const headings: Readonly<Record<FilingColumn, readonly string[]>> = {
  portalCode: ['ma ho so', 'so ho so', 'ma ho so quoc gia', 'ma ho so truc tuyen', 'portalcode', 'code'],
  procedureCode: ['ma thu tuc', 'ma tthc', 'ma thu tuc hanh chinh', 'procedurecode'],
  filedAt: ['thoi diem nop', 'ngay nop', 'ngay gio nop', 'ngay nop ho so', 'thoi gian nop', 'filedat'],
  channel: ['hinh thuc nop', 'hinh thuc', 'kenh nop', 'kenh', 'channel'],
  owner: ['chu ho so', 'ten chu ho so', 'ho ten chu ho so', 'owner'],
  ownerId: ['so dinh danh chu ho so', 'cccd chu ho so', 'so cccd chu ho so', 'ownerid'],
  submitter: ['nguoi nop', 'ho ten nguoi nop', 'ten nguoi nop', 'submitter'],
  submitterId: ['so dinh danh nguoi nop', 'so dinh danh', 'cccd', 'so cccd', 'cccd nguoi nop', 'submitterid'],
  birthDate: ['ngay sinh', 'birthdate'],
  phone: ['dien thoai', 'so dien thoai', 'sdt', 'phone'],
  email: ['email', 'thu dien tu'],
  address: ['dia chi', 'dia chi nguoi nop', 'address'],
  authorisation: ['giay uy quyen', 'uy quyen', 'authorisation'],
  note: ['ghi chu', 'trich yeu', 'note'],
};

/** The heading that the template has for a column, as people write it. */
export const filingHeadings: Readonly<Record<FilingColumn, string>> = {
  portalCode: 'Mã hồ sơ',
  procedureCode: 'Mã thủ tục',
  filedAt: 'Thời điểm nộp',
  channel: 'Hình thức nộp',
  owner: 'Chủ hồ sơ',
  ownerId: 'Số định danh chủ hồ sơ',
  submitter: 'Người nộp',
  submitterId: 'Số định danh người nộp',
  birthDate: 'Ngày sinh',
  phone: 'Điện thoại',
  email: 'Email',
  address: 'Địa chỉ',
  authorisation: 'Giấy ủy quyền',
  note: 'Ghi chú',
};

/** Without these nobody knows what was filed by whom. */
export const neededColumns = ['portalCode', 'procedureCode', 'submitter'] as const satisfies FilingColumn[];

/** The column that a heading names; null for one that says something else. */
export function columnOfHeading(heading: string): FilingColumn | null {
  const folded = foldVietnamese(heading)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const joined = folded.replaceAll(' ', '');
  return (
    filingColumns.find((column) => headings[column].some((one) => one === folded || one === joined)) ?? null
  );
}
