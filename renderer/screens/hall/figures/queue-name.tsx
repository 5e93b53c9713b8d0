import { useText } from '../../../store/hooks.ts';
import { useFieldName } from '../../catalogue-names.ts';
import classes from './figures.module.css';

/** Fields named beside a queue's letter before the rest is only counted. */
const MOST_FIELDS = 2;

/** A queue by its letter, as on the tickets, and the fields that its numbers were taken for. */
export function QueueName({
  series,
  fieldIds,
}: {
  readonly series: string;
  readonly fieldIds: readonly string[];
}) {
  const { queues: words } = useText().hall;
  const fieldName = useFieldName();
  const named = fieldIds.slice(0, MOST_FIELDS).map((id) => fieldName(id));
  const more = fieldIds.length - named.length;
  return (
    <>
      <strong className={classes.series}>{series}</strong> {named.join(', ')}
      {more > 0 && ` ${words.more(more)}`}
    </>
  );
}
