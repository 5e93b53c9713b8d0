import { useKiosk, useStores, useText } from '../../../store/hooks.ts';
import { AskStep, CodeForm } from '../frame/ask-step.tsx';
import { CodeKeyboard } from '../keyboard/keyboard.tsx';
import { CheckInAnswer } from './check-in-answer.tsx';

/** Who has an appointment takes its number by its code, typed or scanned [K17]. */
export function CheckInStep() {
  const { kiosk } = useStores();
  const { checkIn: words } = useText().kiosk.visit;
  const answer = useKiosk((state) => state.checkIn);
  const looking = useKiosk((state) => state.looking);
  const typed = useKiosk((state) => state.typed);
  const { startCheckIn, typeAppointment, findAppointment } = kiosk.getState();
  const again = { icon: 'key', words: words.again, onAgain: startCheckIn } as const;
  return (
    <AskStep
      title={words.title}
      lead={words.scan}
      again={answer !== null && 'appointment' in answer ? again : null}
      result={words.result}
      looking={looking ? words.looking : null}
      answer={answer && <CheckInAnswer answer={answer} />}
    >
      <CodeForm
        label={words.label}
        hint={words.hint}
        value={typed}
        onType={typeAppointment}
        onSubmit={() => void findAppointment(typed, 'typed')}
        submit={{ icon: 'search', words: words.find }}
        keys={(button) => (
          <CodeKeyboard value={typed} onChange={typeAppointment}>
            {button}
          </CodeKeyboard>
        )}
      />
    </AskStep>
  );
}
