import { useKiosk, useStores, useText } from '../../../store/hooks.ts';
import { AskStep, CodeForm } from '../frame/ask-step.tsx';
import { TicketNumberPad } from '../keyboard/number-pad.tsx';
import { RatingAnswer } from './rating-answer.tsx';

/** Which visit is rated: its number, typed or scanned from the ticket. */
export function NumberStep() {
  const { kiosk, host } = useStores();
  const { rate, number: words } = useText().kiosk.feedback;
  const answer = useKiosk((state) => state.ratingAnswer);
  const typed = useKiosk((state) => state.typed);
  const { typeNumber, findNumber } = kiosk.getState();
  const letters = [...new Set(host.catalogue().fields.map(({ series }) => series))].toSorted().join('');
  return (
    <AskStep
      title={words.title}
      lead={words.scan}
      result={rate}
      answer={answer && <RatingAnswer answer={answer} />}
    >
      <CodeForm
        label={words.label}
        hint={words.hint}
        value={typed}
        onType={typeNumber}
        onSubmit={() => void findNumber(typed, 'typed')}
        submit={{ icon: 'next', words: words.next }}
        keys={(button) => (
          <TicketNumberPad label={words.keys} letters={letters} value={typed} onChange={typeNumber}>
            {button}
          </TicketNumberPad>
        )}
      />
    </AskStep>
  );
}
