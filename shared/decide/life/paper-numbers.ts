// Numbers of the papers that the desk sends out (…/HDHS, …/PXL): one row of numbers per kind and year, from blocks [R08].
import { parseInstant, wardDay } from '../../basics/time.ts';
import { ownSeries } from '../numbers.ts';
import type { Fact } from '../../event/facts.ts';
import type { DossierAct } from '../../law/life-cycle/acts.ts';
import type { NumberPlace } from '../numbers.ts';

/** Papers that are numbered by the desk: Mẫu 02, 03, 04 and 05. */
export const numberedPapers = ['request', 'refusal', 'apology', 'stop'] as const;

/** A paper that is numbered by the desk. */
export type NumberedPaper = (typeof numberedPapers)[number];

const paperOf: Readonly<Partial<Record<DossierAct, NumberedPaper>>> = {
  'ask-supplement': 'request',
  'turn-back': 'request',
  refuse: 'refusal',
  extend: 'apology',
  stop: 'stop',
  withdraw: 'stop',
  'give-up-supplement': 'stop',
};

/** The paper whose number an act takes; null for acts without one. */
export function numberedPaperOf(act: string): NumberedPaper | null {
  return paperOf[act as DossierAct] ?? null;
}

/** Namespace of the numbers of one kind of paper in one year: `paper/2026/request`. */
export function paperNamespace(kind: NumberedPaper, day: string): string {
  return `paper/${day.slice(0, 4)}/${kind}`;
}

/** A number as it stands on the paper before its sign: `07`, `123`; of a storage that was alone under its own letters: `X03`. */
export function paperNumber({ value, ...place }: NumberPlace): string {
  const digits = String(value).padStart(2, '0');
  return place.kind === 'granted' ? digits : `${ownSeries('', place.slot, place.ordinal)}${digits}`;
}

type Numbered = Extract<
  Fact,
  {
    readonly type:
      | 'dossier-supplement-asked'
      | 'dossier-extended'
      | 'dossier-stopped'
      | 'dossier-withdrawn'
      | 'filing-turned-back'
      | 'filing-refused';
  }
>;

const factPapers: Readonly<Record<Numbered['type'], NumberedPaper>> = {
  'dossier-supplement-asked': 'request',
  'filing-turned-back': 'request',
  'filing-refused': 'refusal',
  'dossier-extended': 'apology',
  'dossier-stopped': 'stop',
  'dossier-withdrawn': 'stop',
};

/** Types of the facts that show the number of a paper. */
export const paperFacts = Object.keys(factPapers) as readonly Numbered['type'][];

/** The number of this desk's that a fact shows to be taken; null for other facts, own letters, and what was written by hand. */
export function paperNumberIn(fact: Fact): { readonly namespace: string; readonly value: number } | null {
  if (!isNumbered(fact)) return null;
  const { formNo = '', at }: { readonly formNo?: string | undefined; readonly at: string } = fact.body;
  if (!/^\d{1,6}$/.test(formNo)) return null;
  return {
    namespace: paperNamespace(factPapers[fact.type], wardDay(parseInstant(at) ?? 0)),
    value: Number(formNo),
  };
}

function isNumbered(fact: Fact): fact is Numbered {
  return Object.hasOwn(factPapers, fact.type);
}
