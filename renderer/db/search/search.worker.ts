// The search list lives here, away from the page: reading, making and scanning it never holds the desk up.
import '../../zod-without-eval.ts';
import { DeskDatabase } from '../desk-database.ts';
import { createSearchKeeper } from './search-keeper.ts';
import type { SearchKeeper } from './search-keeper.ts';
import type { SearchAsk, SearchTold } from './worker-messages.ts';

/** Held by the one page that writes the stored list, for as long as its worker lives. */
const WRITER = 'mot-cua-search-writer';

let keeper: SearchKeeper | null = null;
/** The list could not be read and not be made; looking again would not bring it. */
let broken = false;

const tell = (told: SearchTold): void => self.postMessage(told);

async function open({ ward, keys }: Extract<SearchAsk, { ask: 'open' }>): Promise<void> {
  const db = new DeskDatabase();
  // Another window brought a newer schema; the page reloads and takes this worker with it.
  db.on('versionchange', () => db.close());
  const writes = await becomesWriter();
  keeper = createSearchKeeper({ db, ward, keys, writes });
  tell({ told: 'list', state: 'preparing' });
  await keeper.open();
  tell({ told: 'list', state: 'ready' });
}

function becomesWriter(): Promise<boolean> {
  return new Promise((settle) => {
    const held = (lock: Lock | null): Promise<void> | undefined => {
      settle(lock !== null);
      return lock === null ? undefined : new Promise(() => undefined);
    };
    void navigator.locks.request(WRITER, { ifAvailable: true }, held);
  });
}

async function look(): Promise<void> {
  await keeper?.look();
  if (!broken) tell({ told: 'list', state: 'ready' });
}

self.addEventListener('message', ({ data }: MessageEvent<SearchAsk>) => {
  const failed = (error: unknown) => tell({ told: 'list', state: 'failed', detail: String(error) });
  if (data.ask === 'open')
    void open(data).catch((error: unknown) => {
      broken = true;
      failed(error);
    });
  if (data.ask === 'look') void look().catch(failed);
  if (data.ask !== 'find') return;
  const { no, query, limit } = data;
  const { ids, more } = keeper?.find(query, limit) ?? { ids: [], more: false };
  tell({ told: 'found', no, ids, more });
});
