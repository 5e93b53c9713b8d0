import { Button } from '@mantine/core';
import { parseInstant } from '../../../../../shared/basics/time.ts';
import { formatTime } from '../../../../../shared/text/dates.ts';
import { Icon } from '../../../../parts/icons.tsx';
import { useHall, useLink, useSession, useText } from '../../../../store/hooks.ts';
import { standingHelp } from '../rules/counter-rules.ts';
import { Dialog } from '../dialogs/dialog.tsx';
import { useClerkName, useCounterName } from '../names.ts';
import classes from './help.module.css';
import type { HelpCall } from '../../../../../shared/project/hall.ts';
import type { ActingClerk } from '../../../../store/act.ts';

/** Calls for help of every counter, above everything else on the desk, until somebody says that it is over [P15]. */
export function HelpBanners({ clerk }: { readonly clerk: ActingClerk }) {
  const own = useSession((session) => session.counter) ?? '';
  const help = useHall((hall) => hall.help);
  return standingHelp(help ?? [], own).map((call) => (
    <HelpBanner key={call.counter} call={call} isOwn={call.counter === own} clerk={clerk} />
  ));
}

type BannerProps = { readonly call: HelpCall; readonly isOwn: boolean; readonly clerk: ActingClerk };

function HelpBanner({ call, isOwn, clerk }: BannerProps) {
  const words = useText().desk.counterDay.help;
  const counterName = useCounterName();
  const clerkName = useClerkName();
  const endHelp = useHall((hall) => hall.endHelp);
  const isComing = call.status === 'coming';
  const time = formatTime(parseInstant(call.calledAt) ?? 0);
  const place = counterName(call.counter);
  const line = isComing
    ? isOwn
      ? words.mineComing(clerkName(call.answeredBy))
      : words.coming(clerkName(call.answeredBy), place)
    : isOwn
      ? words.mine(time)
      : words.from(place, time);
  return (
    <div className={classes.banner} role={isOwn || isComing ? 'status' : 'alert'} data-status={call.status}>
      <Icon name={isComing ? 'person' : 'alert'} size={22} />
      <p>
        <strong>{words.banner}</strong> {line} {isOwn && !isComing && <Unheard />}
      </p>
      {!isOwn && !isComing && (
        <Button size="sm" onClick={() => void endHelp(call.counter, 'coming', clerk)}>
          {words.going}
        </Button>
      )}
      <Button size="sm" variant="default" onClick={() => void endHelp(call.counter, 'over', clerk)}>
        {words.over}
      </Button>
    </div>
  );
}

/** Cut off, the others do not see it: better shouted than believed. */
function Unheard() {
  const words = useText().desk.counterDay.help;
  const isCutOff = useCutOff();
  return isCutOff ? <span>{words.offline}</span> : null;
}

/** Whether other machines are out of reach; a machine that works alone by choice has none. */
export function useCutOff(): boolean {
  return useLink(({ hostUp, status }) => {
    if (!hostUp) return true;
    return status?.district.state === 'offline' || status?.district.state === 'refused';
  });
}

type AskProps = { readonly clerk: ActingClerk; readonly onClose: () => void };

/** One key asks, the next one calls: no slip of a finger does both. A key that is held down does nothing here. */
export function HelpDialog({ clerk, onClose }: AskProps) {
  const words = useText().desk.counterDay.help;
  const own = useSession((session) => session.counter) ?? '';
  const counterName = useCounterName();
  const callHelp = useHall((hall) => hall.callHelp);
  return (
    <Dialog title={words.title} onClose={onClose} tone="late">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void callHelp(own, clerk);
          onClose();
        }}
      >
        <p className={classes.line}>{words.line(counterName(own))}</p>
        <div className={classes.buttons}>
          <Button type="button" variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" data-first="">
            {words.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
