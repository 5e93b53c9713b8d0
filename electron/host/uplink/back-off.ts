/** Waiting times between attempts. */
export type BackOff = {
  /** How long to wait before the next attempt, ms; doubles with each call up to the longest. */
  readonly next: (longestMs: number) => number;
  readonly reset: () => void;
};

const FIRST_MS = 1000;

/** Longest wait after an answer that was no use: the district is there and has trouble enough. */
export const LONGEST_MS = 60_000;

/** Longest wait while nothing answers: an attempt costs nobody anything, and people wait for the line to come back. */
export const LONGEST_SILENT_MS = 15_000;

/** Doubles from 1 s; each wait is drawn from the upper half, so that desks do not come back all at once. */
export function createBackOff(random: () => number): BackOff {
  let attempts = 0;
  return {
    next: (longestMs) => {
      const full = Math.min(longestMs, FIRST_MS * 2 ** attempts);
      attempts = Math.min(attempts + 1, 10);
      return Math.round(full / 2 + (full / 2) * random());
    },
    reset: () => {
      attempts = 0;
    },
  };
}
