import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../../../shared/text/dates.ts';
import { useText } from '../../../../store/hooks.ts';
import { typedDay } from '../../queue/rules/typed-when.ts';

type Props = {
  readonly label: string;
  /** Ward days, `YYYY-MM-DD`; an empty `first` is any day. */
  readonly day: string;
  readonly today: string;
  readonly first: string;
  readonly last: string;
  /** Null while what is typed is no day that may be. */
  readonly onDay: (day: string | null) => void;
};

/** A day as clerks write it, dd/mm/yyyy, whatever the machine's own settings are; told as soon as it is one that may be. */
export function DayInput({ label, day, today, first, last, onDay }: Props) {
  const words = useText().papers.books;
  const [typed, setTyped] = useState<string | null>(null);
  const [typing, setTyping] = useState(false);
  const mayBe = (text: string): string | null => {
    const wanted = typedDay(text, today);
    return wanted !== null && wanted >= first && wanted <= last ? wanted : null;
  };
  return (
    <TextInput
      label={label}
      value={typed ?? formatDay(day)}
      inputMode="numeric"
      maxLength={10}
      error={
        !typing && typed !== null && mayBe(typed) === null
          ? first === ''
            ? words.dayWrong(formatDay(last))
            : words.dayOutside(formatDay(first), formatDay(last))
          : null
      }
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        const wanted = mayBe(value);
        onDay(wanted);
      }}
      onFocus={() => setTyping(true)}
      // A day that may be is shown as it is meant; what may not be stays with its reason.
      onBlur={() => {
        setTyping(false);
        if (typed !== null && mayBe(typed) !== null) setTyped(null);
      }}
    />
  );
}
