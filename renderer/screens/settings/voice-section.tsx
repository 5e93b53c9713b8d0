import { useEffect } from 'react';
import { Button } from '@mantine/core';
import { noticesOn } from '../../../shared/law/waiting-room.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import { Icon } from '../../parts/icons.tsx';
import { Facts, Section } from '../../parts/section.tsx';
import { useStores, useText, useUi, useVoice } from '../../store/hooks.ts';
import classes from './settings.module.css';

/** How calls are spoken, what the displays show besides, and a button to hear it. */
export function VoiceSection() {
  const { host, voice, clock } = useStores();
  const { settings, sync, common } = useText();
  const { report } = useVoice();
  const lang = useUi((ui) => ui.lang);
  useEffect(() => void voice.load(), [voice]);
  const { displays = [], notices, counters } = host.hello().ward;
  const { region, volume, repeat, rate, quietHours } = voice.settings;
  const words = settings.voice;
  const nameOf = (name: string, nameEn: string | undefined) => (lang === 'en' ? (nameEn ?? name) : name);
  const [counter] = counters;
  const hear = async () => {
    await voice.open();
    if (counter) await voice.say({ number: 'A012', counter });
  };
  return (
    <Section title={words.title} line={words.from}>
      <Facts
        facts={[
          { name: words.region, value: words.regions[region] },
          {
            name: words.clips,
            value: report?.playable === 0 ? sync.health.lines.voiceNone : clipCount(report),
          },
          { name: words.volume, value: `${volume} %` },
          { name: words.repeat, value: words.repeats(repeat) },
          { name: words.rate, value: String(rate).replace('.', lang === 'vi' ? ',' : '.') },
          { name: words.quiet, value: quietHours.length === 0 ? common.none : quietHours.join(', ') },
          {
            name: words.displays,
            value:
              displays.length === 0
                ? common.none
                : displays.map(({ id, name, nameEn }) => `${nameOf(name, nameEn)} (?zone=${id})`).join(', '),
          },
          { name: words.notices, value: noticesOn(notices, wardDay(clock.nowMs())).length },
        ]}
      />
      <p className={classes.below}>
        <Button variant="default" leftSection={<Icon name="sound" />} onClick={() => void hear()}>
          {words.try}
        </Button>
      </p>
    </Section>
  );
}

function clipCount(report: { readonly playable: number; readonly wanted: number } | null): string {
  return report ? `${report.playable} / ${report.wanted}` : '…';
}
