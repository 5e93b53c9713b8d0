import { papersOfSide } from '../../../../shared/slip/acts/side-papers.ts';
import { instantWords } from '../sync-facts.ts';
import type { Branch } from '../../../../shared/project/conflicts.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';
import type { Sides } from '../../../store/upkeep/upkeep-state.ts';

/** A paper that was printed on one side, as a person reads it. */
export type SidePaperWords = { readonly name: string; readonly when: string };

type Words = { readonly words: Messages['upkeep']['conflicts']; readonly life: Messages['life'] };

/** The papers printed on one side alone; a ticket has none but that of its issue, which both sides share. */
export function sidePaperWords(
  sides: Sides,
  branch: Branch<Ticket> | Branch<Dossier>,
  { words, life }: Words,
): readonly SidePaperWords[] {
  if (sides.kind === 'ticket') return [];
  const side = sides.conflict.branches.find(({ head }) => head === branch.head);
  if (!side) return [];
  return papersOfSide(sides.conflict, side).map(({ kind, formNo, printedAt }) => ({
    name: words.paperNo(kind === 'first-slip' ? words.firstSlip : life.desk.papers.names[kind], formNo),
    when: words.paperWhen(instantWords(printedAt)),
  }));
}
