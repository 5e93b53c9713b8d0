import type { NewFact } from '../../../shared/event/facts.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { Catalogue } from '../../../shared/law/procedure.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { PageClock } from '../../../renderer/store/deps.ts';

/** What acts beside those of the queue need of a fake desk; `J` is the part of its journal that is theirs. */
export type ActDesk<J> = {
  readonly ward: WardConfig;
  readonly catalogue: Catalogue;
  readonly clock: PageClock;
  readonly journal: J & {
    readonly add: (fact: NewFact, actor: string | null) => void;
    readonly dossier: (id: string) => Folded<Dossier> | undefined;
    readonly keepPersons: (dossierId: string, persons: ReceivedPersons) => void;
  };
};
