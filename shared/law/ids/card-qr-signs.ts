// How a scanned text shows that it is not the plain QR of an identity card (DOMAIN 3.5).

/** What changed a card's text on its way: a Vietnamese input method or keyboard, the scanner's encoding, Caps Lock. */
export type Mangling = 'input-method' | 'encoding' | 'caps-lock';

/** Codes that people scan by mistake. */
export type OtherCode = 'card-qr-health-card' | 'card-qr-pc-covid' | 'card-qr-slip';

/** Which other code a text is; null when it is none that we know. */
export function otherCode(text: string, fields: readonly string[]): OtherCode | null {
  if (/^MCS\d+\*/i.test(text)) return 'card-qr-slip';
  if (isHealthCard(fields)) return 'card-qr-health-card';
  return isPcCovid(text, fields) ? 'card-qr-pc-covid' : null;
}

/** BHYT: number of two letters and 13 digits, or of 10 digits; then the name as hexadecimal UTF-8. */
function isHealthCard([number = '', name = '']: readonly string[]): boolean {
  if (/^[A-Z]{2}\d{13}$/i.test(number)) return true;
  const isHex = /^([0-9a-f]{2}){4,}$/i.test(name);
  return isHex && (/^\d{10}$/.test(number) || /[a-f]/i.test(name));
}

/** `SoGiayTo|HoTen|NgaySinh|…`: the name stands second, where a card has its old number. */
function isPcCovid(text: string, fields: readonly string[]): boolean {
  if (/pc-?covid/i.test(text) || /^SoGiayTo\b/i.test(text)) return true;
  const [number = '', name = '', birth = ''] = fields;
  // A card whose empty second field was swallowed on the way looks alike, and ends with its seventh.
  const isShortCard = fields.length === 6 && DAY.test(birth) && SEX.test(fields[3] ?? '');
  const isPaper = /^(\d{9}|\d{12}|[A-Z]\d{7,8})$/i.test(number);
  return isPaper && !isShortCard && /^\D*\p{L}\D*$/u.test(name) && DATE.test(birth);
}

const DAY = /^\d{8}$/;
const DATE = /^(\d{8}|\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})$/;
const SEX = /^n(am|ữ)$/i;

/**
 * What mangled a card's fields, or null when nothing shows. A method that turned one right word into another leaves no sign;
 * what it does to digits, to the word of the sex, or to the marks of a name does.
 */
export function manglingOf(fields: readonly string[]): Mangling | null {
  const [number = '', oldNumber = '', name = '', birth = '', sex = '', address = '', issued = ''] = fields;
  // Fewer fields stand in other places; only what no field may hold tells something.
  if (fields.length < 3) return null;
  if (fields.some(isWronglyEncoded)) return 'encoding';
  if (fields.length < 7) return hasVietnameseSign(number) ? 'input-method' : null;
  if (/^n(AM|Ữ)$/.test(sex)) return 'caps-lock';
  const isTyped =
    [number, oldNumber, birth, issued].some(hasVietnameseSign) ||
    isTypedSex(sex) ||
    isTypedName(name) ||
    isTypedTelex(name, address);
  return isTyped ? 'input-method' : null;
}

/** UTF-8 read as another encoding (`Lê` as `LÃª`), or signs that were replaced. */
function isWronglyEncoded(text: string): boolean {
  return /[\uFFFD?ÄÅÆ]|á[º»]|Ã[\u0080-\u00BF\u0152-\u02DC\u2013-\u2122]/u.test(text);
}

/** The Vietnamese keyboard of the operating system puts letters and marks on the row of digits. */
function hasVietnameseSign(text: string): boolean {
  return /[\u0300-\u036F₫đĐ]/u.test(text.normalize('NFD'));
}

/** `Nữ` as the keys that an input method takes for it: Telex `Nuwx`, VNI `Nu74`, or marks lost. */
function isTypedSex(sex: string): boolean {
  if (sex === 'Nữ' || sex === 'NỮ') return false;
  const letters = sex.normalize('NFD').replace(/[^a-zA-Z]/g, '');
  return /^n(u[uwxrfsj]{0,4}|amm?)$/i.test(letters) && !/^nam$/i.test(sex);
}

/** VNI digits inside a word, two tones in one word, or a word that lost its vowels. */
function isTypedName(name: string): boolean {
  if (/\p{L}\d/u.test(name)) return true;
  return name.split(/[\s'’.-]+/).some((word) => {
    const signs = word.normalize('NFD');
    const tones = signs.match(/[\u0300\u0301\u0303\u0309\u0323]/g)?.length ?? 0;
    const letters = signs.replace(/\P{L}/gu, '');
    return tones > 1 || (letters.length > 1 && !/[aeiouy]/i.test(letters));
  });
}

/** `Lee Vawn Luwowng`: keys of Telex where no Vietnamese letter is left in name and address. */
function isTypedTelex(name: string, address: string): boolean {
  if (hasVietnameseSign(`${name} ${address}`)) return false;
  return (
    name.split(' ').filter((word) => /aa|ee|oo|dd|[aou]w|[aeiouy](ng?|nh|m|c|ch|t|p)?[sfrxj]$/i.test(word))
      .length > 1
  );
}
