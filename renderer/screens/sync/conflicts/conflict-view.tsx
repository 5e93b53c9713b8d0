import { useEffect, useRef, useState } from 'react';
import { Button, Radio, Textarea } from '@mantine/core';
import { EmptyState, Loading } from '../../../parts/empty-state.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { Badge } from '../../../parts/status-badge.tsx';
import { useSession, useUpkeep } from '../../../store/hooks.ts';
import { PrintedPapers, TakeBack } from './side-papers.tsx';
import { conflictWords } from './conflict-words.ts';
import classes from './conflicts.module.css';
import type { ConflictInView } from '../../../store/upkeep/upkeep-state.ts';
import type { ActWords, ConflictWords, Naming, SideWords } from './conflict-words.ts';

const LONGEST_NOTE = 500;

/** One conflict: what both sides share, both sides beside each other, and one clear choice for each. */
export function ConflictView({
  inView,
  naming,
}: {
  readonly inView: ConflictInView;
  readonly naming: Naming;
}) {
  const close = useUpkeep((state) => state.close);
  const { words } = naming;
  const { sides } = inView;
  return (
    <div className={classes.view}>
      <Button
        variant="subtle"
        className={classes.back}
        leftSection={<Icon name="back" size={18} />}
        onClick={close}
      >
        {words.back}
      </Button>
      {sides === null && <Loading words={words.reading} />}
      {sides === 'gone' && <EmptyState icon="check" title={words.gone} />}
      {sides !== null && sides !== 'gone' && (
        <Decision key={inView.id} conflict={conflictWords(sides, naming)} words={words} />
      )}
    </div>
  );
}

function Decision({
  conflict,
  words,
}: {
  readonly conflict: ConflictWords;
  readonly words: Naming['words'];
}) {
  // Who only looks decides nothing.
  const clerk = useSession(({ clerk: who }) => (who?.role === 'inspector' ? null : who));
  const [picked, setPicked] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const side = conflict.sides.find(({ head }) => head === picked);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={classes.name}>
        {conflict.name}
      </h3>
      <p className={classes.now}>
        {words.now}: <strong>{conflict.now}</strong>. {conflict.because}
      </p>
      <div className={classes.sides} role={clerk ? 'radiogroup' : 'group'} aria-label={words.choice}>
        {conflict.sides.map((one) => (
          <Side
            key={one.head}
            side={one}
            picked={one === side}
            onPick={clerk ? () => setPicked(one.head) : null}
            words={words}
          />
        ))}
      </div>
      {clerk ? (
        <>
          <TakeBack side={side ?? null} sides={conflict.sides} words={words} />
          <Settling side={side ?? null} words={words} />
        </>
      ) : (
        <p>
          {words.signIn} <a href="#/desk">{words.toSignIn}</a>
        </p>
      )}
      {conflict.before.length > 0 && (
        <div className={classes.before}>
          <p>{words.before}</p>
          <Acts acts={conflict.before} />
        </div>
      )}
    </>
  );
}

/** Why, and the one button that writes the decision: without a reason it stays shut, and the field says that it is needed. */
function Settling({ side, words }: { readonly side: SideWords | null; readonly words: Naming['words'] }) {
  const busy = useUpkeep((state) => state.busy);
  const settle = useUpkeep((state) => state.settle);
  const [note, setNote] = useState('');
  return (
    <div className={classes.settling}>
      <Textarea
        label={words.note}
        description={words.noteHint}
        withAsterisk
        required
        value={note}
        maxLength={LONGEST_NOTE}
        autosize
        minRows={1}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button
        loading={busy}
        disabled={side === null || note.trim() === ''}
        onClick={() => side && void settle(side.head, note)}
      >
        {side ? words.choosePicked(side.letter) : words.choose}
      </Button>
    </div>
  );
}

type SideProps = {
  readonly side: SideWords;
  readonly picked: boolean;
  /** Null where nobody is signed in who could decide. */
  readonly onPick: (() => void) | null;
  readonly words: Naming['words'];
};

function Side({ side, picked, onPick, words }: SideProps) {
  const { letter } = side;
  return (
    <section className={classes.side} aria-label={words.side(letter)} data-picked={picked ? '' : undefined}>
      <header>
        <h4>{words.side(letter)}</h4>
        {side.provisional && <Badge tone="warn" icon="clock" words={words.provisional} />}
      </header>
      <div className={classes.done}>
        <Acts acts={side.acts} />
        <PrintedPapers papers={side.papers} words={words} />
      </div>
      <p className={classes.outcome}>
        {words.outcome}: <strong>{side.outcome}</strong>
      </p>
      {onPick && (
        <Radio
          name="side"
          label={words.pick(letter)}
          checked={picked}
          onChange={onPick}
          classNames={{ radio: classes.radio }}
        />
      )}
    </section>
  );
}

function Acts({ acts }: { readonly acts: readonly ActWords[] }) {
  return (
    <ol className={classes.acts}>
      {acts.map(({ hash, what, when, who, where }) => (
        <li key={hash}>
          <strong>{what}</strong>
          <span>{when}</span>
          <span>
            {who} · {where}
          </span>
        </li>
      ))}
    </ol>
  );
}
