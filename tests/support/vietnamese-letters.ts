const BASES = ['a', 'ă', 'â', 'đ', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** One accented letter with the plain one it folds to. */
export type AccentedLetter = { readonly letter: string; readonly plain: string };

/** The 67 accented letters of Vietnamese in dictionary order, small. */
export const smallLetters: readonly AccentedLetter[] = BASES.flatMap((base) =>
  (base === 'đ' ? [''] : TONES).map((tone) => ({
    letter: `${base}${tone}`.normalize('NFC'),
    plain: base === 'đ' ? 'd' : base.normalize('NFD').slice(0, 1),
  })),
).filter(({ letter, plain }) => letter !== plain);

/** All 134 of them: small and capital. */
export const accentedLetters: readonly AccentedLetter[] = [
  ...smallLetters,
  ...smallLetters.map(({ letter, plain }) => ({ letter: letter.toUpperCase(), plain })),
];
