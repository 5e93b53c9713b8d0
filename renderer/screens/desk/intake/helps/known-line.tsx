import { Button } from '@mantine/core';
import { parseInstant, wardDay } from '../../../../../shared/basics/time.ts';
import { offerOf } from '../../../../../shared/decide/intake/card-fill.ts';
import { formatDate } from '../../../../../shared/text/dates.ts';
import { useDossiers, useStores, useText } from '../../../../store/hooks.ts';
import { useIntakeOf } from '../use-intake.ts';
import classes from './helps.module.css';
import type { Who } from '../../../../store/intake/intake-state.ts';

/** Says that a person was here before, and what of it can be used again. It stands empty otherwise, so that the change is heard. */
export function KnownLine({ who }: { readonly who: Who }) {
  const person = useIntakeOf(({ form }) => form[who]);
  const { clock } = useStores();
  const words = useText().desk.intake.more;
  const known = useDossiers((state) => state.known.find((one) => one.who === who));
  const reuseKnown = useDossiers((state) => state.reuseKnown);
  const fills = known ? offerOf(person, known.person, wardDay(clock.nowMs())).fills : [];
  const fields = fills.map(({ field }) => words.fields[field].toLowerCase()).join(', ');
  return (
    <div className={classes.known} role="status">
      {known && (
        <>
          <span>
            {words.known.before[known.by](
              known.code,
              formatDate(parseInstant(known.receivedAt) ?? 0),
              known.count,
            )}{' '}
            {fills.length > 0 && words.known.would(fields)}
          </span>
          {fills.length > 0 && (
            <Button
              size="sm"
              variant="light"
              rightSection={<kbd className={classes.kbd}>F10</kbd>}
              onClick={() => reuseKnown(who)}
            >
              {words.known.reuse}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
