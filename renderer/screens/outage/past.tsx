import { Button } from '@mantine/core';
import { parseInstant } from '../../../shared/basics/time.ts';
import { Section, SmallTable } from '../../parts/section.tsx';
import { useOutage, useText } from '../../store/hooks.ts';
import { useNowMs } from '../staff-frame.tsx';
import { instantWords } from '../sync/sync-facts.ts';
import { OutageReportView } from './report.tsx';
import type { Outage } from '../../../shared/bridge/outage.ts';

/** Every outage that this machine wrote down, and the reconciliation of the one that is open. */
export function Past() {
  const words = useText().outage;
  const outages = useOutage((state) => state.outages);
  const open = useOutage((state) => state.open);
  const openOutage = useOutage((state) => state.openOutage);
  const nowMs = useNowMs();
  const { past } = words;
  if (outages === null) return <Section title={past.title}>{past.reading}</Section>;
  if (outages.length === 0) return <Section title={past.title}>{past.none}</Section>;
  return (
    <Section title={past.title}>
      <SmallTable
        label={past.table}
        columns={[past.what, past.from, past.to, past.took, '']}
        rows={outages.slice(0, 20).map((outage) => ({
          id: outage.id,
          cells: [
            words.what(outage.what),
            instantWords(outage.from),
            outage.to === null ? past.lasts : instantWords(outage.to),
            words.length(lengthOf(outage, nowMs)),
            <Button
              key="open"
              size="compact-md"
              variant={open?.outage.id === outage.id ? 'filled' : 'light'}
              aria-pressed={open?.outage.id === outage.id}
              aria-label={`${past.open}: ${words.what(outage.what)} ${instantWords(outage.from)}`}
              onClick={() => void openOutage(open?.outage.id === outage.id ? null : outage.id)}
            >
              {past.open}
            </Button>,
          ],
        }))}
      />
      {open && <OutageReportView view={open} />}
    </Section>
  );
}

function lengthOf({ from, to }: Outage, nowMs: number): number {
  const endMs = to === null ? nowMs : (parseInstant(to) ?? nowMs);
  return Math.max(0, endMs - (parseInstant(from) ?? endMs));
}
