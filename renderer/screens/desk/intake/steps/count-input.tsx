import classes from './steps.module.css';

type CountInputProps = {
  readonly id?: string;
  readonly label: string;
  readonly value: number;
  readonly wrong?: boolean;
  readonly onChange: (value: number) => void;
};

/** A small whole number; an emptied field counts as 0. What is no digit is left out: it must not empty a count unseen. */
export function CountInput({ id, label, value, wrong = false, onChange }: CountInputProps) {
  return (
    <input
      id={id}
      className={classes.count}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      aria-label={label}
      aria-invalid={wrong}
      value={value === 0 ? '' : String(value)}
      onFocus={(event) => event.currentTarget.select()}
      onBeforeInput={(event) => {
        if (/\D/.test(event.data)) event.preventDefault();
      }}
      onChange={(event) => {
        const typed = event.currentTarget.value.slice(0, 20);
        if (/^\d*$/.test(typed)) onChange(Number(typed.slice(0, 4)));
      }}
    />
  );
}
