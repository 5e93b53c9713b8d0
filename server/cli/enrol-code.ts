import { toIso } from '../../shared/basics/time.ts';
import { deviceRoles } from '../../shared/sync/messages.ts';
import { enrolCodeHash, newEnrolCode } from '../auth/secrets.ts';
import { EXIT, misused } from './command.ts';
import { districtStore } from './district-store.ts';
import { isWardName } from './ward-name.ts';
import type { Command } from './command.ts';

/** How long a code lets a device in, hours. */
const DEFAULT_HOURS = 24;

/** Makes a one-time code; works beside a running server. */
export const enrolCodeCommand: Command = {
  help: `npx motcua enrol-code --data DIR --ward W [--role ${deviceRoles.join('|')}] [--hours N]

Makes a code with which exactly one device can ask in. The code is shown once and kept only as a hash.

  --data DIR   data folder of the district server (may be running)
  --ward W     ward the device belongs to
  --role R     what the device may do (default desk)
  --hours N    how long the code works, 1 to 168 (default ${DEFAULT_HOURS})`,
  rules: { values: ['data', 'ward', 'role', 'hours'] },
  needs: ['data', 'ward'],
  run: async (flags, world) => {
    const ward = flags.get('ward') ?? '';
    const role = deviceRoles.find((known) => known === (flags.get('role') ?? 'desk'));
    const hours = Number(flags.get('hours') ?? DEFAULT_HOURS);
    if (!isWardName(ward)) return misused(world, `--ward "${ward}" is no ward id (a-z, 0-9 and -)`);
    if (!role) return misused(world, `--role is one of ${deviceRoles.join(', ')}`);
    if (!Number.isInteger(hours) || hours < 1 || hours > 168) return misused(world, '--hours is 1 to 168');
    const store = districtStore(flags, world);
    if (!store.ok) return store.error;
    const code = newEnrolCode(world.randomBytes);
    const nowMs = world.nowMs();
    const expiresAt = toIso(nowMs + hours * 3_600_000);
    await store.value.addEnrolCode({
      ward,
      codeHash: enrolCodeHash(code),
      role,
      createdAt: toIso(nowMs),
      expiresAt,
    });
    await store.value.close();
    world.out(JSON.stringify({ code, ward, role, expiresAt }));
    return EXIT.done;
  },
};
