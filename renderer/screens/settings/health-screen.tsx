import { useEffect } from 'react';
import { formatDay } from '../../../shared/text/dates.ts';
import { Icon } from '../../parts/icons.tsx';
import { Facts, Section } from '../../parts/section.tsx';
import { Badge } from '../../parts/status-badge.tsx';
import { useLink, useStores, useText, useUpkeep, useVoice } from '../../store/hooks.ts';
import { StaffFrame, useNowMs } from '../staff-frame.tsx';
import { healthLines, worstTone } from './health-lines.ts';
import classes from './settings.module.css';
import type { HealthTone } from './health-lines.ts';

const icons = { ok: 'check', note: 'info', warn: 'alert', late: 'warning' } as const satisfies Record<
  HealthTone,
  string
>;

/** Is this machine all right? In plain words for people who are no technicians. */
export function HealthScreen() {
  const { host, voice: speaker } = useStores();
  const { report: voice } = useVoice();
  useEffect(() => void speaker.load(), [speaker]);
  const text = useText();
  const nowMs = useNowMs();
  const link = useLink((state) => state);
  const { health } = text.sync;
  const clock = useUpkeep((state) => state.clock);
  const space = useUpkeep((state) => state.space);
  const lines = healthLines({ link, hello: host.hello(), nowMs, text, clock, space, voice });
  const worst = worstTone(lines);
  const count = lines.filter(({ tone }) => tone === worst).length;
  const words = { ok: health.allFine, warn: health.attention(count), late: health.bad(count) };
  return (
    <StaffFrame page="health">
      <div className={classes.page}>
        <h1 className={classes.title}>{health.title}</h1>
        <p className={classes.verdict} data-tone={worst} role="status">
          <Icon name={icons[worst]} size={28} />
          {words[worst]}
        </p>
        <ul className={classes.lines} aria-label={health.title}>
          {lines.map(({ id, tone, name, words: said, detail }) => (
            <li key={id} className={classes.healthLine}>
              <Badge tone={tone === 'note' ? 'paused' : tone} icon={icons[tone]} words={health.tones[tone]} />
              <strong>{name}</strong>
              <span>
                {said}
                {detail !== undefined && <small className={classes.detail}>{detail}</small>}
              </span>
            </li>
          ))}
        </ul>
        <Versions />
        <p className={classes.soft}>
          <a href="#/sync">{text.common.pill.opens}</a> · {text.common.hotline(host.hello().ward.hotline)}
        </p>
      </div>
    </StaffFrame>
  );
}

function Versions() {
  const { host } = useStores();
  const { versions } = useText().sync.health;
  const { appVersion, shell, bridge, catalogue, device } = host.hello();
  return (
    <Section title={versions.title}>
      <Facts
        facts={[
          { name: versions.app, value: appVersion },
          { name: versions.shell, value: versions.shells[shell] },
          { name: versions.bridge, value: bridge },
          {
            name: versions.catalogue,
            value: versions.catalogueLine(catalogue.procedures, formatDay(catalogue.asOf)),
          },
          { name: versions.device, value: device.id },
        ]}
      />
    </Section>
  );
}
