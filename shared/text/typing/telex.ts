// Typing Vietnamese with plain keys: Telex, and tone keys for a keyboard that shows the letters (DOMAIN 8.4). Tones stand
// where most input methods put them (`hòa`, `thủy`), and move when letters are added.

/** The five tones, by their combining marks. */
const TONES = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' } as const;
const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/;

/** A key that sets a tone: sắc, huyền, hỏi, ngã, nặng. */
export type ToneKey = keyof typeof TONES;

/** Tone keys in the order of the school book: huyền, sắc, hỏi, ngã, nặng. */
export const toneKeys = ['f', 's', 'r', 'x', 'j'] as const satisfies readonly ToneKey[];

const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';
const HORN = '\u031B';
const LONGEST_ONSET = /^(?:qu|gi(?=[aăâeêioôơuưy])|[^aăâeêioôơuưy]*)/i;
const VOWEL = /[aăâeêioôơuưy]/i;
const LAST_WORD = /[\p{L}\p{M}]*$/u;

/** A syllable without its tone, in letters (`đ`, `ư` are one), and the tone. */
type Syllable = { readonly letters: readonly string[]; readonly tone: string };
type Parts = { readonly from: number; readonly to: number };

/** The text after one more key, taken as Telex; text before the last word is left alone. */
export function telexKey(text: string, key: string): string {
  return onLastWord(text, (word) => {
    const typed = key.toLowerCase();
    return toned(word, typed) ?? shaped(word, typed) ?? appended(word, key);
  });
}

/** The text after one more letter, as it is; a tone moves to where it belongs in the longer syllable. */
export function letterKey(text: string, letter: string): string {
  return onLastWord(text, (word) => appended(word, letter));
}

/** The last syllable with this tone, without it where it has it already; a text without a vowel at its end stays. */
export function toneKey(text: string, key: ToneKey): string {
  return onLastWord(text, (word) => {
    if (!hasVowel(word)) return word;
    return { ...word, tone: word.tone === TONES[key] ? '' : TONES[key] };
  });
}

function onLastWord(text: string, change: (word: Syllable) => Syllable | string): string {
  const whole = text.normalize('NFC');
  const [word = ''] = LAST_WORD.exec(whole) ?? [];
  const next = change(syllableOf(word));
  return `${whole.slice(0, whole.length - word.length)}${typeof next === 'string' ? next : written(next)}`;
}

function syllableOf(word: string): Syllable {
  const marks = word.normalize('NFD');
  const tone = TONE_MARK.exec(marks)?.[0] ?? '';
  return { letters: Array.from(marks.replace(new RegExp(TONE_MARK, 'g'), '').normalize('NFC')), tone };
}

function written({ letters, tone }: Syllable): string {
  if (tone === '') return letters.join('');
  const at = tonePlace(letters);
  return letters
    .map((letter, place) => (place === at ? letter + tone : letter))
    .join('')
    .normalize('NFC');
}

/** s f r x j set a tone, typed again they take it back and stand as letters; z takes any tone back. */
function toned(word: Syllable, key: string): Syllable | string | null {
  if (!hasVowel(word)) return null;
  if (key === 'z') return word.tone === '' ? null : { ...word, tone: '' };
  const tone = isToneKey(key) ? TONES[key] : null;
  if (tone === null) return null;
  return word.tone === tone ? `${written({ ...word, tone: '' })}${key}` : { ...word, tone };
}

/** aa ee oo aw ow uw dd and w alone; typed once more they are letters again. */
function shaped(word: Syllable, key: string): Syllable | null {
  if (key === 'd') return barred(word);
  if (key === 'a' || key === 'e' || key === 'o') return roofed(word, key);
  return key === 'w' ? horned(word) : null;
}

function barred(word: Syllable): Syllable | null {
  const [first = '', ...more] = word.letters;
  if (first === 'd' || first === 'D') return { ...word, letters: [first === 'd' ? 'đ' : 'Đ', ...more] };
  if (first === 'đ' || first === 'Đ') return { ...word, letters: [first === 'đ' ? 'd' : 'D', ...more, 'd'] };
  return null;
}

/** Clusters in which a second o is no mark: khoeo, ngoao. */
const NO_ROOF = ['oe', 'oa'];

function roofed(word: Syllable, key: 'a' | 'e' | 'o'): Syllable | null {
  const { from, to } = cluster(word.letters);
  const vowels = word.letters.slice(from, to).join('').toLowerCase();
  if (key === 'o' && to === word.letters.length && NO_ROOF.includes(vowels)) return null;
  const at = lastPlace(
    word.letters,
    (letter, place) => place >= from && place < to && baseOf(letter) === key,
  );
  if (at === null) return null;
  const letter = word.letters[at] ?? '';
  const isRoofed = letter.normalize('NFD').includes(CIRCUMFLEX);
  return isRoofed
    ? { ...word, letters: [...replaced(word.letters, at, plain(letter)), key] }
    : { ...word, letters: replaced(word.letters, at, `${plain(letter)}${CIRCUMFLEX}`) };
}

function horned(word: Syllable): Syllable | null {
  const { from, to } = cluster(word.letters);
  const vowels = word.letters.slice(from, to).map(baseOf).join('');
  const at = from + hornPlace(vowels);
  const letter = word.letters[at];
  if (at < from || letter === undefined)
    return word.letters.some((one) => VOWEL.test(one)) ? null : { ...word, letters: [...word.letters, 'ư'] };
  if (isHorned(letter)) return { ...word, letters: [...replaced(word.letters, at, plain(letter)), 'w'] };
  const mark = baseOf(letter) === 'a' ? BREVE : HORN;
  const once = replaced(word.letters, at, `${plain(letter)}${mark}`);
  // ươ goes on with a letter; uơ ends a syllable (thuở, huơ).
  const isPair = vowels.slice(at - from - 1, at - from + 1) === 'uo' && word.letters.length > at + 1;
  return { ...word, letters: isPair ? replaced(once, at - 1, `${plain(once[at - 1] ?? '')}${HORN}`) : once };
}

/** Which vowel of a cluster takes the horn or the breve; -1: none. */
function hornPlace(vowels: string): number {
  const pair = vowels.indexOf('uo');
  if (pair >= 0) return pair + 1;
  if (vowels.startsWith('ua') || vowels.startsWith('uu') || vowels.startsWith('ui')) return 0;
  return Math.max(vowels.lastIndexOf('a'), vowels.lastIndexOf('o'), vowels.lastIndexOf('u'));
}

/** One letter more: uơ and ưo become ươ when the syllable goes on. */
function appended({ letters, tone }: Syllable, key: string): Syllable | string {
  if (!/^\p{L}$/u.test(key)) return `${written({ letters, tone })}${key}`;
  const [before = '', last = ''] = letters.slice(-2);
  const isPair = /^(?:uơ|ưo)$/i.test(`${before}${last}`) && !/^q$/i.test(letters.at(-3) ?? '');
  const paired = isPair ? [...letters.slice(0, -2), withHorn(before), withHorn(last)] : letters;
  return { letters: [...paired, key.normalize('NFC')], tone };
}

/** Where a tone stands: on the vowel with a mark; in the middle of three; on the second of two before a consonant, else the first. */
function tonePlace(letters: readonly string[]): number {
  const { from, to } = cluster(letters);
  const marked = lastPlace(letters, (letter, at) => at >= from && at < to && letter !== plain(letter));
  if (marked !== null) return marked;
  const count = to - from;
  const closed = to < letters.length;
  if (count <= 1) return from;
  if (count === 2) return closed ? from + 1 : from;
  return closed ? to - 1 : from + 1;
}

/** The vowels of a syllable; `qu` and `gi` before another vowel belong to its beginning. */
function cluster(letters: readonly string[]): Parts {
  const from = LONGEST_ONSET.exec(letters.join(''))?.[0].length ?? 0;
  const length = letters.slice(from).findIndex((letter) => !VOWEL.test(letter));
  return { from, to: length < 0 ? letters.length : from + length };
}

function hasVowel({ letters }: Syllable): boolean {
  const { from, to } = cluster(letters);
  return to > from;
}

function isToneKey(key: string): key is ToneKey {
  return Object.hasOwn(TONES, key);
}

function isHorned(letter: string): boolean {
  return /[\u0306\u031B]/.test(letter.normalize('NFD'));
}

function withHorn(letter: string): string {
  return `${plain(letter)}${HORN}`.normalize('NFC');
}

/** Without its mark, its case kept. */
function plain(letter: string): string {
  return letter.normalize('NFD').charAt(0);
}

function baseOf(letter: string): string {
  return plain(letter).toLowerCase();
}

function replaced(letters: readonly string[], at: number, letter: string): readonly string[] {
  return letters.map((one, place) => (place === at ? letter.normalize('NFC') : one));
}

function lastPlace(letters: readonly string[], isIt: (letter: string, at: number) => boolean): number | null {
  const at = letters.findLastIndex(isIt);
  return at < 0 ? null : at;
}
