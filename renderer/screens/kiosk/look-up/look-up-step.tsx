import { useKiosk, useStores, useText } from '../../../store/hooks.ts';
import { AskStep, CodeForm } from '../frame/ask-step.tsx';
import { CodeKeyboard } from '../keyboard/keyboard.tsx';
import { Answer } from './answer.tsx';

/** How far a dossier is, by the slip's code: scanned, or typed whole or from its day on [E04]. */
export function LookUpStep() {
  const { kiosk, host } = useStores();
  const { lookUp: words } = useText().kiosk;
  const answer = useKiosk((state) => state.answer);
  const looking = useKiosk((state) => state.looking);
  const typed = useKiosk((state) => state.typed);
  const { startLookUp, typeCode, lookUp } = kiosk.getState();
  const again = { icon: 'search', words: words.again, onAgain: startLookUp } as const;
  return (
    <AskStep
      title={words.title}
      lead={words.scan}
      again={answer?.kind === 'found' ? again : null}
      result={words.result}
      looking={looking ? words.looking : null}
      answer={answer && <Answer answer={answer} />}
    >
      <CodeForm
        label={words.label}
        hint={words.hint(host.hello().ward.unitCode)}
        value={typed}
        onType={typeCode}
        onSubmit={() => void lookUp(typed, 'typed')}
        submit={{ icon: 'search', words: words.find }}
        keys={(button) => (
          <CodeKeyboard value={typed} onChange={typeCode}>
            {button}
          </CodeKeyboard>
        )}
      />
    </AskStep>
  );
}
