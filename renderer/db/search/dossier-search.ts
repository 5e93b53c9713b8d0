import { parseDossierCode } from '../../../shared/law/ids/dossier-code.ts';
import { tokenQuery } from '../../../shared/text/token-values.ts';
import type { DossierSearch, FoundDossiers, SearchState } from '../../store/deps.ts';
import type { DeskDatabase } from '../desk-database.ts';
import type { Sealer } from '../seal.ts';
import type { SearchAsk, SearchTold } from './worker-messages.ts';

/** Dossiers of one answer; nobody reads more lines than that. */
const LIMIT = 200;

/** Search over all dossiers of this storage; opened at sign-in, closed at sign-out. */
export type OwnedSearch = DossierSearch & {
  /** Starts the worker when the signed-in clerk may read persons. */
  open(): void;
  /** Ends the worker; the list and its keys leave the memory with it. */
  close(): void;
};

type Deps = {
  readonly db: DeskDatabase;
  readonly ward: string;
  readonly sealer: Sealer;
  readonly startWorker: () => Worker;
  /** Calls at once and after each change of the journal; returns how to stop. */
  readonly watchJournal: (listener: () => void) => () => void;
  readonly onFault: (detail: string) => void;
};

type Running = { readonly worker: Worker; readonly stop: () => void };

/** Builds the search of a page; nothing runs before `open`. */
export function createDossierSearch(deps: Deps): OwnedSearch {
  const listeners = new Set<(state: SearchState) => void>();
  const waiting = new Map<number, (found: FoundDossiers) => void>();
  let state: SearchState = 'closed';
  let running: Running | null = null;
  let lastNo = 0;

  const show = (next: SearchState) => {
    state = next;
    for (const listener of listeners) listener(state);
  };
  const answerAll = () => {
    for (const answer of waiting.values()) answer({ ids: [], more: false });
    waiting.clear();
  };
  const hear = (told: SearchTold) => {
    if (told.told === 'list') {
      if (told.detail !== undefined) deps.onFault(told.detail);
      return show(told.state);
    }
    waiting.get(told.no)?.({ ids: told.ids, more: told.more });
    waiting.delete(told.no);
  };
  const inList = (query: string): Promise<FoundDossiers> => {
    if (!running) return Promise.resolve({ ids: [], more: false });
    lastNo += 1;
    const no = lastNo;
    // Who typed on has no use for what was asked before.
    answerAll();
    ask(running.worker, { ask: 'find', no, query, limit: LIMIT });
    return new Promise((answer) => waiting.set(no, answer));
  };
  return {
    open: () => {
      const keys = deps.sealer.searchKeys();
      if (running || !keys) return;
      running = start(deps, hear, () => {
        answerAll();
        show('failed');
      });
      ask(running.worker, { ask: 'open', ward: deps.ward, keys });
      show('preparing');
    },
    close: () => {
      running?.stop();
      running = null;
      answerAll();
      show('closed');
    },
    watch: (listener) => {
      listeners.add(listener);
      listener(state);
      return () => listeners.delete(listener);
    },
    find: async (query) => together(...(await Promise.all([byNumber(deps, query), inList(query)]))),
  };
}

/** Whole numbers first, then what the list found. */
function together(exact: readonly string[], listed: FoundDossiers): FoundDossiers {
  const ids = [...new Set([...exact, ...listed.ids])];
  return { ids: ids.slice(0, LIMIT), more: listed.more || ids.length > LIMIT };
}

function start(deps: Deps, hear: (told: SearchTold) => void, onBroken: () => void): Running {
  const worker = deps.startWorker();
  worker.addEventListener('message', ({ data }: MessageEvent<SearchTold>) => hear(data));
  worker.addEventListener('error', ({ message }) => {
    deps.onFault(message);
    onBroken();
  });
  const stopWatching = deps.watchJournal(() => ask(worker, { ask: 'look' }));
  return {
    worker,
    stop: () => {
      stopWatching();
      worker.terminate();
    },
  };
}

function ask(worker: Worker, question: SearchAsk): void {
  worker.postMessage(question);
}

/** Dossiers whose phone, identity number or code was typed whole: by keyed tokens, and codes, which are no secret, as they are [E1]. */
async function byNumber({ db, sealer, ward }: Deps, query: string): Promise<readonly string[]> {
  const tokens = await sealer.tokens(ward, tokenQuery(query));
  const code = parseDossierCode(query);
  const [byToken, byCode] = await Promise.all([
    tokens.length > 0
      ? db.dossiers
          .where('state.tokens')
          .anyOf([...tokens])
          .primaryKeys()
      : [],
    code.ok ? db.dossiers.where('state.code').equals(code.value.code).primaryKeys() : [],
  ]);
  return [...new Set([...byCode, ...byToken])];
}
