// Which PINs a clerk may take.

/** Why a PIN is not taken: no 4 to 8 digits, easy to guess, or like a date of birth. */
export type PinTrouble = 'pin-format' | 'pin-weak' | 'pin-birthday';

const DIGITS = '01234567890';
const DIGITS_DOWN = '09876543210';

/** Why a PIN is not taken; null when it is. A PIN of one digit or a run (1111, 1234, 9876), of two digits in turn or one half twice (1212, 123123), or one that reads as a date or a year of birth is guessed in a few tries [PE3]. */
export function pinTrouble(pin: string): PinTrouble | null {
  if (!/^\d{4,8}$/.test(pin)) return 'pin-format';
  if (isPattern(pin)) return 'pin-weak';
  return isBirthday(pin) ? 'pin-birthday' : null;
}

function isPattern(pin: string): boolean {
  return DIGITS.includes(pin) || DIGITS_DOWN.includes(pin) || /^(\d{1,4})\1+$/.test(pin);
}

/** Four digits as a year, six as day, month and year in two digits, eight as day, month and year or the other way round. */
function isBirthday(pin: string): boolean {
  if (pin.length === 4) return isYear(pin);
  if (pin.length === 6) return isDay(pin.slice(0, 2), pin.slice(2, 4));
  if (pin.length !== 8) return false;
  const dayFirst = isDay(pin.slice(0, 2), pin.slice(2, 4)) && isYear(pin.slice(4));
  return dayFirst || (isYear(pin.slice(0, 4)) && isDay(pin.slice(6), pin.slice(4, 6)));
}

function isYear(digits: string): boolean {
  return Number(digits) >= 1930 && Number(digits) <= 2029;
}

function isDay(day: string, month: string): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}
