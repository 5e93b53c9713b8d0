import { ASSUMPTIONS, DOUBTS } from './doubt-words.ts';
import { compare } from './compare.ts';
import { importEntries } from './import-entries.ts';
import type { Catalogue } from '../procedure.ts';
import type { AssumptionKind, DoubtKind } from './doubt-words.ts';
import type { EntryList } from './entry.ts';
import type { Doubt, Imported, ImportOptions, RowRefusal } from './import-entries.ts';

const REFUSALS: Readonly<Record<RowRefusal['code'], string>> = {
  'row-code-missing': 'Không có mã TTHC.',
  'row-code-format': 'Mã TTHC không đúng dạng 1.001193.',
  'row-name-missing': 'Không có tên thủ tục.',
  'row-code-twice': 'Mã TTHC đã có ở dòng khác; không lấy dòng nào cho đến khi chỉ còn một.',
  'row-invalid': 'Trái quy tắc của danh mục.',
};

/** Reads entries and says what became of every row: `rows.all` = blank + headings + continued + read, `read` = taken + refused. */
export function importReport(
  list: EntryList,
  options: ImportOptions,
): { readonly report: ReturnType<typeof reportOf>; readonly catalogue: Catalogue | null } {
  const imported = importEntries(list.entries, options);
  return { report: reportOf(list, imported, options), catalogue: imported.catalogue };
}

function reportOf(list: EntryList, imported: Imported, { present, validFrom }: ImportOptions) {
  const { taken, refused, catalogue } = imported;
  return {
    rows: {
      ...list.rows,
      read: list.entries.length,
      taken: taken.length,
      withoutDoubt: taken.filter(({ doubtful }) => !doubtful).length,
      refused: refused.length,
    },
    validFrom,
    refused: refused.map((each) => ({ ...each, message: REFUSALS[each.code] })),
    doubts: grouped(imported.doubts),
    assumed: [...imported.assumed].map(([kind, count]: readonly [AssumptionKind, number]) => ({
      kind,
      message: ASSUMPTIONS[kind],
      count,
    })),
    notRead: list.notRead,
    newFields: imported.newFields,
    present: present && catalogue ? compare(present, catalogue) : null,
  };
}

/** By kind, the most frequent first; places in the order of the file. */
function grouped(doubts: readonly Doubt[]) {
  const byKind = new Map<DoubtKind, Omit<Doubt, 'kind'>[]>();
  for (const { kind, place, procedure, field, found, taken } of doubts) {
    const places = byKind.get(kind) ?? [];
    places.push({ place, procedure, field, found, taken });
    byKind.set(kind, places);
  }
  return [...byKind]
    .map(([kind, places]) => ({ kind, message: DOUBTS[kind], count: places.length, places }))
    .toSorted((a, b) => b.count - a.count);
}
