import { err } from '../../../shared/basics/result.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import { offerOf, personOfCard } from '../../../shared/decide/intake/card-fill.ts';
import { readCard } from '../../../shared/law/ids/card-repair.ts';
import { withPerson } from './person-fields.ts';
import type { FieldChange } from '../../../shared/decide/intake/card-fill.ts';
import type { Person } from '../../../shared/event/dossier-facts.ts';
import type { DossierCell, DossierDeps } from '../dossier/dossier-state.ts';
import type { IntakeMore, Who } from './intake-state.ts';

/** A card scanned anywhere in the reception fills a person, and never replaces unseen what was typed. */
export function scanActions(
  deps: Pick<DossierDeps, 'clock'>,
  cell: DossierCell,
): Pick<IntakeMore, 'takeScan' | 'fillScan' | 'dropScan'> {
  const today = () => wardDay(deps.clock.nowMs());
  /** What a clerk has not decided about yet, by person. */
  let pending: { readonly person: Partial<Person>; readonly repaired: boolean } | null = null;
  const fill = (who: Who, changes: readonly FieldChange[], repaired: boolean) => {
    pending = null;
    cell.setState(({ intake }) => ({
      intake: intake && withPerson(intake, who, changes),
      scan: { state: 'filled', who, changes, repaired },
    }));
  };
  const offer = (who: Who) => {
    const { intake } = cell.getState();
    if (!intake || !pending) return;
    const { fills, clashes } = offerOf(intake.form[who], pending.person, today());
    const { repaired } = pending;
    if (clashes.length === 0) return fill(who, fills, repaired);
    cell.setState({ scan: { state: 'ask', who, fills, clashes, repaired } });
  };
  return {
    takeScan: (text, who, retyped = false) => {
      const { intake } = cell.getState();
      if (!intake) return;
      const read = retyped
        ? err({ code: 'card-qr-mangled', by: 'input-method' } as const)
        : readCard(text, today());
      if (!read.ok) return cell.setState({ scan: { state: 'refused', refusal: read.error } });
      pending = { person: personOfCard(read.value.card), repaired: read.value.repaired !== null };
      const whose = who ?? (intake.form.submitterIsOwner ? 'owner' : null);
      if (whose) return offer(whose);
      cell.setState({ scan: { state: 'ask-who', ...pending } });
    },
    fillScan: (who, overwrite) => {
      const { scan } = cell.getState();
      if (scan?.state === 'ask-who') return offer(who);
      if (scan?.state !== 'ask') return;
      fill(who, overwrite ? [...scan.fills, ...scan.clashes] : scan.fills, scan.repaired);
    },
    dropScan: () => {
      pending = null;
      cell.setState({ scan: null });
    },
  };
}
