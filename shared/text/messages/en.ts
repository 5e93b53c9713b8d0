import { common } from './en/common.ts';
import { desk } from './en/desk.ts';
import { display } from './en/display.ts';
import { hall } from './en/hall/hall.ts';
import { head } from './en/head.ts';
import { kiosk } from './en/kiosk.ts';
import { life } from './en/dossier/life.ts';
import { filings } from './en/filings/filings.ts';
import { money } from './en/money/money.ts';
import { people } from './en/people/people.ts';
import { papers } from './en/papers/papers.ts';
import { report } from './en/report/report.ts';
import { settings } from './en/settings.ts';
import { sync } from './en/sync.ts';
import { trouble } from './en/trouble.ts';
import { find } from './en/outage/find.ts';
import { outage } from './en/outage/outage.ts';
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
  filings,
  money,
  papers,
  find,
  outage,
  people,
  report,
  settings,
  sync,
  trouble,
  upkeep,
} satisfies typeof vi;
