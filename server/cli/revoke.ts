import { toIso } from '../../shared/basics/time.ts';
import { openDataStore } from '../open-data.ts';
import { EXIT, refused } from './command.ts';
import type { Command } from './command.ts';

/** Shuts a device out: its requests and its reports token are refused from now on; what it sent stays. */
export const revokeCommand: Command = {
  help: `npx motcua revoke --data DIR --device ID

Shuts a device out (lost, stolen, replaced). What it sent before stays; it can ask in again with a new code.`,
  rules: { values: ['data', 'device'] },
  needs: ['data', 'device'],
  run: async (flags, world) => {
    const store = openDataStore(flags.get('data') ?? '', world.nowMs);
    if (!store.ok) return refused(world, store.error.message);
    const device = flags.get('device') ?? '';
    const found = await store.value.revoke(device, toIso(world.nowMs()));
    await store.value.close();
    if (!found) return refused(world, `no device "${device}" is enrolled here`);
    world.out(JSON.stringify({ revoked: device }));
    return EXIT.done;
  },
};
