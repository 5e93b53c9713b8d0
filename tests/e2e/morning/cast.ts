import { demoCatalogue } from '../../support/demo.ts';
import type { Catalogue, Procedure } from '../../../shared/law/procedure.ts';

/** One citizen of the morning: the field they choose at the kiosk, and the procedure of their dossier if they bring one. */
export type Citizen = {
  readonly no: number;
  readonly fieldName: string;
  readonly procedure: Procedure | null;
  readonly name: string;
  readonly idNumber: string;
  /** Somebody else hands the papers in. */
  readonly submitter: string | null;
};

/** Names with everything that breaks weak software: stacked marks, markup, an emoji, decomposed letters. */
const NAMES = [
  'Nguyễn Thị Thúy Hằng',
  'Trần Quốc Khánh',
  '<b>Lê</b> "&" Mẫn',
  'Phạm Thị Ngọc Ánh 😀',
  'Hoàng Văn Thụ'.normalize('NFD'),
  'Đặng Thị Hòa',
  'Vũ Đức Thượng',
  'Bùi Thị Xuân',
];

/** 15 real procedures of 12 or more fields' everyday work, all with a limit in law. */
function morningProcedures(catalogue: Catalogue): readonly Procedure[] {
  const perField = new Map<string, Procedure[]>();
  for (const procedure of catalogue.procedures) {
    if (procedure.limit.value === null || procedure.limit.unit === 'campaign') continue;
    perField.set(procedure.fieldId, [...(perField.get(procedure.fieldId) ?? []), procedure]);
  }
  return [...perField.values()].flatMap((list) => list.slice(0, 2)).slice(0, 15);
}

/** 40 citizens, of whom 25 bring a dossier. */
export function morningCast(): readonly Citizen[] {
  const catalogue = demoCatalogue();
  const procedures = morningProcedures(catalogue);
  return Array.from({ length: 40 }, (_, index) => {
    const dossier = index % 8 < 5;
    const nth = procedures[(Math.floor(index / 8) * 5 + (index % 8)) % procedures.length];
    if (!nth) throw new Error('the catalogue has procedures with limits');
    const field = catalogue.fields.find(({ id }) => id === nth.fieldId);
    return {
      no: index + 1,
      fieldName: field?.name ?? '',
      procedure: dossier ? nth : null,
      name: NAMES[index % NAMES.length] ?? '',
      idNumber: `0011850${String(10_000 + index)}`,
      submitter: index % 8 === 3 ? 'Người Nộp Thay' : null,
    };
  });
}
