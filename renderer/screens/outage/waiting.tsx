import { actKind, actKinds } from '../../../shared/report/outage/outage-report.ts';
import { Section, SmallTable } from '../../parts/section.tsx';
import { useLink, useOutage, useStores, useText } from '../../store/hooks.ts';
import { instantWords } from '../sync/sync-facts.ts';
import classes from './outage.module.css';

/** A line on its way is about this large once it is packed; the exact number stands on the file. */
const PACKED_BYTES = 260;

/** What the level above has not acknowledged: how much, how old, of what kind. */
export function Waiting() {
  const words = useText().outage;
  const { host } = useStores();
  const unsent = useLink((link) => link.unsent);
  const waiting = useOutage((state) => state.waiting);
  const scans = useLink((link) => link.status?.attachmentsWaiting ?? 0);
  const { device } = host.hello();
  const acts = waiting?.acts ?? [];
  const isOwn = (id: string) => id === device.id || (device.former ?? []).includes(id);
  const own = acts.filter((act) => isOwn(act.device)).length;
  const kinds = actKinds
    .map((kind) => ({ kind, count: acts.filter(({ type }) => actKind(type) === kind).length }))
    .filter(({ count }) => count > 0);
  const [oldest] = acts;
  return (
    <Section title={words.waiting.title}>
      {unsent === 0 ? (
        <p>{words.waiting.none}</p>
      ) : (
        <>
          <p>
            <strong>{words.waiting.count(unsent)}</strong>
            {oldest && ` · ${words.waiting.oldest(instantWords(oldest.wall))}`} ·{' '}
            {words.waiting.size(Math.max(1, Math.round((unsent * PACKED_BYTES) / 1000)))}
          </p>
          <p className={classes.since}>
            {words.waiting.own(own)} · {words.waiting.others(acts.length - own)}
          </p>
          <SmallTable
            label={words.waiting.table}
            columns={[words.waiting.kind, words.waiting.number]}
            rows={kinds.map(({ kind, count }) => ({ id: kind, cells: [words.kinds[kind], count] }))}
          />
        </>
      )}
      {scans > 0 && <p>{words.waiting.scans(scans)}</p>}
    </Section>
  );
}
