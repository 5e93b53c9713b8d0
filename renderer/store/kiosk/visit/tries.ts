// Codes follow on each other, so that nobody may try them out at a machine that everybody can touch [KI14].

/** So many wrong codes, typed within this time, and the machine takes no more of them for a while. */
const MOST_WRONG = 8;
const WITHIN_MS = 10 * 60_000;

/** Counts wrong codes of one machine, whoever typed them. */
export type Tries = {
  /** Whether typed codes are taken. */
  readonly areLeft: (nowMs: number) => boolean;
  readonly countWrong: (nowMs: number) => void;
};

/** Builds the count; it holds at most as many moments as it bears. */
export function createTries(): Tries {
  let wrong: readonly number[] = [];
  const recent = (nowMs: number): readonly number[] =>
    // A clock set back makes later moments meaningless; they are dropped rather than kept for ever.
    wrong.filter((atMs) => atMs <= nowMs && nowMs - atMs < WITHIN_MS);
  return {
    areLeft: (nowMs) => recent(nowMs).length < MOST_WRONG,
    countWrong: (nowMs) => void (wrong = [...recent(nowMs), nowMs].slice(-MOST_WRONG)),
  };
}
