import { toIso } from '../../shared/basics/time.ts';
import { newToken, tokenHash } from '../auth/secrets.ts';
import { readerRoles } from '../db/store.ts';
import { EXIT, misused } from './command.ts';
import { districtStore } from './district-store.ts';
import { isWardName } from './ward-name.ts';
import type { Command } from './command.ts';

/** Makes a bearer token for reports; works beside a running server. */
export const tokenCommand: Command = {
  help: `npx motcua token --data DIR --ward W --role ${readerRoles.join('|')}

Makes a bearer token with which the reports of one ward can be read. It is shown once and kept only as a hash.

  --data DIR   data folder of the district server (may be running)
  --ward W     ward whose reports it opens
  --role R     who reads`,
  rules: { values: ['data', 'ward', 'role'] },
  needs: ['data', 'ward', 'role'],
  run: async (flags, world) => {
    const ward = flags.get('ward') ?? '';
    const role = readerRoles.find((known) => known === flags.get('role'));
    if (!isWardName(ward)) return misused(world, `--ward "${ward}" is no ward id (a-z, 0-9 and -)`);
    if (!role) return misused(world, `--role is one of ${readerRoles.join(', ')}`);
    const store = districtStore(flags, world);
    if (!store.ok) return store.error;
    const token = newToken(world.randomBytes);
    const createdAt = toIso(world.nowMs());
    await store.value.addToken({ ward, tokenHash: tokenHash(token), role, device: null, createdAt });
    await store.value.close();
    world.out(JSON.stringify({ token, ward, role }));
    return EXIT.done;
  },
};
