import classes from './steps.module.css';

type CountInputProps = {
  readonly id?: string;
  readonly label: string;
  readonly value: number;
  readonly wrong?: boolean;
  readonly onChange: (value: number) => void;
};

/** A small whole number; an emptied field counts as 0. */
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
      onChange={(event) =>
        onChange(Number(event.currentTarget.value.slice(0, 20).replace(/\D/g, '').slice(0, 4)))
      }
    />
  );
}
