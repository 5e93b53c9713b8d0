import { Button } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../parts/section.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useOutage, useSession, useStores, useText } from '../../store/hooks.ts';
import classes from './outage.module.css';

/** Starts and ends a drill beside the real desk; inside a drill its result stands here [G05]. */
export function DrillSection() {
  const text = useText();
  const words = text.outage.drill;
  const { host } = useStores();
  const fault = useOutage((state) => state.fault);
  if (host.hello().drill === true) return null;
  return (
    <Section title={words.title} line={words.intro}>
      <DrillButtons />
      {fault && <TroubleNote trouble={fault} text={text} />}
    </Section>
  );
}

function DrillButtons() {
  const words = useText().outage.drill;
  const clerk = useSession((session) => session.clerk);
  const drill = useOutage((state) => state.drill);
  const startDrill = useOutage((state) => state.startDrill);
  const stopDrill = useOutage((state) => state.stopDrill);
  const [ending, setEnding] = useState(false);
  if (drill?.state === 'none') return <p>{words.none}</p>;
  if (!clerk) return <p>{words.signIn}</p>;
  const starting = drill?.state === 'starting';
  const ready = drill?.state === 'ready' && drill.url !== null;
  return (
    <div className={classes.row}>
      {!ready && (
        <Button onClick={() => void startDrill()} disabled={starting}>
          {words.start}
        </Button>
      )}
      {ready && (
        <>
          {drill.url?.startsWith('http') === true ? (
            <Button component="a" href={`${drill.url}/#/desk`} target="_blank" rel="noopener">
              {words.open}
            </Button>
          ) : (
            <span>{words.ownWindow}</span>
          )}
          {!ending && (
            <Button variant="default" onClick={() => setEnding(true)}>
              {words.stop}
            </Button>
          )}
        </>
      )}
      {ready && ending && (
        <div role="alertdialog" aria-label={words.stop} className={classes.row}>
          <span>{words.stopAsk}</span>
          <Button
            color="red"
            autoFocus
            onClick={() => {
              setEnding(false);
              void stopDrill();
            }}
          >
            {words.stopYes}
          </Button>
          <Button variant="subtle" onClick={() => setEnding(false)}>
            {words.stopNo}
          </Button>
        </div>
      )}
      <span role="status">{starting ? words.starting : drill?.state === 'failed' ? words.failed : ''}</span>
    </div>
  );
}
