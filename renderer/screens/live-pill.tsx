import { ConnectionPill, sinceWords } from '../parts/connection-pill.tsx';
import { useDamage, useLink, useText, useUpkeep } from '../store/hooks.ts';
import { countConflicts } from '../store/upkeep/upkeep-state.ts';

/** The connection pill as this page stands, with what the level above refuses and what waits for a decision. */
export function LivePill({ nowMs }: { readonly nowMs: number }) {
  const { common, outage } = useText();
  const pill = useLink((link) => link.pill);
  const unsent = useLink((link) => link.unsent);
  const unsavedAtHost = useLink((link) => link.unsavedAtHost);
  const lastAnswerAt = useLink((link) => link.status?.district.lastAnswerAt ?? null);
  const stopped = useLink((link) => Object.keys(link.status?.district.stopped ?? {}).length);
  const toDecide = useUpkeep(({ conflicts }) => countConflicts(conflicts));
  const twice = useUpkeep((state) => state.twice.filter(({ seen }) => !seen).length);
  const damaged = useDamage().length;
  return (
    <ConnectionPill
      pill={pill}
      unsent={unsent}
      unsavedAtHost={unsavedAtHost}
      stopped={stopped}
      toDecide={toDecide}
      twice={twice}
      damaged={damaged}
      nowMs={nowMs}
      lastSync={lastAnswerAt === null ? outage.neverSync : outage.lastSync(sinceWords(lastAnswerAt, nowMs))}
      text={common.pill}
    />
  );
}
