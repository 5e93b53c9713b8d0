import { Button } from '@mantine/core';
import { useSession, useUpkeep } from '../../../store/hooks.ts';
import { damageWords } from '../sync-facts.ts';
import classes from './conflicts.module.css';
import type { DamagedFile } from '../../../../shared/bridge.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';

/** A journal file of this machine that was damaged; a signed-in clerk says that it was looked into. */
export function DamageRow({
  file,
  words,
}: {
  readonly file: DamagedFile;
  readonly words: Messages['upkeep']['damage'];
}) {
  const clerk = useSession((session) => session.clerk);
  const markSeen = useUpkeep((state) => state.markDamageSeen);
  return (
    <li className={classes.row}>
      <div>
        <strong>{words.title(file.fromLine)}</strong>
        <p>{damageWords(file, words)}</p>
        {!clerk && <p>{words.signIn}</p>}
      </div>
      {clerk && (
        <Button variant="outline" className={classes.rowAct} onClick={() => markSeen([file.piece])}>
          {words.seen}
        </Button>
      )}
    </li>
  );
}
