import { openDataStore } from '../open-data.ts';
import { EXIT, refused } from './command.ts';
import type { Command } from './command.ts';

/** Lists what a server set aside: forks and broken lines, with who sent them. Sealed parts stay sealed. */
export const quarantineCommand: Command = {
  help: `npx motcua quarantine --data DIR [--ward W]

Prints {"rows":[{"ward","code","device","seenAt","line"},…]}: lines that could not stand in a journal (another event at the
same place, a broken line), oldest first, with the device that sent them. Works beside a running server.`,
  rules: { values: ['data', 'ward'] },
  needs: ['data'],
  run: async (flags, world) => {
    const store = openDataStore(flags.get('data') ?? '', world.nowMs);
    if (!store.ok) return refused(world, store.error.message);
    const named = flags.get('ward');
    const rows: unknown[] = [];
    for (const ward of await store.value.wards()) {
      if (named !== undefined && named !== ward) continue;
      for (const { code, device, seenAt, line } of await store.value.quarantined(ward))
        rows.push({ ward, code, device, seenAt, line });
    }
    await store.value.close();
    world.out(JSON.stringify({ rows }));
    return EXIT.done;
  },
};
