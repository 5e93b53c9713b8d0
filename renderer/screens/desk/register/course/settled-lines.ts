// What a decision between two sides means for the trail: which acts it kept, which count no more, which prints are void [V5].
import { nameOf } from '../../../../../shared/slip/acts/drawing.ts';
import { voidPrints } from '../../../../../shared/slip/acts/side-papers.ts';
import { settlementsOf } from '../../../../../shared/project/office/settlements.ts';
import { courseEventsOf } from '../../../../store/dossier/paper-world.ts';
import { trailLine } from './trail-lines.ts';
import type { WardConfig } from '../../../../../shared/law/ward.ts';
import type { Language } from '../../../../../shared/text/dates.ts';
import type { Messages } from '../../../../../shared/text/messages/index.ts';
import type { Arrival } from '../../../../store/dossier/dossier-state.ts';

/** The acts that the decision at `place` kept, and those that it set aside, each with who did it. */
export function settlementLines(
  arrivals: readonly Arrival[],
  place: number,
  ward: WardConfig,
  text: Messages,
  lang: Language,
): readonly string[] {
  const own = arrivals.flatMap(({ hash, parents, type, fact = null, beside = false }) =>
    hash && parents && !beside ? [{ hash, parents, type, fact }] : [],
  );
  const settlement = settlementsOf(own).get(arrivals[place]?.hash ?? '');
  if (!settlement) return [];
  const { kept, setAside } = text.life.desk.trail;
  const said = (hashes: ReadonlySet<string>): string =>
    arrivals
      .filter(({ hash }) => hash !== undefined && hashes.has(hash))
      .map((arrival) => actOf(arrival, ward, text, lang))
      .join('; ');
  const lines = [
    { say: kept, acts: said(settlement.kept) },
    { say: setAside, acts: said(settlement.lost) },
  ];
  return lines.flatMap(({ say, acts }) => (acts === '' ? [] : [say(acts)]));
}

/** Hashes of the prints in a trail whose paper counts no more. */
export function voidPrintsOf(arrivals: readonly Arrival[]): ReadonlySet<string> {
  return voidPrints(courseEventsOf(arrivals));
}

function actOf(
  { fact, type, actor = null }: Arrival,
  ward: WardConfig,
  text: Messages,
  lang: Language,
): string {
  const names: Readonly<Record<string, string>> = text.desk.register.eventNames;
  const what = fact ? trailLine(fact, text, lang).what : (names[type] ?? text.desk.register.otherEvent);
  const who = nameOf(ward, actor);
  return who === '' ? what : `${what} – ${who}`;
}
