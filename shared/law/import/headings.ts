import { foldVietnamese } from '../../text/fold.ts';
import type { TextKey } from './entry.ts';
import type { UnitHint } from './words/limit-words.ts';

/** What a column can hold. `order` is the running number, which says nothing. */
export type ColumnKey =
  | TextKey
  | 'code'
  | 'limit'
  | 'localLimit'
  | 'localDecision'
  | 'fees'
  | 'phi'
  | 'lePhi'
  | 'papers'
  | 'results'
  | 'order';
export type Column = {
  readonly key: ColumnKey;
  readonly hint: UnitHint;
  /** The heading says this and nothing more. */
  readonly exact: boolean;
};

/** Headings as people write them, folded; the first of each is the one of our own template. */
const HEADINGS: Readonly<Record<ColumnKey, readonly string[]>> = {
  order: ['stt', 'tt', 'so tt', 'so thu tu'],
  code: [
    'ma tthc',
    'ma',
    'ma thu tuc',
    'ma thu tuc hanh chinh',
    'ma so tthc',
    'ma so',
    'ma so thu tuc',
    'ma so ho so tthc',
  ],
  name: ['ten thu tuc', 'ten tthc', 'ten thu tuc hanh chinh', 'thu tuc hanh chinh', 'ten'],
  shortName: ['ten rut gon', 'ten ngan', 'ten viet tat'],
  field: ['linh vuc', 'ten linh vuc', 'linh vuc tthc'],
  agency: [
    'co quan thuc hien',
    'co quan giai quyet',
    'don vi thuc hien',
    'co quan co tham quyen',
    'tham quyen giai quyet',
  ],
  decision: ['quyet dinh cong bo', 'so quyet dinh', 'so quyet dinh cong bo', 'qd cong bo', 'van ban cong bo'],
  limit: [
    'thoi han giai quyet',
    'thoi han',
    'thoi gian giai quyet',
    'tong thoi gian giai quyet',
    'thoi gian thuc hien',
  ],
  localLimit: [
    'thoi han sau cat giam',
    'sau cat giam',
    'thoi han cua phuong',
    'thoi han cua xa',
    'thoi han cua don vi',
    'thoi han rut ngan',
    'thoi han cam ket',
    'thoi gian sau cat giam',
    'thoi han giai quyet sau cat giam',
    'thoi gian giai quyet sau cat giam',
  ],
  localDecision: [
    'quyet dinh rut ngan thoi han',
    'quyet dinh cat giam thoi han',
    'quyet dinh cat giam',
    'quyet dinh thoi han cua phuong',
    'can cu cat giam',
    'van ban cat giam',
    'van ban rut ngan thoi han',
  ],
  fees: ['phi le phi', 'phi va le phi', 'muc phi le phi', 'phi le phi neu co', 'le phi phi', 'muc thu'],
  phi: ['phi', 'muc phi', 'muc thu phi'],
  lePhi: ['le phi', 'muc le phi', 'muc thu le phi'],
  papers: ['thanh phan ho so', 'thanh phan so luong ho so', 'ho so', 'giay to', 'cac giay to'],
  sets: ['so bo ho so', 'so luong ho so', 'so bo'],
  results: ['ket qua thuc hien', 'ket qua giai quyet', 'ket qua', 'ket qua thuc hien tthc', 'ket qua xu ly'],
  level: [
    'muc do dvc',
    'muc do dich vu cong',
    'muc do',
    'muc do dvc truc tuyen',
    'dich vu cong truc tuyen',
    'dvc truc tuyen',
    'muc do cung cap dvc',
    'dvctt',
  ],
  channels: ['cach thuc thuc hien', 'hinh thuc nop', 'cach thuc nop', 'hinh thuc tiep nhan'],
  validFrom: ['ngay hieu luc', 'ngay co hieu luc', 'hieu luc tu', 'hieu luc tu ngay', 'ngay ap dung'],
  validTo: ['ngay het hieu luc', 'hieu luc den', 'hieu luc den ngay'],
  note: ['ghi chu', 'luu y'],
};

const BY_NAME: ReadonlyMap<string, ColumnKey> = new Map(
  (Object.keys(HEADINGS) as ColumnKey[]).flatMap((key) => HEADINGS[key].map((name) => [name, key] as const)),
);
const LONGEST_FIRST = [...BY_NAME].toSorted(([a], [b]) => b.length - a.length);
/** Shorter ones stand at the beginning of too many other headings. */
const LONG_ENOUGH = 8;

/** Words that make the limit of the law one of the office's own. */
const LOCAL =
  /\b(?:(?:sau|da|duoc) (?:khi )?(?:cat giam|rut ngan)|rut ngan|cam ket|cua (?:phuong|xa|don vi|dia phuong))\b/u;

/** The column that a heading names; null when it is none we know. A unit in the heading holds for bare numbers below. */
export function columnOf(heading: string): Column | null {
  const folded = foldVietnamese(heading);
  const own = BY_NAME.get(folded);
  const begun =
    own ?? LONGEST_FIRST.find(([name]) => name.length >= LONG_ENOUGH && folded.startsWith(`${name} `))?.[1];
  const key = begun === 'limit' && LOCAL.test(folded) ? 'localLimit' : begun;
  if (key === undefined) return null;
  const isLimit = key === 'limit' || key === 'localLimit';
  return { key, hint: isLimit ? hintOf(folded) : null, exact: own !== undefined };
}

function hintOf(folded: string): UnitHint {
  if (/ngay lam viec/u.test(folded)) return 'workingDay';
  if (/gio lam viec/u.test(folded)) return 'workingHour';
  return folded.endsWith(' ngay') ? 'calendarDay' : null;
}
