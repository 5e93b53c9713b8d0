import { shortCounterName } from '../../../../shared/law/ward.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useStores, useText, useUi } from '../../../store/hooks.ts';
import { waitWords } from '../../../store/kiosk/wait-words.ts';
import { useTickets, useWaitOf } from '../waits/use-waits.ts';
import type { RatingAnswer as Answer } from '../../../store/kiosk/visit/rating.ts';
import styles from '../frame/ask-step.module.css';

/** Why a number is not rated now; who is still to be called reads how the number stands, too. */
export function RatingAnswer({ answer }: { readonly answer: Answer }) {
  const { answers } = useText().kiosk.feedback;
  const { title, todo } = answers[answer.kind];
  return (
    <div className={styles.nothing} data-kind={answer.kind}>
      <Icon name="info" size="2em" />
      <div>
        <h2>{title}</h2>
        {answer.kind === 'not-yet' && <Standing ticketId={answer.ticketId} />}
        <p>{todo}</p>
      </div>
    </div>
  );
}

function Standing({ ticketId }: { readonly ticketId: string }) {
  const { host } = useStores();
  const { feedback, waits } = useText().kiosk;
  const lang = useUi((ui) => ui.lang);
  const ticket = useTickets()?.find(({ id }) => id === ticketId);
  const wait = useWaitOf(ticketId);
  if (!ticket) return null;
  const { yourTurn: words } = feedback;
  const counter = host.hello().ward.counters.find(({ id }) => id === ticket.counter);
  const name = shortCounterName((lang === 'en' ? counter?.nameEn : counter?.name) ?? '');
  const said = {
    waiting: wait && `${words.waiting(wait.ahead)} ${waits.label}: ${waitWords(wait, waits)}.`,
    called: words.called(name),
    serving: words.serving(name),
    held: words.held,
    absent: words.absent,
    served: null,
    closed: words.closed,
  }[ticket.status];
  return (
    <p>
      <strong>
        {ticket.number}. {said}
      </strong>
    </p>
  );
}
