import classes from './parts.module.css';
import type { ReactNode } from 'react';

/** One part of a page under its heading; `line` says what it is about. */
export function Section({
  title,
  line,
  children,
}: {
  readonly title: string;
  readonly line?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.section} aria-label={title}>
      <h2>{title}</h2>
      {line !== undefined && <p className={classes.sectionLine}>{line}</p>}
      {children}
    </section>
  );
}

/** A fact: what it is called, and what it is. */
export type Fact = { readonly name: string; readonly value: ReactNode };

/** Facts as a list of names and values. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value }) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A small table: names of its columns, then its rows; the first cell names the row. */
export function SmallTable({
  label,
  columns,
  rows,
}: {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
}) {
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {cells.map((cell, index) => {
              const Cell = index === 0 ? 'th' : 'td';
              return (
                <Cell key={columns[index]} scope={index === 0 ? 'row' : undefined}>
                  {cell}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
