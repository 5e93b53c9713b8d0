import { Icon } from '../../parts/icons.tsx';
import { Badge } from '../../parts/status-badge.tsx';
import { useLink, useStores, useText, useUi } from '../../store/hooks.ts';
import { levelName } from '../level-name.ts';
import { arrivalFacts } from './sync-facts.ts';
import classes from './sync.module.css';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { IconName } from '../../parts/icons.tsx';
import type { LevelFacts } from './sync-facts.ts';

/** The three places where facts arrive, in their order. */
export function Levels() {
  const { host } = useStores();
  const { sync, common } = useText();
  const lang = useUi((ui) => ui.lang);
  const held = useLink((link) => link.held);
  const status = useLink((link) => link.status);
  const facts = arrivalFacts(held, status);
  const { level } = sync;
  return (
    <ol className={classes.levels}>
      <Level
        icon="display"
        name={level.page}
        where={level.pageWhere}
        facts={facts.page}
        total={facts.total}
        text={level}
      />
      <Level
        icon="computer"
        name={level.host}
        where={level.hostWhere}
        facts={facts.host}
        total={facts.total}
        text={level}
      />
      <Level
        icon="cloud"
        name={levelName(host.hello().ward, lang, common)}
        where={level.districtWhere}
        facts={facts.district}
        total={facts.total}
        text={level}
      />
    </ol>
  );
}

type LevelProps = {
  readonly icon: IconName;
  readonly name: string;
  readonly where: string;
  readonly facts: LevelFacts;
  readonly total: number;
  readonly text: Messages['sync']['level'];
};

function Level({ icon, name, where, facts, total, text }: LevelProps) {
  const { held, lacks } = facts;
  return (
    <li className={classes.level}>
      <span className={classes.levelIcon}>
        <Icon name={icon} size={30} />
      </span>
      <h2>{name}</h2>
      <p className={classes.where}>{where}</p>
      {held === null ? (
        <Badge tone="paused" icon="info" words={text.unknown} />
      ) : (
        <>
          <p className={classes.held}>{text.held(held, total)}</p>
          <Badge
            tone={lacks === 0 ? 'ok' : 'warn'}
            icon={lacks === 0 ? 'check' : 'clock'}
            words={lacks === 0 ? text.all : text.lacks(lacks)}
          />
        </>
      )}
    </li>
  );
}
