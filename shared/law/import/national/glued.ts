import { placed } from '../entry.ts';
import { caseOf, channelOf, isShown } from './parts.ts';
import { isNoteHeading } from '../words/paper-words.ts';
import { plain, tidy } from '../words/plain.ts';
import type { PaperItem, PlacedFinding } from '../entry.ts';
import type { Method } from './parts.ts';

const METHODS_HEAD = 'Hình thức nộpThời gianPhí, lệ phíMô tả';
const PAPERS_HEAD = 'Tên giấy tờMẫu đơn, tờ khaiSố lượng';
const METHOD = /(Trực tuyến|Trực tiếp|Dịch vụ bưu chính)(?=[-−]?\d|Không có thông tin)/u;
const TIME =
  /^(?:Không có thông tin|[-−]?\d+(?:[.,]\d+)?(?: (?:Ngày làm việc|Ngày|Giờ làm việc|Giờ|Tháng|Năm)(?!\p{Ll}))?)/u;
const FEE = /^(?:Không có thông tin|Miễn phí|[\d.,]+ (?:VNĐ|Việt Nam Đồng))(?:\((?:[^()]|\([^()]*\))*\))?/u;
/** One digit: what stands before it belongs to the name ("… ngày 31/12/20251 bản chính"). */
const COUNTS = /\d bản (?:chính|sao)(?:,\s*\d+ bản (?:chính|sao))*/gu;
const FORM_FILE = /(?:\d+\.)?[^\s]{2,}\.(?:docx?|pdf|xlsx?|rtf)$/iu;

/** "Cách thức thực hiện" of the portal's page with its cells glued together; null when the text is not that table. */
export function gluedMethods(text: string): readonly Method[] | null {
  if (!text.startsWith(METHODS_HEAD)) return null;
  const pieces = text.slice(METHODS_HEAD.length).split(METHOD);
  const methods: Method[] = [];
  for (let index = 1; index < pieces.length; index += 2) {
    const channel = channelOf(pieces[index] ?? '');
    const rest = pieces[index + 1] ?? '';
    const limit = TIME.exec(rest)?.[0] ?? '';
    const fee = FEE.exec(rest.slice(limit.length))?.[0] ?? '';
    methods.push({ channel, limit, fees: [tidy(fee).replace(/[\n;]+/gu, ', ')], findings: [] });
  }
  return methods;
}

/** "Thành phần hồ sơ" of the portal's page with its cells glued together; null when the text is not that table. */
export function gluedPapers(
  text: string,
): { readonly items: readonly PaperItem[]; readonly findings: readonly PlacedFinding[] } | null {
  const [head = '', ...tables] = text.split(PAPERS_HEAD);
  if (tables.length === 0) return null;
  const items: PaperItem[] = [];
  let heading = head;
  for (const table of tables) {
    let from = 0;
    for (const match of table.matchAll(COUNTS)) {
      const name = tidy(table.slice(from, match.index));
      const form = FORM_FILE.exec(name)?.[0];
      from = match.index + match[0].length;
      items.push({
        name:
          (form === undefined ? name : name.slice(0, -form.length)).trim() || name || 'Giấy tờ không có tên',
        original: countIn(match[0], 'chính'),
        copies: countIn(match[0], 'sao'),
        condition: tables.length > 1 ? caseOf(heading) : null,
        shown: isShown(heading),
        isNote: isNoteHeading(plain(heading)),
        isForm: form !== undefined,
      });
    }
    heading = table.slice(from);
  }
  return {
    items,
    findings: [placed('papers', 'papers-glued', text.slice(0, 300), `${items.length} giấy tờ`)],
  };
}

function countIn(text: string, what: string): number {
  return Number(new RegExp(`(\\d+) bản ${what}`, 'u').exec(text)?.[1] ?? 0);
}
