// Acts whose paper has a number of the desk's own; as renderer/db/filings: what is refused takes none [PN1].
import { decideAct } from '../../../shared/decide/life/act.ts';
import { numberedPaperOf, paperNamespace, paperNumber } from '../../../shared/decide/life/paper-numbers.ts';
import { STEPS_FROM } from '../life-acts.ts';
import { withNumber } from '../numbered-acts.ts';
import { met, violated } from '../world.ts';
import type { ActWorld } from '../../../shared/decide/life/act.ts';
import type { ActWish } from '../../../shared/decide/life/wish.ts';
import type { Setting } from '../numbered-acts.ts';

const EXPECTED: readonly string[] = ['dossier-step-wrong', 'act-role-wrong', 'fields-invalid'];

/** Does an act that takes the number of a paper; false where it takes none. */
export function actWithPaper(setting: Setting, dossierId: string, wish: ActWish, life: ActWorld): boolean {
  const { world, page, nowMs } = setting;
  const kind = numberedPaperOf(wish.act);
  if (kind === null) return false;
  withNumber(setting, paperNamespace(kind, world.once.dayOf(nowMs)), (place) => {
    const row = page.dossiers.get(dossierId);
    const fact = decideAct(row, { ...wish, formNo: paperNumber(place) } as ActWish, life);
    if (!fact.ok) {
      if (!EXPECTED.includes(fact.error.code)) violated('I9', `an act was refused: ${fact.error.code}`);
      return null;
    }
    const status = row?.state?.status ?? '';
    if (STEPS_FROM[fact.value.type]?.includes(status) !== true)
      violated('D01', `${fact.value.type} of what is ${status}`);
    met(world, `paper numbered: ${kind}`);
    return [fact.value];
  });
  return true;
}
