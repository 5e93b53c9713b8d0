import { lazy, Suspense, useEffect } from 'react';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useSession, useStores, useText, useUi } from '../../store/hooks.ts';
import { StaffFrame, useNowMs } from '../staff-frame.tsx';
import { ClerkCorner } from './clerk-corner.tsx';
import { SignIn } from './sign-in.tsx';
import type { SignedIn } from '../../../shared/bridge.ts';

const loadInspection = async () => ({ default: (await import('./inspection.tsx')).Inspection });
const Inspection = lazy(loadInspection);
const loadWorkPlace = async () => ({ default: (await import('./work-place.tsx')).WorkPlace });
const WorkPlace = lazy(loadWorkPlace);

/** The clerk's desk: signing in, then the work place. */
export function DeskScreen() {
  const clerk = useSession((session) => session.clerk);
  // On its way while the clerk types the PIN.
  useEffect(() => {
    void loadWorkPlace();
    void loadInspection();
  }, []);
  if (clerk) return <Work clerk={clerk} />;
  return (
    <StaffFrame page="desk" layout="fill">
      <SignIn />
    </StaffFrame>
  );
}

/** At work the connection pill stands at the foot, beside the shortcuts: the height above belongs to the queue and the form. */
function Work({ clerk }: { readonly clerk: SignedIn['clerk'] }) {
  const { host } = useStores();
  const lang = useUi((ui) => ui.lang);
  const { common } = useText();
  const nowMs = useNowMs();
  const { ward } = host.hello();
  return (
    <PageFrame
      page="desk"
      layout="fill"
      unit={lang === 'vi' ? ward.unit : ward.unitEn}
      deskName={lang === 'vi' ? ward.deskName : ward.deskNameEn}
      nowMs={nowMs}
      lang={lang}
      text={common}
      demo={ward.demo}
      pill={null}
      aside={<ClerkCorner />}
    >
      <Suspense fallback={null}>
        {clerk.role === 'inspector' ? <Inspection /> : <WorkPlace clerk={clerk} />}
      </Suspense>
    </PageFrame>
  );
}
