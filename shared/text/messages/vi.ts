import { common } from './vi/common.ts';
import { desk } from './vi/desk.ts';
import { display } from './vi/display.ts';
import { hall } from './vi/hall/hall.ts';
import { head } from './vi/head.ts';
import { kiosk } from './vi/kiosk.ts';
import { life } from './vi/dossier/life.ts';
import { filings } from './vi/filings/filings.ts';
import { money } from './vi/money/money.ts';
import { people } from './vi/people/people.ts';
import { papers } from './vi/papers/papers.ts';
import { report } from './vi/report/report.ts';
import { settings } from './vi/settings.ts';
import { sync } from './vi/sync.ts';
import { trouble } from './vi/trouble.ts';
import { find } from './vi/outage/find.ts';
import { outage } from './vi/outage/outage.ts';
import { conflicts } from './vi/upkeep/conflicts.ts';
import { damage } from './vi/upkeep/damage.ts';
import { machine } from './vi/upkeep/machine.ts';
import { twice } from './vi/upkeep/twice.ts';

const upkeep = { conflicts, damage, machine, twice };

/** Vietnamese, the language of the product. */
export const vi = {
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
};
