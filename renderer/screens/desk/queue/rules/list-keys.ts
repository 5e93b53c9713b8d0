/**
 * The row that a key moves to in a list of numbers; null where it moves nowhere. Digits find the number that they are, zeros or
 * not, or else the first one that contains them: `14` finds A014.
 */
export function rowAfterKey(
  key: string,
  digits: string,
  numbers: readonly string[],
  active: number,
): number | null {
  const last = numbers.length - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, active + 1);
    case 'ArrowUp':
      return Math.max(0, active - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return digits === '' ? null : foundBy(digits, numbers);
  }
}

function foundBy(digits: string, numbers: readonly string[]): number | null {
  const exact = numbers.findIndex((number) => number.replace(/^\D+0*/, '') === digits.replace(/^0+/, ''));
  if (exact >= 0) return exact;
  const near = numbers.findIndex((number) => number.includes(digits));
  return near < 0 ? null : near;
}
