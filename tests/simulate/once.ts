// Events never change, so what follows from one event alone is worked out once for all replicas of a history. What is
// worked out is production code every time; a line that was refused is read anew each time it comes.
import { hash } from 'node:crypto';
import { parseLine } from '../../shared/event/envelope.ts';
import { wardDay } from '../../shared/basics/time.ts';
import { factOf } from '../../shared/event/facts.ts';
import { foldNext } from '../../shared/project/fold.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { LineRefusal, LoggedEvent } from '../../shared/event/envelope.ts';
import type { Fact } from '../../shared/event/facts.ts';
import type { Apply, Folded } from '../../shared/project/fold.ts';

/** What the replicas of one history have read and folded so far. */
export type Once = {
  /** The ward's day of an instant; the same instant is asked for again and again within one act. */
  readonly dayOf: (nowMs: number) => string;
  readonly read: (line: string) => Result<LoggedEvent, LineRefusal>;
  readonly factOf: (logged: LoggedEvent) => Fact | null;
  /** `foldNext`, a pure function: the same row and the same event give the same row again. */
  readonly fold: <S>(apply: Apply<S>, row: Folded<S> | null, logged: LoggedEvent) => Folded<S> | null;
};

type Step = { readonly from: object | null; readonly to: unknown };

/** SHA-256 by the platform; the same digits as the portable one. */
export function digestOf(text: string): string {
  return hash('sha256', text);
}

/** Nothing read yet. */
export function createOnce(): Once {
  const lines = new Map<string, Result<LoggedEvent, LineRefusal>>();
  const facts = new Map<LoggedEvent, Fact | null>();
  const steps = new Map<LoggedEvent, Step[]>();
  let dayAt = { nowMs: Number.NaN, day: '' };
  return {
    dayOf: (nowMs) => {
      if (dayAt.nowMs !== nowMs) dayAt = { nowMs, day: wardDay(nowMs) };
      return dayAt.day;
    },
    read: (line) => {
      const known = lines.get(line);
      if (known) return known;
      const parsed = parseLine(line, digestOf);
      if (parsed.ok) lines.set(line, parsed);
      return parsed;
    },
    factOf: (logged) => {
      const known = facts.get(logged);
      if (known !== undefined) return known;
      const fact = factOf(logged.event);
      facts.set(logged, fact);
      return fact;
    },
    fold: <S>(apply: Apply<S>, row: Folded<S> | null, logged: LoggedEvent) => {
      const taken = steps.get(logged);
      const known = taken?.find(({ from }) => from === row);
      // An event is about one kind of subject, so that its steps are all of one type.
      if (known) return known.to as Folded<S> | null;
      const to = foldNext(apply, row, logged);
      if (taken) taken.push({ from: row, to });
      else steps.set(logged, [{ from: row, to }]);
      return to;
    },
  };
}
