import { useText } from '../../../store/hooks.ts';
import styles from './keyboard.module.css';

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].map((row) => row.split(''));

/** Large plain letters; marks are not needed, since the search folds them. */
export function Keyboard({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { search: words } = useText().kiosk;
  return (
    <div role="group" aria-label={words.keyboard} className={styles.keyboard}>
      {ROWS.map((row, index) => (
        <div key={row.join('')} className={styles.row}>
          {row.map((letter) => (
            <button
              key={letter}
              type="button"
              className={styles.key}
              onClick={() => onChange(`${value}${letter}`)}
            >
              {letter}
            </button>
          ))}
          {index === ROWS.length - 1 && (
            <button
              type="button"
              className={styles.wide}
              aria-label={words.erase}
              onClick={() => onChange(value.slice(0, -1))}
            >
              {words.eraseShort}
            </button>
          )}
        </div>
      ))}
      <div className={styles.row}>
        <button type="button" className={styles.clear} onClick={() => onChange('')}>
          {words.eraseAll}
        </button>
        <button type="button" className={styles.space} onClick={() => onChange(`${value} `)}>
          {words.space}
        </button>
      </div>
    </div>
  );
}
