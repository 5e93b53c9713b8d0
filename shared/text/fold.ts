/** The one form texts are kept, compared and printed in: precomposed (dựng sẵn). */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/**
 * Folds a text for searching: lower case, đ → d, no marks (so the place of a tone mark does not matter), one space between
 * words. With `mergeIY` also y → i, because kỹ/kĩ, Mỹ/Mĩ are both written.
 */
export function foldVietnamese(text: string, mergeIY = false): string {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return mergeIY ? folded.replaceAll('y', 'i') : folded;
}

/** Whether every word of a folded query begins some word of a folded text. */
export function matchWords(foldedQuery: string, foldedText: string): boolean {
  const words = foldedText.split(' ');
  return foldedQuery.split(' ').every((wanted) => words.some((word) => word.startsWith(wanted)));
}
