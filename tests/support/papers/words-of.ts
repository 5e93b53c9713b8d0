// Every word of a slip in the order in which a reader meets it.
import type {
  SlipBlock,
  SlipCell,
  SlipField,
  SlipRecipients,
  SlipSignature,
  SlipTable,
} from '../../../shared/slip/slip.ts';
import type { Slip } from '../../../shared/slip/slip.ts';

/** Words of all blocks, empty ones left out. */
export const wordsOf = (slip: Slip): readonly string[] =>
  slip.blocks.flatMap(blockWords).filter((word) => word !== '');

function blockWords(block: SlipBlock): readonly string[] {
  switch (block.kind) {
    case 'header':
      return [
        block.superior,
        block.unit,
        block.number ?? '',
        block.nation,
        block.motto,
        block.placeAndDate,
        block.aside ?? '',
      ];
    case 'voucher-head':
      return [...fieldWords(block.left), block.nation, block.motto, ...fieldWords(block.right)];
    case 'codes':
      return [block.label, block.code, block.bookLine, block.reprint ?? '', block.remark ?? ''];
    case 'title':
      return [
        ...block.lines,
        block.under ?? '',
        block.copyLine,
        block.formNo,
        block.basis,
        block.reprint ?? '',
      ];
    case 'fields':
      return block.lines.flatMap(({ parts, small }) => [
        ...fieldWords(parts),
        ...(small === undefined ? [] : fieldWords([small])),
      ]);
    case 'text':
      return block.lines.flatMap((runs) => runs.map(({ text }) => text));
    case 'table':
      return tableWords(block);
    case 'choices':
      return [block.label, ...block.options];
    case 'signatures':
      return [...signWords(block.left), ...signWords(block.right)];
    case 'notes':
      return [block.label, ...block.lines];
    case 'break':
      return [];
  }
}

const fieldWords = (fields: readonly SlipField[]): readonly string[] =>
  fields.flatMap(({ label, value }) => [label, value]);

function tableWords({ heading, columns, rows }: SlipTable): readonly string[] {
  const upper = columns.flatMap(({ name, group }, index) => {
    if (group === '') return [name];
    return columns[index - 1]?.group === group ? [] : [group];
  });
  const lower = columns.filter(({ group }) => group !== '').map(({ name }) => name);
  return [heading, ...upper, ...lower, ...rows.flatMap(({ cells }) => cells.flatMap(cellWords))];
}

const cellWords = (cell: SlipCell): readonly string[] =>
  typeof cell === 'string' ? [cell] : [...cell.lines, ...cell.signs.flat()];

function signWords(sign: SlipSignature | SlipRecipients | null): readonly string[] {
  if (sign === null) return [];
  if ('label' in sign) return [sign.label, ...sign.lines];
  return [sign.date ?? '', sign.role, ...(sign.positions ?? []), sign.hint, sign.name];
}
