import { toIso } from '../../shared/basics/time.ts';
import { EXIT, refused } from './command.ts';
import { districtStore } from './district-store.ts';
import type { Command } from './command.ts';

/** Shuts a device out: its requests and its reports token are refused from now on; what it sent stays. */
export const revokeCommand: Command = {
  help: `npx motcua revoke --data DIR --device ID

Shuts a device out (lost, stolen, replaced). What it sent before stays; it can ask in again with a new code.

  --data DIR   data folder of the district server (may be running)
  --device ID  as its page Cài đặt shows it`,
  rules: { values: ['data', 'device'] },
  needs: ['data', 'device'],
  run: async (flags, world) => {
    const store = districtStore(flags, world);
    if (!store.ok) return store.error;
    const device = flags.get('device') ?? '';
    const found = await store.value.revoke(device, toIso(world.nowMs()));
    await store.value.close();
    if (!found) return refused(world, `no device "${device}" is enrolled here`);
    world.out(JSON.stringify({ revoked: device }));
    return EXIT.done;
  },
};
