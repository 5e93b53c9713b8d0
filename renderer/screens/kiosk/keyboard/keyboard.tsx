import { letterKey, telexKey, toneKey, toneKeys } from '../../../../shared/text/typing/telex.ts';
import { useKiosk, useStores, useText } from '../../../store/hooks.ts';
import type { ReactNode } from 'react';
import styles from './keyboard.module.css';

const DIGITS = '1234567890';
const LETTERS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const VIETNAMESE = 'ăâđêôơư';
/** How each tone looks on its key: over a letter, as at school. */
const TONE_FACES = { f: 'à', s: 'á', r: 'ả', x: 'ã', j: 'ạ' } as const;

type KeyboardProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Large keys for words: every Vietnamese letter and tone on a key of its own, or Telex; marks may also be left out. */
export function TextKeyboard({ value, onChange }: KeyboardProps) {
  const { kiosk } = useStores();
  const { search: words, ways } = useText().kiosk;
  const telex = useKiosk((state) => state.telex);
  const type = (sign: string) => onChange(telex ? telexKey(value, sign) : letterKey(value, sign));
  return (
    <KeyBox label={words.keyboard}>
      <KeyRow signs={DIGITS} onKey={type} />
      <div role="group" aria-label={ways.keys.letters} className={styles.row}>
        {Array.from(VIETNAMESE, (sign) => (
          <Key key={sign} onPress={() => onChange(letterKey(value, sign))}>
            {sign}
          </Key>
        ))}
      </div>
      <KeyRow signs={LETTERS[0] ?? ''} onKey={type} />
      <KeyRow signs={LETTERS[1] ?? ''} onKey={type} />
      <KeyRow signs={LETTERS[2] ?? ''} onKey={type}>
        <EraseKey value={value} onChange={onChange} />
      </KeyRow>
      <div className={styles.row}>
        <div role="group" aria-label={ways.keys.tones} className={styles.tones}>
          {toneKeys.map((tone) => (
            <Key key={tone} label={ways.keys.toneNames[tone]} onPress={() => onChange(toneKey(value, tone))}>
              {TONE_FACES[tone]}
            </Key>
          ))}
        </div>
        <button
          type="button"
          className={styles.toggle}
          aria-pressed={telex}
          onClick={() => kiosk.getState().setTelex(!telex)}
        >
          {ways.keys.telex}
        </button>
      </div>
      <div className={styles.row}>
        <EraseAllKey onChange={onChange} />
        <button type="button" className={styles.space} onClick={() => onChange(`${value} `)}>
          {words.space}
        </button>
      </div>
    </KeyBox>
  );
}

/** Large keys for codes: figures, capitals, dot and dash; `children` stand at the end, where the code is sent off. */
export function CodeKeyboard({
  value,
  onChange,
  children,
}: KeyboardProps & { readonly children: ReactNode }) {
  const { search: words, ways } = useText().kiosk;
  const type = (sign: string) => onChange(`${value}${sign}`);
  return (
    <KeyBox label={words.keyboard}>
      <KeyRow signs={DIGITS} onKey={type} />
      {LETTERS.map((row, index) => (
        <KeyRow key={row} signs={row.toUpperCase()} onKey={type}>
          {index === LETTERS.length - 1 && <EraseKey value={value} onChange={onChange} />}
        </KeyRow>
      ))}
      <div className={styles.row}>
        <EraseAllKey onChange={onChange} />
        <Key label={ways.keys.dot} onPress={() => type('.')}>
          .
        </Key>
        <Key label={ways.keys.dash} onPress={() => type('-')}>
          -
        </Key>
        {children}
      </div>
    </KeyBox>
  );
}

/** The keys together, by name. */
export function KeyBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={label} data-keys="" className={styles.keyboard}>
      {children}
    </div>
  );
}

type RowProps = {
  readonly signs: string;
  readonly onKey: (sign: string) => void;
  readonly children?: ReactNode;
};

/** A row of keys, each of one sign. */
export function KeyRow({ signs, onKey, children }: RowProps) {
  return (
    <div className={styles.row}>
      {Array.from(signs, (sign) => (
        <Key key={sign} onPress={() => onKey(sign)}>
          {sign}
        </Key>
      ))}
      {children}
    </div>
  );
}

type KeyProps = { readonly label?: string; readonly onPress: () => void; readonly children: string };

function Key({ label, onPress, children }: KeyProps) {
  return (
    <button type="button" className={styles.key} {...(label && { 'aria-label': label })} onClick={onPress}>
      {children}
    </button>
  );
}

/** Takes the last sign back. */
export function EraseKey({ value, onChange }: KeyboardProps) {
  const { search: words } = useText().kiosk;
  return (
    <button
      type="button"
      className={styles.wide}
      aria-label={words.erase}
      onClick={() => onChange(value.slice(0, -1))}
    >
      {words.eraseShort}
    </button>
  );
}

/** Takes everything back. */
export function EraseAllKey({ onChange }: Pick<KeyboardProps, 'onChange'>) {
  const { search: words } = useText().kiosk;
  return (
    <button type="button" className={styles.clear} onClick={() => onChange('')}>
      {words.eraseAll}
    </button>
  );
}
