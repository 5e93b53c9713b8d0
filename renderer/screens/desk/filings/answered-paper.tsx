import { Button } from '@mantine/core';
import { getNonce } from 'get-nonce';
import { useMemo, useState } from 'react';
import { Badge } from '../../../parts/status-badge.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { SlipPreview } from '../../../slip/slip-preview.tsx';
import { paperOfFiling } from '../../../store/filings/answer-actions.ts';
import { openedPersons } from '../../../store/filings/filing-state.ts';
import { useFilings, useStores, useText } from '../../../store/hooks.ts';
import { AskReason } from '../register/papers/ask-reason.tsx';
import classes from './filings.module.css';
import type { Filing } from '../../../../shared/project/filings.ts';

/** The paper of the last answer: how its print went, and printing it again with a reason. */
export function AnsweredPaper({ filing }: { readonly filing: Filing }) {
  const { filings: words, desk } = useText();
  const { host } = useStores();
  const held = useFilings((state) => state.persons[filing.id]);
  const made = useFilings((state) => state.prints[filing.id]);
  const print = useFilings((state) => state.printAnswer);
  const [asking, setAsking] = useState(false);
  const slip = useMemo(
    () => paperOfFiling(filing, openedPersons(held), host.hello().ward, { reprint: null }),
    [filing, held, host],
  );
  const name = filing.status === 'refused' ? words.paper.refusal : words.paper.request;
  const outcome = made?.outcome;
  const isOut = filing.printed > 0 || (outcome?.ok === true && outcome.value.state !== 'failed');
  const state = outcome === null ? null : outcome?.ok ? outcome.value.state : outcome ? 'failed' : undefined;
  if (!slip) return null;
  return (
    <section className={classes.paper} aria-label={name}>
      <p>
        <strong>{name}</strong> {filing.formNo !== '' && `· ${filing.formNo}`}
      </p>
      <p role="status">
        {state === null && <Badge tone="paused" icon="printer" words={words.paper.printing} />}
        {state !== null && state !== undefined && (
          <Badge
            tone={state === 'failed' ? 'late' : 'ok'}
            icon={state === 'failed' ? 'warning' : 'check'}
            words={desk.slips.states[state]}
          />
        )}
        {state === undefined && isOut && <Badge tone="ok" icon="check" words={words.paper.out} />}
      </p>
      {asking ? (
        <AskReason
          title={words.paper.againTitle}
          onReason={(reason) => {
            setAsking(false);
            void print(filing, reason);
          }}
          onClose={() => setAsking(false)}
        />
      ) : (
        <Button
          size="sm"
          variant={isOut ? 'default' : 'filled'}
          leftSection={<Icon name="printer" />}
          loading={outcome === null}
          onClick={() => (isOut ? setAsking(true) : void print(filing, ''))}
        >
          {isOut ? words.paper.again : words.paper.print}
        </Button>
      )}
      <SlipPreview slip={slip} nonce={getNonce() ?? ''} label={name} />
    </section>
  );
}
