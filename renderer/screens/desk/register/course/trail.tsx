import { useMemo } from 'react';
import { parseInstant, wardDay } from '../../../../../shared/basics/time.ts';
import { formatDay, formatTime } from '../../../../../shared/text/dates.ts';
import { nameOf } from '../../../../../shared/slip/acts/drawing.ts';
import { vectorKey } from '../../../../../shared/sync/vector.ts';
import { Icon } from '../../../../parts/icons.tsx';
import { useDossiers, useLink, useStores, useText, useUi } from '../../../../store/hooks.ts';
import { correctionLines, receptionBefore } from './correction-lines.ts';
import { personChanges } from './person-lines.ts';
import { settlementLines, voidPrintsOf } from './settled-lines.ts';
import { trailLine } from './trail-lines.ts';
import classes from './course.module.css';
import type { WardConfig } from '../../../../../shared/law/ward.ts';
import type { Language } from '../../../../../shared/text/dates.ts';
import type { Messages } from '../../../../../shared/text/messages/index.ts';
import type { Vector } from '../../../../../shared/sync/vector.ts';
import type { Arrival } from '../../../../store/dossier/dossier-state.ts';

const NOWHERE: Vector = {};
const NONE: readonly Arrival[] = [];

/** What happened to a dossier: when, what, who in which role, with which paper, and how far each fact has come. */
export function Trail({ dossierId }: { readonly dossierId: string }) {
  const words = useText().desk.register;
  const arrivals = useDossiers((state) => state.arrivals[dossierId] ?? NONE);
  const voids = useMemo(() => voidPrintsOf(arrivals), [arrivals]);
  if (arrivals.length === 0) return null;
  return (
    <section aria-label={words.events}>
      <h3>{words.events}</h3>
      <ol className={classes.trail}>
        {arrivals.map((arrival, place) => (
          <Line
            key={`${arrival.device}/${arrival.epoch}/${arrival.seq}`}
            dossierId={dossierId}
            arrival={arrival}
            arrivals={arrivals}
            place={place}
            isVoid={voids.has(arrival.hash ?? '')}
          />
        ))}
      </ol>
    </section>
  );
}

type LineProps = {
  readonly dossierId: string;
  readonly arrival: Arrival;
  readonly arrivals: readonly Arrival[];
  readonly place: number;
  /** It is a print of a paper whose act counts no more. */
  readonly isVoid: boolean;
};

function Line({ dossierId, arrival, arrivals, place, isVoid }: LineProps) {
  const text = useText();
  const lang = useUi((ui) => ui.lang);
  const { ward } = useStores().host.hello();
  const { fact, actor = null, note = '', type } = arrival;
  const said = useMemo(() => (fact ? trailLine(fact, text, lang) : null), [fact, text, lang]);
  const names: Readonly<Record<string, string>> = text.desk.register.eventNames;
  const formers = useDossiers((state) => state.formers[dossierId]);
  const persons = formers ? personChanges(arrivals, place, formers, text) : [];
  const who = nameOf(ward, actor);
  const { lost, voidPaper } = text.life.desk.trail;
  const gone = arrival.lost === true ? lost : isVoid ? voidPaper : '';
  return (
    <li data-lost={gone === '' ? undefined : ''}>
      <span className={classes.when}>{timeOf(arrival.wall)}</span>
      <span className={classes.what}>{said?.what ?? names[type] ?? text.desk.register.otherEvent}</span>
      {gone !== '' && <span className={classes.gone}>{gone}</span>}
      {(who !== '' || note !== '') && (
        <span className={classes.who}>
          {[text.life.desk.trail.by(who, said?.role ?? ''), note].filter((part) => part !== '').join(': ')}
        </span>
      )}
      {[...(said?.details ?? []), ...persons, ...changesOf(arrivals, place, ward, text, lang)].map(
        (detail) => (
          <span key={detail} className={classes.detail}>
            {detail}
          </span>
        ),
      )}
      {said !== null && said.paper !== '' && <span className={classes.paper}>{said.paper}</span>}
      <Levels arrival={arrival} />
    </li>
  );
}

/** What a correction changed, which side a decision kept, and who agreed to an act that takes two. */
function changesOf(
  arrivals: readonly Arrival[],
  place: number,
  ward: WardConfig,
  text: Messages,
  lang: Language,
): readonly string[] {
  const fact = arrivals[place]?.fact;
  if (!fact) return [];
  const approvedBy = 'approvedBy' in fact.body ? (fact.body.approvedBy ?? '') : '';
  const agreed = approvedBy === '' ? [] : [text.filings.correction.approvedBy(nameOf(ward, approvedBy))];
  if (fact.type === 'dossier-conflict-settled') return settlementLines(arrivals, place, ward, text, lang);
  if (fact.type !== 'dossier-corrected') return agreed;
  const before = receptionBefore(
    arrivals.map(({ fact: one = null }) => one),
    place,
  );
  return [...correctionLines(before, fact.body, text, lang), ...agreed];
}

/** How far a fact has come: this page, its host, the level above. */
function Levels({ arrival }: { readonly arrival: Arrival }) {
  const words = useText().desk.register;
  const page = useLink((link) => link.held);
  const host = useLink((link) => link.status?.host.held ?? NOWHERE);
  const district = useLink((link) => link.status?.district.held ?? NOWHERE);
  const levels = [
    { name: words.arrived.page, held: page },
    { name: words.arrived.host, held: host },
    { name: words.arrived.district, held: district },
  ];
  return (
    <span className={classes.levels}>
      {levels.map(({ name, held }) => {
        const there = (held[vectorKey(arrival.device, arrival.epoch)] ?? 0) > arrival.seq;
        const said = there ? words.arrivedYes(name) : words.arrivedNo(name);
        return (
          <span key={name} data-there={there ? '' : undefined} title={said}>
            {name}
            <Icon name={there ? 'check' : 'clock'} size={14} />
            <span className={classes.hidden}>{said}</span>
          </span>
        );
      })}
    </span>
  );
}

function timeOf(iso: string): string {
  const ms = parseInstant(iso);
  return ms === null ? '' : `${formatTime(ms)} ${formatDay(wardDay(ms)).slice(0, 5)}`;
}
