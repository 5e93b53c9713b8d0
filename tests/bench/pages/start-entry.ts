// Runs in a page of the product: how long reading the whole journal with Dexie takes, the way a start must not go.
import { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import { timed } from './open-desk.ts';

/** What the bench may ask of the page. */
export type StartPage = {
  /** How many events this storage holds. */
  count(): Promise<number>;
  readAll(): Promise<number>;
};

const page: StartPage = {
  count: async () => {
    const db = new DeskDatabase();
    const heads = await db.heads.toArray();
    db.close();
    return heads.reduce((sum, { held }) => sum + held, 0);
  },
  readAll: () =>
    timed(async () => {
      const db = new DeskDatabase();
      await db.events.toArray();
      db.close();
    }),
};

(window as unknown as { start: StartPage }).start = page;
