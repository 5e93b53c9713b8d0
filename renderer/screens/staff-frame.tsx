import { useEffect, useState } from 'react';
import { PageFrame } from '../parts/page-frame.tsx';
import { useStores, useText, useUi } from '../store/hooks.ts';
import { LangButton } from './lang-button.tsx';
import { LivePill } from './live-pill.tsx';
import type { ReactNode } from 'react';
import type { StaffPage } from '../parts/page-frame.tsx';

/** What a staff page gives to its frame. */
export type StaffFrameProps = {
  readonly page: StaffPage;
  /** `fill`: the page takes the whole place and scrolls by itself. */
  readonly layout?: 'read' | 'fill';
  readonly children: ReactNode;
};

/** The frame of every staff page with ward, links, connection, language and clock. */
export function StaffFrame({ children, ...given }: StaffFrameProps) {
  const { host } = useStores();
  const lang = useUi((ui) => ui.lang);
  const text = useText();
  const nowMs = useNowMs();
  const { ward } = host.hello();
  return (
    <PageFrame
      {...given}
      unit={lang === 'vi' ? ward.unit : ward.unitEn}
      deskName={lang === 'vi' ? ward.deskName : ward.deskNameEn}
      nowMs={nowMs}
      lang={lang}
      text={text.common}
      demo={ward.demo}
      aside={<LangButton />}
      pill={<LivePill nowMs={nowMs} />}
    >
      {children}
    </PageFrame>
  );
}

/** The page's clock to the minute; screens that show no seconds need not be drawn each second. */
export function useNowMs(): number {
  const { clock } = useStores();
  const [nowMs, setNowMs] = useState(() => clock.nowMs());
  useEffect(
    () => clock.onTick((now) => setNowMs((shown) => (minuteOf(now) === minuteOf(shown) ? shown : now))),
    [clock],
  );
  return nowMs;
}

function minuteOf(ms: number): number {
  return Math.floor(ms / 60_000);
}
