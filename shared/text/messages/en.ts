import { common } from './en/common.ts';
import { desk } from './en/desk.ts';
import { display } from './en/display.ts';
import { hall } from './en/hall/hall.ts';
import { head } from './en/head.ts';
import { kiosk } from './en/kiosk.ts';
import { life } from './en/dossier/life.ts';
import { settings } from './en/settings.ts';
import { sync } from './en/sync.ts';
import { trouble } from './en/trouble.ts';
import { conflicts } from './en/upkeep/conflicts.ts';
import { damage } from './en/upkeep/damage.ts';
import { machine } from './en/upkeep/machine.ts';
import { twice } from './en/upkeep/twice.ts';
import type { vi } from './vi.ts';

const upkeep = { conflicts, damage, machine, twice };

/** English, complete. */
export const en = {
  common,
  kiosk,
  display,
  desk,
  hall,
  head,
  life,
  settings,
  sync,
  trouble,
  upkeep,
} satisfies typeof vi;
