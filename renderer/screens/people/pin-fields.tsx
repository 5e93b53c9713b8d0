import { NativeSelect, TextInput } from '@mantine/core';
import { useStores, useText, useUi } from '../../store/hooks.ts';

type PinInputProps = {
  readonly label: string;
  readonly pin: string;
  readonly onPin: (pin: string) => void;
  readonly missing: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** It has the focus when its form opens. */
  readonly first?: boolean;
};

/** A PIN is typed: digits only, eight at most, never shown. */
export function PinInput({ label, pin, onPin, missing, hint, error, first = false }: PinInputProps) {
  const { pinMissing } = useText().desk.signIn;
  return (
    <TextInput
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      value={pin}
      error={missing ? pinMissing : error}
      onChange={(event) => onPin(event.currentTarget.value.replace(/\D/g, '').slice(0, 8))}
      data-first={first ? '' : undefined}
    />
  );
}

type ChoiceProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly missing?: boolean;
  readonly first?: boolean;
};

/** One of the ward's clerks who still work here. */
export function ClerkSelect({
  value,
  onChange,
  missing = false,
  first = false,
  without,
}: ChoiceProps & { readonly without?: string | undefined }) {
  const { host } = useStores();
  const text = useText();
  const words = text.desk.signIn;
  const clerks = host.hello().ward.clerks.filter(({ id, retired }) => id !== without && retired !== true);
  return (
    <NativeSelect
      label={words.clerk}
      value={value}
      error={missing ? words.clerkMissing : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: words.clerkChoose },
        ...clerks.map(({ id, name, role }) => ({ value: id, label: `${name} – ${text.life.roles[role]}` })),
      ]}
      data-first={first ? '' : undefined}
    />
  );
}

/** One of the ward's counters. */
export function CounterSelect({ value, onChange }: ChoiceProps) {
  const { host } = useStores();
  const { counter } = useText().desk.signIn;
  const lang = useUi((ui) => ui.lang);
  return (
    <NativeSelect
      label={counter}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={host
        .hello()
        .ward.counters.map(({ id, name, nameEn }) => ({ value: id, label: lang === 'vi' ? name : nameEn }))}
    />
  );
}
