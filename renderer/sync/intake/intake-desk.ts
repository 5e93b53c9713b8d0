// What a reception needs from this page's storage and its host, joined.
import { dossiersWithTokens } from '../../db/intake/dossiers-with.ts';
import { keepDraft, openDrafts } from '../../db/intake/drafts.ts';
import { attachmentActs } from './attachment-acts.ts';
import { dropKeptAttachments, handOnAttachments } from './hand-on.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { IntakeDesk } from '../../store/intake/intake-deps.ts';
import type { SpaceView } from '../../store/upkeep/upkeep-state.ts';
import type { ActDeps } from '../hall/act-deps.ts';

type Deps = ActDeps & {
  readonly space: { readonly view: () => SpaceView };
  readonly onFault: (error: unknown) => void;
};

/** Builds the world of a reception. Drafts are written and deleted one after another, so that none comes back. */
export function createIntakeDesk(deps: Deps): IntakeDesk {
  const { db, hello, sealer, bridge, link, space } = deps;
  const { ward } = hello.ward;
  const place = { db, ward };
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const readers = new Set<(dossier: Dossier) => void>();
  const handOn = handOnAttachments({ db, bridge }, deps.onFault);
  void dropKeptAttachments({ db }).catch(deps.onFault);
  const freeBytes = (): number | null => {
    const { usedBytes, quotaBytes } = space.view();
    const store = usedBytes === null || quotaBytes === null ? null : quotaBytes - usedBytes;
    const disk = link.view().status?.disk.freeBytes ?? null;
    return store === null || disk === null ? (store ?? disk) : Math.min(store, disk);
  };
  return {
    draftKeeper: (clerk) => {
      const key = sealer.draftKey();
      if (!key) return null;
      return (draft) =>
        inTurn(async () => {
          await keepDraft(place, key, clerk, draft);
          return true;
        });
    },
    drafts: async (clerk) => {
      const key = sealer.draftKey();
      return key ? inTurn(() => openDrafts(place, key, clerk, deps.nowMs())) : [];
    },
    dropDraft: (dossierId) => inTurn(() => db.drafts.delete(dossierId)),
    dossiersWith: async (values) => {
      const tokens = values.length === 0 ? [] : await sealer.tokens(ward, values);
      return tokens.length === 0 ? [] : dossiersWithTokens(db, tokens);
    },
    noteRead: (dossier) => {
      for (const listener of readers) listener(dossier);
    },
    onRead: (listener) => {
      readers.add(listener);
      return () => void readers.delete(listener);
    },
    onScan: (listener) => bridge.onNews((news) => news.news === 'scanned' && listener(news.text)),
    ...attachmentActs({ ...deps, freeBytes, handOn }),
  };
}
