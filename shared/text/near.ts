/** Shorter words are too like each other: `hai` is one slip from `ban`, `bai`, `mai` … */
const LEAST_LETTERS = 5;

/** Whether a slip is looked for in a folded word. */
export function mayHaveSlip(word: string): boolean {
  return word.length >= LEAST_LETTERS && !/^\d/.test(word);
}

/**
 * Whether a text begins with a word, allowing one slip of typing: a sign too many, one too few, a wrong one, or two
 * neighbours exchanged. Words of fewer than five signs and numbers must be right.
 * @param word folded, perhaps not yet finished
 * @param text a folded word
 */
export function startsNearly(word: string, text: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === text[at]) at += 1;
  if (at === word.length) return true;
  if (!mayHaveSlip(word)) return false;
  const isExchanged = word[at] === text[at + 1] && word[at + 1] === text[at];
  return (
    text.startsWith(word.slice(at + 1), at) ||
    text.startsWith(word.slice(at), at + 1) ||
    text.startsWith(word.slice(at + 1), at + 1) ||
    (isExchanged && text.startsWith(word.slice(at + 2), at + 2))
  );
}

/** Whether every word of a folded query begins some word of a folded text, with one slip allowed in each long word. */
export function matchWordsNearly(foldedQuery: string, foldedText: string): boolean {
  const words = foldedText.split(' ');
  return foldedQuery.split(' ').every((wanted) => words.some((word) => startsNearly(wanted, word)));
}

/**
 * For each term of a search list one bit for each word that begins it with at most one slip. A term that begins with a space
 * is a text of many words, which must be right: its bits stand `shared` places higher. Null when a word answers no term.
 */
export function nearMarks(
  terms: readonly string[],
  words: readonly string[],
  shared: number,
): Uint32Array<ArrayBuffer> | null {
  let answered = 0;
  const marks = Uint32Array.from(terms, (term) => {
    let bits = 0;
    words.forEach((word, index) => {
      if (term.startsWith(' ')) bits |= term.includes(` ${word}`) ? 1 << (index + shared) : 0;
      else if (term !== '' && (startsNearly(word, term) || (/^\d/.test(word) && term.includes(word)))) {
        bits |= 1 << index;
      }
    });
    answered |= bits | (bits >>> shared);
    return bits;
  });
  return words.every((_, index) => (answered >>> index) & 1) ? marks : null;
}
