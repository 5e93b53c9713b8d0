import { err, ok } from '../../../basics/result.ts';
import { gluedMethods, gluedPapers } from './glued.ts';
import { isObject, keyOf, textOf, valueOf } from './json-values.ts';
import { methodsOf, papersOf, resultsOf } from './parts.ts';
import { readResults } from '../words/other-words.ts';
import { textsBy } from '../entry.ts';
import { tidy } from '../words/plain.ts';
import type { Result } from '../../../basics/result.ts';
import type { Entry, EntryList, TextKey } from '../entry.ts';
import type { JsonObject } from './json-values.ts';
import type { Method } from './parts.ts';
import type { Channel } from '../words/fee-parts.ts';

/** The document holds no list of procedures. */
export type NationalRefusal = { readonly code: 'import-json-shape' } | { readonly code: 'import-empty' };

type Key =
  | Exclude<TextKey, 'shortName' | 'note'>
  | 'code'
  | 'methods'
  | 'limit'
  | 'phi'
  | 'lePhi'
  | 'fees'
  | 'papers'
  | 'results';

/**
 * Keys under which public programs keep what they took from the national catalogue, in one spelling (no case, no
 * underscores, no marks). None of these shapes is documented by its owner: seen, not verified.
 */
const KEYS: Readonly<Record<Key, readonly string[]>> = {
  code: ['matthc', 'mathutuc', 'mathutuchanhchinh', 'code', 'codenotation', 'maso', 'procedurecode'],
  name: ['tentthc', 'tenthutuc', 'tenthutuchanhchinh', 'name', 'tendichvucong', 'procedurename', 'ten'],
  field: ['categoriesdetails', 'linhvuc', 'tenlinhvuc', 'linhvucthuchien', 'categories', 'category', 'field'],
  agency: [
    'departmentsexecuting',
    'coquanthuchien',
    'tencoquanthuchien',
    'executingagencies',
    'donvithuchien',
    'departmentsauthority',
    'coquancothamquyen',
  ],
  decision: [
    'procedureproposal',
    'quyetdinhcongbo',
    'soquyetdinh',
    'soquyetdinhcongbo',
    'decisionno',
    'tenquyetdinh',
  ],
  level: ['mucdo', 'mucdodvc', 'mucdodichvucong', 'mucdodvctructuyen', 'dvctructuyen'],
  channels: ['hinhthucnop', 'kenhthuchien'],
  sets: ['sobohoso', 'soluonghoso'],
  validFrom: ['ngayhieuluc', 'ngaycohieuluc', 'ngayapdung'],
  validTo: ['ngayhethieuluc'],
  methods: ['executionmethods', 'cachthucthuchien', 'cachthucthuchiens', 'cachthuc', 'cachthucthuchientthc'],
  limit: ['thoihangiaiquyet', 'thoihan', 'thoigiangiaiquyet', 'processingtime'],
  fees: ['philephi', 'phivalephi'],
  phi: ['phi', 'mucphi'],
  lePhi: ['lephi', 'muclephi'],
  papers: ['executioncases', 'thanhphanhoso', 'thanhphanhosos', 'hoso'],
  results: ['resultsdetails', 'ketquathuchien', 'ketquaxuly', 'ketqua'],
};
const READ: ReadonlySet<string> = new Set(Object.values(KEYS).flat());
/** How deep a list may lie: `{ data: { items: [ … ] } }`. */
const DEPTH = 4;

/**
 * Reads the national catalogue's JSON in the shapes that public programs show: the portal's answers (one procedure or a
 * list), lists keyed MATTHC / maTTHC / ma_thu_tuc, and texts of its pages. Unknown keys are named, never an error.
 */
export function readNational(json: unknown): Result<EntryList, NationalRefusal> {
  const list = listIn(json, 0);
  if (list === null) return err({ code: 'import-json-shape' });
  if (list.length === 0) return err({ code: 'import-empty' });
  const objects = list.map(unwrapped);
  const notRead = new Set(
    objects.flatMap((object) => Object.keys(object)).filter((key) => !READ.has(keyOf(key))),
  );
  return ok({
    entries: objects.map((object, index) => entryOf(object, `mục ${index + 1}`)),
    notRead: [...notRead],
    rows: { all: objects.length, blank: 0, headings: 0, continued: 0 },
  });
}

/** Everything of the list counts as an entry, also what is no object: it is refused later by name. */
function listIn(value: unknown, depth: number): readonly unknown[] | null {
  if (depth > DEPTH) return null;
  if (Array.isArray(value)) return value.length === 0 || value.some(isProcedure) ? value : null;
  if (!isObject(value)) return null;
  if (isProcedure(value)) return [value];
  const inner = Object.values(value).filter((each) => typeof each === 'object' && each !== null);
  const found = inner.map((each) => listIn(each, depth + 1)).filter((each) => each !== null);
  return found.find((each) => each.length > 0) ?? found[0] ?? null;
}

function isProcedure(value: unknown): boolean {
  if (!isObject(value)) return false;
  const object = unwrapped(value);
  const code = valueOf(object, KEYS.code);
  const hasCode = typeof code === 'number' || (typeof code === 'string' && /\d[.,]?\d{3}/u.test(code));
  return hasCode || valueOf(object, KEYS.name.slice(0, 3)) !== undefined;
}

/** Some programs keep the portal's answer under `detail` beside code and name. */
function unwrapped(value: unknown): JsonObject {
  if (!isObject(value)) return {};
  const detail = value['detail'] ?? (value['code'] === undefined ? value['data'] : undefined);
  return isObject(detail) ? { ...value, ...detail } : value;
}

function entryOf(object: JsonObject, place: string): Entry {
  const text = (key: Key): string => tidy(textOf(valueOf(object, KEYS[key])));
  const code = valueOf(object, KEYS.code);
  const raw = valueOf(object, KEYS.methods);
  const methods = typeof raw === 'string' ? (gluedMethods(raw.trim()) ?? []) : methodsOf(raw);
  const papers = valueOf(object, KEYS.papers);
  const glued = typeof papers === 'string' ? gluedPapers(papers.trim()) : null;
  const results = valueOf(object, KEYS.results);
  const channels = methods.length > 0 ? methodChannels(methods) : typeof raw === 'string' ? raw : '';
  return {
    place,
    code: typeof code === 'string' || typeof code === 'number' ? code : null,
    texts: textsBy((key) => (isRead(key) ? text(key) : '') || (key === 'channels' ? channels : '')),
    limits: limitsOf(text('limit'), methods),
    hint: null,
    local: { text: '', decision: '', hint: null },
    fees: feesOf(object, methods),
    papers: glued?.items ?? papersOf(papers),
    results: resultsOf(results) ?? readResults(pageResults(textOf(results))),
    findings: [...methods.flatMap(({ findings }) => findings), ...(glued?.findings ?? [])],
  };
}

function isRead(key: TextKey): key is TextKey & Key {
  return key !== 'shortName' && key !== 'note';
}

function limitsOf(own: string, methods: readonly Method[]): Entry['limits'] {
  if (own !== '' || methods.length === 0) return [{ channel: null, text: own }];
  return methods.map(({ channel, limit }) => ({ channel, text: limit }));
}

function feesOf(object: JsonObject, methods: readonly Method[]): Entry['fees'] {
  const own = (['fees', 'phi', 'lePhi'] as const)
    .map((key) => ({
      text: tidy(textOf(valueOf(object, KEYS[key]))),
      context: { kind: key === 'fees' ? null : key, channel: null },
    }))
    .filter(({ text }) => text !== '');
  if (own.length > 0) return own;
  const ofMethods = methods.flatMap(({ channel, fees }) =>
    (fees.length > 0 ? fees : ['']).map((text) => ({ text, context: { kind: null, channel } })),
  );
  return ofMethods.length > 0 ? ofMethods : [{ text: '', context: { kind: null, channel: null } }];
}

const CHANNEL_WORDS: Readonly<Record<NonNullable<Channel>, string>> = {
  trucTiep: 'Trực tiếp',
  trucTuyen: 'Trực tuyến',
  buuChinh: 'Dịch vụ bưu chính',
};

function methodChannels(methods: readonly Method[]): string {
  return methods
    .map(({ channel }) => (channel === null ? 'Trực tiếp, trực tuyến' : CHANNEL_WORDS[channel]))
    .join(', ');
}

/** Results of a page's text: "Giấy khai sinhMã: KQ.G15.000031Trích lụcMã: …", with what stands below it on the page. */
function pageResults(text: string): string {
  return text
    .replace(/Từ khóa(?:Không có thông tin)?.*$/su, '')
    .replace(/(KQ\.[A-Z]\d{2}\.\d{6})(?=\S)/gu, '$1\n');
}
