import { useCallback, useEffect, useRef } from 'react';
import { useFormerDays, useKiosk, useStores, useText, useUi } from '../../store/hooks.ts';
import { CheckInStep } from './check-in/check-in-step.tsx';
import { FeedbackStep } from './feedback/feedback-step.tsx';
import { RateStep } from './feedback/rate-step.tsx';
import { SuggestStep } from './feedback/suggest-step.tsx';
import { KioskFooter, KioskHeader } from './frame/kiosk-frame.tsx';
import { IdlePrompt, MachineNotice, StrangeCodePanel, TroublePanel } from './frame/notices.tsx';
import { LookUpStep } from './look-up/look-up-step.tsx';
import { useScanner } from './look-up/use-scanner.ts';
import { PersonStep } from './person/person-step.tsx';
import { ProcedureStep } from './procedures/procedure-step.tsx';
import { ProceduresStep } from './procedures/procedures-step.tsx';
import { SearchStep } from './procedures/search-step.tsx';
import { FieldsStep } from './fields/fields-step.tsx';
import { HomeStep } from './steps/home-step.tsx';
import { TicketStep } from './steps/ticket-step.tsx';
import { useTouchManners } from './use-touch-manners.ts';
import styles from './kiosk-screen.module.css';

const steps = {
  home: HomeStep,
  fields: FieldsStep,
  search: SearchStep,
  procedures: ProceduresStep,
  procedure: ProcedureStep,
  'look-up': LookUpStep,
  'check-in': CheckInStep,
  person: PersonStep,
  feedback: FeedbackStep,
  rate: RateStep,
  suggest: SuggestStep,
  printing: TicketStep,
  shown: TicketStep,
};

/** The citizen's kiosk: one thing at a time, two taps to a ticket. */
export function KioskScreen() {
  const { kiosk, queue, host } = useStores();
  const step = useKiosk((state) => state.step);
  const ready = useKiosk((state) => state.ready);
  const { kiosk: words } = useText();
  const lang = useUi((ui) => ui.lang);
  const root = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  const catalogue = host.catalogue();
  const Step = steps[step];
  useEffect(() => {
    // Where the ward bounds the numbers of a field, all of the day are counted; elsewhere a kiosk of weeks stays light.
    const isBounded = (host.hello().ward.queue?.issuing.contingents.length ?? 0) > 0;
    queue.getState().followPart(isBounded ? 'all' : 'near');
    return () => queue.getState().followPart('all');
  }, [queue, host]);
  useFormerDays();
  const onTouch = useCallback(() => kiosk.getState().touch(), [kiosk]);

  const onScan = useCallback(
    (text: string) => {
      kiosk.getState().touch();
      void kiosk.getState().scan(text);
    },
    [kiosk],
  );
  const low = useKiosk((state) => state.low);

  useTouchManners(root, onTouch);
  useScanner(onScan);
  useEffect(() => kiosk.getState().open(), [kiosk]);
  // A new step is read out from its heading, or waits for what is typed first; the focus of the tapped control is gone with it.
  useEffect(() => {
    const first =
      main.current?.querySelector<HTMLElement>('[data-first]') ?? main.current?.querySelector('h1');
    if (ready) first?.focus({ preventScroll: true });
  }, [step, ready]);

  return (
    <div ref={root} className={styles.kiosk} lang={lang} data-low={low} inert={!ready}>
      <KioskHeader />
      <main ref={main} className={styles.main} aria-label={words.title}>
        <MachineNotice />
        <TroublePanel />
        <StrangeCodePanel />
        {catalogue.procedures.length === 0 ? <NoCatalogue /> : <Step />}
      </main>
      <IdlePrompt />
      <KioskFooter />
    </div>
  );
}

function NoCatalogue() {
  const { notices } = useText().kiosk;
  return (
    <section className={styles.empty}>
      <h1 tabIndex={-1}>{notices.empty}</h1>
      <p>{notices.emptyHint}</p>
    </section>
  );
}
