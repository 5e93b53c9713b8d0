import { lazy, Suspense, useEffect } from 'react';
import { useFind, useSession, useStores } from '../store/hooks.ts';

const loadOverlay = async () => ({ default: (await import('./search/search-overlay.tsx')).SearchOverlay });
const loadPanel = () => import('./outage/drill-panel.tsx');
const SearchOverlay = lazy(loadOverlay);
const DrillBanner = lazy(async () => ({ default: (await loadPanel()).DrillBanner }));
const DrillPanel = lazy(async () => ({ default: (await loadPanel()).DrillPanel }));

/** Pages that citizens stand before: nothing of the staff opens there. */
const OPEN_PAGES: readonly string[] = ['kiosk', 'display'];

/** What stands on every page beside its screen: the search of a signed-in clerk, and in a drill its banner and panel. */
export function Everywhere({ page }: { readonly page: string }) {
  const { host } = useStores();
  const isDrill = host.hello().drill === true;
  const isStaff = !OPEN_PAGES.includes(page);
  const open = useFind((find) => find.open);
  useSearchKey(isStaff);
  // Without its host the page must still be able to search.
  useEffect(() => {
    const waiting = requestIdleCallback(() => void loadOverlay());
    return () => cancelIdleCallback(waiting);
  }, []);
  return (
    <Suspense fallback={null}>
      {isDrill && <DrillBanner />}
      {isDrill && isStaff && <DrillPanel />}
      {isStaff && open && <SearchOverlay />}
    </Suspense>
  );
}

/** Ctrl+K opens the search wherever the keys go, but behind an open dialog. */
function useSearchKey(isStaff: boolean): void {
  const show = useFind((find) => find.show);
  const { device } = useStores().host.hello();
  const signedIn = useSession((session) => session.clerk !== null);
  const may = isStaff && signedIn && device.role !== 'kiosk' && device.role !== 'display';
  useEffect(() => {
    if (!may) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      if (document.querySelector('dialog[open]') === null) show();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [may, show]);
}
