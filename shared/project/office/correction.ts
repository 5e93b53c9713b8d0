// What a correction changes of a dossier: the reception's own part, never its code, its day or the instant it was received [D13].
import type { LoggedEvent, Sealed } from '../../event/envelope.ts';
import type { FactBody } from '../../event/facts.ts';
import type { DueChange } from './due-change.ts';

type Received = FactBody<'dossier-received'>;

/** What a reception says that a correction may say differently, with the persons it names and the date it promised. */
export type ReceptionPart = Pick<
  Received,
  | 'procedure'
  | 'papers'
  | 'sets'
  | 'fees'
  | 'limitText'
  | 'clock'
  | 'returnMethod'
  | 'book'
  | 'form'
  | 'tokens'
> & {
  readonly persons: Sealed | null;
  /** The date that the first slip promised. */
  readonly firstDueAt: string;
  readonly firstDueExplanation: string;
  /** How often the reception was corrected; what stands is as corrected last [D13]. */
  readonly correction: number;
  readonly correctedAt: string | null;
};

/** A reception or correction that was recorded, by the hash of its fact. */
export type FormerReception = { readonly hash: string; readonly part: ReceptionPart };

/** Of a dossier, what a correction touches. */
type Corrected = ReceptionPart &
  Pick<Received, 'dueAt' | 'dueTrace' | 'dueExplanation'> & {
    readonly dueDates: readonly DueChange[];
    /** Hash of the reception or correction that holds, and all there were once there is more than one. */
    readonly reception: string;
    readonly receptions: readonly FormerReception[];
    readonly copies: readonly [number, number];
    readonly outs: readonly string[];
  };

/** A dossier after a correction: the date is that of the correction, or the one that waits and letters moved since. */
export function correctedDossier<D extends Corrected>(
  state: D,
  { event, hash }: LoggedEvent,
  body: FactBody<'dossier-corrected'>,
): D {
  const { reason: _reason, approvedBy: _by, role: _role, at, due, correction, ...said } = body;
  const { dueAt, dueTrace, dueExplanation, ...rest } = said;
  const part: ReceptionPart = {
    ...rest,
    persons: event.sealed,
    firstDueAt: dueAt,
    firstDueExplanation: dueExplanation,
    correction,
    correctedAt: at,
  };
  const first = { hash: state.reception, part: partOf(state) };
  const receptions = [...(state.receptions.length === 0 ? [first] : state.receptions), { hash, part }];
  const letters = state.dueDates.filter(({ by }) => by === 'extension');
  return {
    ...withPart(state, part),
    ...(due ?? { dueAt, dueTrace, dueExplanation }),
    dueDates: due === null ? letters : [...letters, { from: at, dueAt: due.dueAt, by: 'pause' }],
    reception: hash,
    receptions,
    // Its slip is another paper: none of it stands on paper yet.
    copies: [0, 0],
    outs: [],
  };
}

/** A dossier as the reception or correction of a hash has it; the same where that is not known or stands already. */
export function standingOn<D extends Corrected>(state: D, hash: string | undefined): D {
  const chosen = state.receptions.find((one) => one.hash === hash);
  if (!chosen || hash === undefined || hash === state.reception) return state;
  return { ...withPart(state, chosen.part), reception: hash };
}

/** A dossier whose receptions name nobody any more. */
export function withoutPersons(receptions: readonly FormerReception[]): readonly FormerReception[] {
  return receptions.map(({ hash, part }) => ({ hash, part: { ...part, persons: null, tokens: [] } }));
}

function withPart<D extends Corrected>(state: D, part: ReceptionPart): D {
  // What a part leaves out is not there: a date that an officer set has no clock.
  const { clock: _clock, tokens: _tokens, ...rest } = state;
  return { ...rest, ...part } as D;
}

function partOf(state: ReceptionPart): ReceptionPart {
  const { procedure, papers, sets, fees, limitText, returnMethod, book, form, persons } = state;
  const { firstDueAt, firstDueExplanation, correction, correctedAt, clock, tokens } = state;
  return {
    procedure,
    papers,
    sets,
    fees,
    limitText,
    returnMethod,
    book,
    form,
    persons,
    firstDueAt,
    firstDueExplanation,
    correction,
    correctedAt,
    ...(clock ? { clock } : {}),
    ...(tokens ? { tokens } : {}),
  };
}
