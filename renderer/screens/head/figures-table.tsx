import { Icon } from '../../parts/icons.tsx';
import { useFieldName } from '../catalogue-names.ts';
import classes from './head.module.css';
import { Figure } from './head-tiles.tsx';
import { figureColumns } from '../../../shared/report/columns.ts';
import { TOTAL } from '../../../shared/report/day-figures.ts';
import { ratioWords } from '../../../shared/report/definitions/definition-words.ts';
import { ratiosOf } from '../../../shared/report/definitions/ratios.ts';
import { formatMoney } from '../../../shared/text/numbers.ts';
import { useUi } from '../../store/hooks.ts';
import type { FigureColumn } from '../../../shared/report/columns.ts';
import type { DayFigures, FigureRow } from '../../../shared/report/day-figures.ts';
import { compareTexts } from '../../../shared/text/names.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { ListQuery } from './head-facts.ts';

type Words = Messages['head'];

/** First column number of the form that is a figure. */
const FIRST = 3;
const groups = [
  { name: 'received', span: 4 },
  { name: 'finished', span: 4 },
  { name: 'pending', span: 3 },
] as const;

/** The day's figures by field, columns (3)–(13) of Biểu II.06a, with the check printed below. */
export function FiguresTable({
  figures,
  text,
  onOpen,
}: {
  readonly figures: DayFigures;
  readonly text: Words;
  readonly onOpen: (query: ListQuery) => void;
}) {
  const words = text.figures;
  const rows = useNamedRows(figures.rows);
  if (figures.rows.length === 0) return <p className={classes.quiet}>{words.none}</p>;
  return (
    <>
      <div className={classes.wide}>
        <table className={classes.figures} aria-label={words.title}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2} className={classes.field}>
                {words.field}
              </th>
              {groups.map(({ name, span }) => (
                <th key={name} scope="colgroup" colSpan={span} className={classes.group}>
                  {words.groups[name]}
                </th>
              ))}
            </tr>
            <tr>
              {figureColumns.map((column, index) => (
                <th key={column} scope="col" className={sumOf(column)}>
                  {words.columns[column]}
                  <small>({index + FIRST})</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, name }) => (
              <Row
                key={row.fieldId}
                row={row}
                name={name}
                wrong={figures.wrongRows}
                text={text}
                onOpen={onOpen}
              />
            ))}
          </tbody>
          <tfoot>
            <Row
              row={figures.total}
              name={words.total}
              wrong={figures.wrongRows}
              text={text}
              onOpen={onOpen}
            />
          </tfoot>
        </table>
      </div>
      <Ratios figures={figures} />
      <Check figures={figures} text={words} />
    </>
  );
}

/** The fields' rows under their names in the page's language, in the order of these names. */
function useNamedRows(
  rows: readonly FigureRow[],
): readonly { readonly row: FigureRow; readonly name: string }[] {
  const fieldName = useFieldName();
  return rows
    .map((row) => ({ row, name: fieldName(row.fieldId, row.fieldName) }))
    .toSorted((a, b) => compareTexts(a.name, b.name));
}

type RowProps = {
  readonly row: FigureRow;
  readonly name: string;
  readonly wrong: readonly string[];
  readonly text: Words;
  readonly onOpen: (query: ListQuery) => void;
};

function Row({ row, name, wrong, text, onOpen }: RowProps) {
  return (
    <tr data-wrong={wrong.includes(row.fieldId)}>
      <th scope="row" className={classes.field}>
        {name}
      </th>
      {figureColumns.map((column) => {
        const title = `${name} – ${titleOf(column, text.figures)}`;
        return (
          <td key={column} className={sumOf(column)}>
            <Figure
              count={row[column]}
              label={text.list.opens(title, row[column])}
              onOpen={() => onOpen({ kind: 'figure', fieldId: row.fieldId, column, title })}
            />
          </td>
        );
      })}
    </tr>
  );
}

/** Ratios of the last row, each with what it was made of; their definitions stand in their titles [FG5]. */
function Ratios({ figures }: { readonly figures: DayFigures }) {
  const lang = useUi((ui) => ui.lang);
  return (
    <ul className={classes.ratios}>
      {ratiosOf(figures.total).map(({ id, part, whole, text }) => {
        const words = ratioWords[id];
        return (
          <li key={id} title={words.definition[lang]}>
            {words.name[lang]} <strong>{text}</strong>{' '}
            <small>
              ({formatMoney(part)}/{formatMoney(whole)})
            </small>
          </li>
        );
      })}
    </ul>
  );
}

/** The check of the form, in words: the figures agree, or the rows that differ [T5]. */
function Check({ figures, text }: { readonly figures: DayFigures; readonly text: Words['figures'] }) {
  const fieldName = useFieldName();
  const good = figures.wrongRows.length === 0;
  const names = figures.wrongRows.map((id) =>
    id === TOTAL ? text.total : fieldName(id, figures.rows.find(({ fieldId }) => fieldId === id)?.fieldName),
  );
  return (
    <p className={classes.check} data-tone={good ? 'ok' : 'late'} role="status">
      <Icon name={good ? 'check' : 'warning'} size={20} />
      {good ? text.agree : text.differ(names.join(', '))}
    </p>
  );
}

/** Full name of a column: its group, then its own name when it is a part of the group. */
function titleOf(column: FigureColumn, text: Words['figures']): string {
  const group = groups[figureColumns.indexOf(column) < 4 ? 0 : figureColumns.indexOf(column) < 8 ? 1 : 2];
  return column === group.name
    ? text.groups[group.name]
    : `${text.groups[group.name]}, ${text.columns[column].toLowerCase()}`;
}

function sumOf(column: FigureColumn): string | undefined {
  return column === 'received' || column === 'finished' || column === 'pending' ? classes.sum : undefined;
}
