/** What the project adds to a field name: a stable id, an English name and the letter of its tickets. */
export type FieldEntry = { readonly id: string; readonly nameEn: string; readonly series: string };

/** Letter of rare fields: "K – Lĩnh vực khác". */
export const OTHER_SERIES = 'K';

const other = (id: string, nameEn: string): FieldEntry => ({ id, nameEn, series: OTHER_SERIES });
const own = (series: string, id: string, nameEn: string): FieldEntry => ({ id, nameEn, series });

/**
 * The 31 fields of the demo catalogue. Busy ones have a letter of their own, rare ones share one; U is kept for priority,
 * I and O look like digits on a board.
 */
export const knownFields: ReadonlyMap<string, FieldEntry> = new Map([
  ['Chứng thực', own('A', 'chung-thuc', 'Certification')],
  ['Hộ tịch', own('B', 'ho-tich', 'Civil status')],
  ['Đất đai', own('C', 'dat-dai', 'Land')],
  ['Đăng ký, quản lý cư trú', own('D', 'cu-tru', 'Residence registration')],
  ['Cấp, quản lý căn cước', own('E', 'can-cuoc', 'Identity cards')],
  ['Định danh và xác thực điện tử', own('E', 'dinh-danh-dien-tu', 'Electronic identification')],
  ['Quản lý xuất nhập cảnh', own('E', 'xuat-nhap-canh', 'Entry and exit')],
  ['Hoạt động xây dựng', own('G', 'xay-dung', 'Construction permits')],
  ['Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)', own('H', 'ho-kinh-doanh', 'Household businesses')],
  ['Bảo trợ xã hội', own('L', 'bao-tro-xa-hoi', 'Social assistance')],
  ['Giảm nghèo', own('M', 'giam-ngheo', 'Poverty reduction')],
  ['Người có công', own('N', 'nguoi-co-cong', 'People with meritorious service')],
  ['Nuôi con nuôi', own('P', 'nuoi-con-nuoi', 'Adoption')],
  ['Hòa giải ở cơ sở', own('Q', 'hoa-giai-co-so', 'Grassroots mediation')],
  ['Nhà ở và công sở', own('R', 'nha-o-cong-so', 'Housing and public offices')],
  ['Giáo dục và Đào tạo', own('S', 'giao-duc', 'Education and training')],
  ['Tín ngưỡng, tôn giáo', own('T', 'tin-nguong-ton-giao', 'Belief and religion')],
  ['Quy hoạch đô thị và nông thôn', other('quy-hoach', 'Urban and rural planning')],
  ['Hạ tầng kỹ thuật', other('ha-tang-ky-thuat', 'Technical infrastructure')],
  ['Đường bộ', other('duong-bo', 'Roads')],
  [
    'Thành lập và hoạt động của tổ hợp tác, hợp tác xã',
    other('hop-tac-xa', 'Cooperative groups and cooperatives'),
  ],
  ['Trồng trọt', other('trong-trot', 'Crop production')],
  ['Quản lý Đê điều và Phòng, chống thiên tai', other('de-dieu-thien-tai', 'Dykes and disaster prevention')],
  ['Tài nguyên nước', other('tai-nguyen-nuoc', 'Water resources')],
  [
    'Tổ chức cai nghiện ma túy và quản lý sau cai nghiện',
    other('cai-nghien', 'Drug rehabilitation and aftercare'),
  ],
  ['Thể dục thể thao', other('the-thao', 'Sport')],
  ['Văn hóa cơ sở', other('van-hoa-co-so', 'Grassroots culture')],
  ['Thư viện', other('thu-vien', 'Libraries')],
  ['Trẻ em', other('tre-em', 'Children')],
  ['Thi đua – Khen thưởng', other('thi-dua-khen-thuong', 'Emulation and commendation')],
  ['Tiếp công dân', other('tiep-cong-dan', 'Citizen reception')],
]);
