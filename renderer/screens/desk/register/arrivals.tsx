import { parseInstant } from '../../../../shared/basics/time.ts';
import { formatTime } from '../../../../shared/text/dates.ts';
import { vectorKey } from '../../../../shared/sync/vector.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useDossiers, useLink, useStores, useText } from '../../../store/hooks.ts';
import classes from './dossier.module.css';
import type { Vector } from '../../../../shared/sync/vector.ts';
import type { Arrival } from '../../../store/dossier/dossier-state.ts';

const NOWHERE: Vector = {};
const NONE: readonly Arrival[] = [];

/** What happened to a dossier, and how far each fact has come. */
export function Arrivals({ dossierId }: { readonly dossierId: string }) {
  const words = useText().desk.register;
  const arrivals = useDossiers((state) => state.arrivals[dossierId] ?? NONE);
  const page = useLink((link) => link.held);
  const host = useLink((link) => link.status?.host.held ?? NOWHERE);
  const district = useLink((link) => link.status?.district.held ?? NOWHERE);
  const levels = [
    { name: words.arrived.page, held: page },
    { name: words.arrived.host, held: host },
    { name: words.arrived.district, held: district },
  ];
  const names: Readonly<Record<string, string>> = words.eventNames;
  if (arrivals.length === 0) return null;
  return (
    <section>
      <h3>{words.events}</h3>
      <ol className={classes.events}>
        {arrivals.map((arrival) => (
          <li key={`${arrival.device}/${arrival.epoch}/${arrival.seq}`}>
            <span className={classes.eventTime}>{timeOf(arrival.wall)}</span>
            <span>
              {names[arrival.type] ?? words.otherEvent}
              <Decision arrival={arrival} />
            </span>
            <span className={classes.levels}>
              {levels.map(({ name, held }) => {
                const there = (held[vectorKey(arrival.device, arrival.epoch)] ?? 0) > arrival.seq;
                return (
                  <span
                    key={name}
                    data-there={there ? '' : undefined}
                    title={there ? words.arrivedYes(name) : words.arrivedNo(name)}
                  >
                    {name}
                    <Icon name={there ? 'check' : 'clock'} size={14} />
                    <span className={classes.hidden}>
                      {there ? words.arrivedYes(name) : words.arrivedNo(name)}
                    </span>
                  </span>
                );
              })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who decided between two sides, and why. */
function Decision({ arrival }: { readonly arrival: Arrival }) {
  const { host } = useStores();
  if (arrival.type !== 'dossier-conflict-settled') return null;
  const { actor, note } = arrival;
  const clerk = host.hello().ward.clerks.find(({ id }) => id === actor)?.name ?? actor;
  return ` (${[clerk, note].filter(Boolean).join(': ')})`;
}

function timeOf(iso: string): string {
  const ms = parseInstant(iso);
  return ms === null ? '' : formatTime(ms);
}
