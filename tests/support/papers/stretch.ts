// A paper whose every value is as long as values get: what the layout must take without cutting anything.
import type { Slip, SlipBlock, SlipCell, SlipField, SlipSignature } from '../../../shared/slip/slip.ts';

/** The same slip with `long` in place of every value, printed name, office and table cell. */
export function stretched(slip: Slip, long: string): Slip {
  return { ...slip, blocks: slip.blocks.map((block) => stretchedBlock(block, long)) };
}

function stretchedBlock(block: SlipBlock, long: string): SlipBlock {
  const value = (field: SlipField): SlipField => (field.label === '' ? field : { ...field, value: long });
  const sign = (one: SlipSignature): SlipSignature => ({ ...one, name: long });
  switch (block.kind) {
    case 'header':
      return { ...block, superior: long, unit: long };
    case 'voucher-head':
      return { ...block, left: block.left.map(value), right: block.right.map(value) };
    case 'fields':
      return { ...block, lines: block.lines.map((line) => ({ ...line, parts: line.parts.map(value) })) };
    case 'text':
      return {
        ...block,
        lines: block.lines.map((runs) => runs.map((run) => ({ ...run, text: `${run.text} ${long}` }))),
      };
    case 'table':
      return {
        ...block,
        rows: block.rows.slice(0, 2).map((row) => ({
          ...row,
          cells: row.cells.map((cell, index) => (index === 0 ? cell : longCell(cell, long))),
        })),
      };
    case 'signatures': {
      const { left, right } = block;
      return {
        ...block,
        left: left !== null && 'role' in left ? sign(left) : left,
        right: right === null ? null : sign(right),
      };
    }
    case 'codes':
    case 'title':
    case 'choices':
    case 'notes':
    case 'break':
      return block;
  }
}

const longCell = (cell: SlipCell, long: string): SlipCell =>
  typeof cell === 'string' ? long : { ...cell, lines: cell.lines.map((line) => `${line} ${long}`) };
