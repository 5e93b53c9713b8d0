import { Button } from '@mantine/core';
import { parseInstant } from '../../../shared/basics/time.ts';
import { troubleWords } from '../../../shared/text/trouble-words.ts';
import { Icon } from '../../parts/icons.tsx';
import { Facts, Section, SmallTable } from '../../parts/section.tsx';
import { useLink, useStores, useUpkeep } from '../../store/hooks.ts';
import { useNowMs } from '../staff-frame.tsx';
import { instantWords, machineName } from './sync-facts.ts';
import classes from './sync.module.css';
import type { HostStatus } from '../../../shared/bridge.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';

type District = HostStatus['district'];
type Props = { readonly district: District; readonly text: Messages };

/** The way to the level above: how it stands, when it is tried next, who acknowledged, what is refused and why. */
export function WayUp({ district, text }: Props) {
  const pill = useLink((link) => link.pill);
  const unsent = useLink((link) => link.unsent);
  const tryNow = useUpkeep((state) => state.tryNow);
  const { facts } = text.sync;
  const { way } = text.upkeep.machine;
  const waits = district.state === 'offline' || district.state === 'refused';
  const { lastAnswerAt } = district;
  return (
    <Section title={facts.title}>
      <Facts
        facts={[
          { name: facts.state, value: facts.states[pill.kind] },
          { name: facts.since, value: instantWords(pill.since) },
          { name: facts.unsent, value: facts.items(unsent) },
          { name: way.level, value: levelName(district.level, way) },
          {
            name: facts.lastAnswer,
            value: lastAnswerAt === null ? facts.neverAnswered : instantWords(lastAnswerAt),
          },
          { name: way.next, value: <NextTry at={district.nextTryAt} none={way.nextNone} /> },
          { name: facts.url, value: district.url ?? text.common.none },
        ]}
      />
      {district.url !== null && (
        <div className={classes.action}>
          <Button
            variant={waits ? 'filled' : 'outline'}
            leftSection={<Icon name="sync" size={18} />}
            onClick={() => void tryNow()}
          >
            {way.tryNow}
          </Button>
        </div>
      )}
      <Stopped stopped={district.stopped} text={text} />
    </Section>
  );
}

/** An attempt that is due already is under way. */
function NextTry({ at, none }: { readonly at: string | null; readonly none: string }) {
  const nowMs = useNowMs();
  const dueMs = at === null ? null : parseInstant(at);
  if (at === null || dueMs === null || dueMs < nowMs - 60_000) return none;
  return instantWords(at, true);
}

function levelName(level: string | null, way: Messages['upkeep']['machine']['way']): string {
  if (level === null) return way.levelNone;
  const names: Readonly<Record<string, string>> = way.levels;
  return names[level] ?? level;
}

/** Reasons about lines have words of their own; others are troubles like any. */
function reasonWords(code: string, text: Messages): string {
  const { whys, otherWhy }: { whys: Readonly<Record<string, string>>; otherWhy: string } =
    text.upkeep.machine.aside;
  const trouble = troubleWords({ code }, text.trouble);
  return whys[code] ?? (trouble.known ? trouble.what : otherWhy);
}

/** Epochs of which the level above takes no more, each with its reason. */
function Stopped({ stopped, text }: { readonly stopped: District['stopped']; readonly text: Messages }) {
  const { host } = useStores();
  const { way } = text.upkeep.machine;
  const rows = Object.entries(stopped);
  if (rows.length === 0) return null;
  return (
    <div className={classes.stopped}>
      <h3>{way.stopped}</h3>
      <p className={classes.intro}>{way.stoppedLine}</p>
      <SmallTable
        label={way.stopped}
        columns={[way.machine, way.reason]}
        rows={rows.map(([key, code]) => ({
          id: key,
          cells: [
            machineName(key.split('/')[0] ?? '', host.hello().device.id, text.upkeep.conflicts),
            reasonWords(code, text),
          ],
        }))}
      />
    </div>
  );
}
