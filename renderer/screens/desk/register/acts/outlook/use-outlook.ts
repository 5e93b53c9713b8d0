import { useMemo } from 'react';
import { outlookOf } from '../../../../../../shared/decide/life/outlook.ts';
import { actWorldOf } from '../../../../../../shared/decide/life/world.ts';
import { useDossiers, useSession, useStores } from '../../../../../store/hooks.ts';
import { useNowMs } from '../../../../staff-frame.tsx';
import type { Outlook } from '../../../../../../shared/decide/life/outlook.ts';
import type { ActWish } from '../../../../../../shared/decide/life/wish.ts';
import type { Dossier } from '../../../../../../shared/project/dossiers.ts';

/** What an act would do now, by the same rules that record it. While it is being recorded, it is not refused for having been done. */
export function useOutlook(dossier: Dossier, wish: ActWish): Outlook {
  const { host } = useStores();
  const nowMs = useNowMs();
  const role = useSession((session) => session.clerk?.role ?? 'reception');
  const row = useDossiers((state) => state.dossiers?.find(({ id }) => id === dossier.id));
  const busy = useDossiers((state) => state.busy);
  const outlook = useMemo(() => {
    const here = row ?? { id: dossier.id, state: dossier, heads: [], lastKey: '', events: 0 };
    return outlookOf(here, wish, actWorldOf(host.hello().ward, dossier.procedure.fieldId, role, nowMs));
  }, [row, dossier, wish, host, role, nowMs]);
  return useMemo(() => (busy ? { ...outlook, refusal: null } : outlook), [busy, outlook]);
}
