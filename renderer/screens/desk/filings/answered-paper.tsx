import { getNonce } from 'get-nonce';
import { useMemo } from 'react';
import { Badge } from '../../../parts/status-badge.tsx';
import { SlipPreview } from '../../../slip/slip-preview.tsx';
import { paperOfFiling } from '../../../store/filings/answer-actions.ts';
import { openedPersons } from '../../../store/filings/filing-state.ts';
import { useFilings, useStores, useText } from '../../../store/hooks.ts';
import { PrintButton } from '../../printing/print-button.tsx';
import { PrintFate } from '../../printing/print-fate.tsx';
import classes from './filings.module.css';
import type { Filing } from '../../../../shared/project/filings.ts';

/** The paper of the last answer: how its print went, and printing it again with a reason. */
export function AnsweredPaper({ filing }: { readonly filing: Filing }) {
  const { filings: words } = useText();
  const { host } = useStores();
  const held = useFilings((state) => state.persons[filing.id]);
  const made = useFilings((state) => state.prints[filing.id]);
  const print = useFilings((state) => state.printAnswer);
  const slip = useMemo(
    () => paperOfFiling(filing, openedPersons(held), host.hello().ward, { reprint: null }),
    [filing, held, host],
  );
  const name = filing.status === 'refused' ? words.paper.refusal : words.paper.request;
  const outcome = made?.outcome;
  const isOut = filing.printed > 0 || (outcome?.ok === true && outcome.value.state !== 'failed');
  if (!slip) return null;
  return (
    <section className={classes.paper} aria-label={name}>
      <p>
        <strong>{name}</strong> {filing.formNo !== '' && `· ${filing.formNo}`}
      </p>
      <p role="status">
        {outcome !== undefined ? (
          <PrintFate outcome={outcome} />
        ) : (
          isOut && <Badge tone="ok" icon="check" words={words.paper.out} />
        )}
      </p>
      <PrintButton
        words={{ label: isOut ? words.paper.again : words.paper.print, title: words.paper.againTitle }}
        again={isOut}
        printing={outcome === null}
        onPrint={(reason) => void print(filing, reason)}
      />
      <SlipPreview slip={slip} nonce={getNonce() ?? ''} label={name} />
    </section>
  );
}
