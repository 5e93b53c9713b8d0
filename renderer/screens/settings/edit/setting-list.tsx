import { Button } from '@mantine/core';
import { useStores, useText } from '../../../store/hooks.ts';
import { SettingField } from './setting-field.tsx';
import { put, rowsAt } from './place.ts';
import classes from './edit.module.css';
import type { ReactNode } from 'react';
import type { Plain } from './place.ts';
import type { ListSpec } from './specs.ts';

type SettingListProps = {
  readonly spec: ListSpec;
  readonly value: Plain;
  readonly onChange: (value: Plain) => void;
  readonly readOnly: boolean;
  /** What is wrong at a place, e.g. `counters.2.name`. */
  readonly errorAt: (path: string) => string | undefined;
  /** More of a row, beside its fields. */
  readonly beside?: (row: Plain) => ReactNode;
};

/** The rows of a list: each typed in place, moved, taken out; a new one at the end. */
export function SettingList({ spec, value, onChange, readOnly, errorAt, beside }: SettingListProps) {
  const { newId } = useStores().people.getState();
  const words = useText().people.settings;
  const rows = rowsAt(value, spec.path);
  const set = (next: readonly Plain[]) =>
    onChange(put(value, spec.path, next.length === 0 && spec.path === 'notices' ? null : next));
  const move = (from: number, to: number) => {
    const next = [...rows];
    const [row] = next.splice(from, 1);
    if (row) next.splice(to, 0, row);
    set(next);
  };
  const listName = (words.labels as Readonly<Record<string, string>>)[spec.path] ?? spec.path;
  return (
    <div className={classes.rows}>
      {rows.map((row, place) => (
        <fieldset key={typeof row['id'] === 'string' ? row['id'] : place} className={classes.row}>
          <legend>{words.row(listName, place + 1)}</legend>
          {spec.fields.map((field) => (
            <SettingField
              key={field.path}
              spec={field}
              within={spec.path}
              value={row}
              readOnly={readOnly}
              error={errorAt(`${spec.path}.${place}.${field.path}`)}
              onChange={(next) => set(rows.map((one, other) => (other === place ? next : one)))}
            />
          ))}
          <div className={classes.rowActs}>
            {beside?.(row)}
            {!readOnly && (
              <>
                <Button
                  size="xs"
                  variant="subtle"
                  disabled={place === 0}
                  onClick={() => move(place, place - 1)}
                >
                  {words.up(place + 1)}
                </Button>
                {spec.kept !== true && (
                  <Button
                    size="xs"
                    variant="subtle"
                    color="var(--late)"
                    onClick={() => set(rows.filter((_, other) => other !== place))}
                  >
                    {words.remove(place + 1)}
                  </Button>
                )}
              </>
            )}
          </div>
        </fieldset>
      ))}
      {!readOnly && (
        <Button
          variant="default"
          className={classes.add}
          onClick={() =>
            set([...rows, { ...(spec.path === 'notices' ? {} : { id: newId() }), ...spec.blank }])
          }
        >
          {words.add}
        </Button>
      )}
    </div>
  );
}
