import { useText } from '../../../store/hooks.ts';
import { EraseAllKey, EraseKey, KeyBox, KeyRow } from './keyboard.tsx';
import type { ReactNode } from 'react';
import styles from './keyboard.module.css';

type PadProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Stands at the end, where the number is sent off. */
  readonly children: ReactNode;
};

/** Large figures as on a telephone. */
export function NumberPad({ value, onChange, children }: PadProps) {
  const { search: words } = useText().kiosk;
  const type = (sign: string) => onChange(`${value}${sign}`);
  return (
    <KeyBox label={words.keyboard}>
      <div className={styles.pad}>
        {['123', '456', '789'].map((row) => (
          <KeyRow key={row} signs={row} onKey={type} />
        ))}
        <div className={styles.row}>
          <EraseAllKey onChange={onChange} />
          <KeyRow signs="0" onKey={type} />
          <EraseKey value={value} onChange={onChange} />
        </div>
      </div>
      {children}
    </KeyBox>
  );
}

/** So many letters stand in a row. */
const IN_A_ROW = 10;

/** Figures, and the few letters that the numbers of the ward's queues begin with. */
export function TicketNumberPad({
  label,
  letters,
  value,
  onChange,
  children,
}: PadProps & { readonly label: string; readonly letters: string }) {
  const type = (sign: string) => onChange(`${value}${sign}`);
  const rows = Array.from({ length: Math.ceil(letters.length / IN_A_ROW) }, (_, at) =>
    letters.slice(at * IN_A_ROW, (at + 1) * IN_A_ROW),
  );
  return (
    <KeyBox label={label}>
      {rows.map((row) => (
        <KeyRow key={row} signs={row} onKey={type} />
      ))}
      <KeyRow signs="1234567890" onKey={type} />
      <div className={styles.row}>
        <EraseAllKey onChange={onChange} />
        <EraseKey value={value} onChange={onChange} />
        {children}
      </div>
    </KeyBox>
  );
}
