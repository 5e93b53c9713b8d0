import { lazy, Suspense, useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles.layer.css';
import './style/tokens.css';
import './style/base.css';
import { EmptyState } from './parts/empty-state.tsx';
import { ErrorBoundary } from './parts/error-boundary.tsx';
import { SafeScreen } from './parts/safe-screen.tsx';
import { DeskScreen } from './screens/desk/desk-screen.tsx';
import { HomeScreen } from './screens/home/home-screen.tsx';
import { Everywhere } from './screens/everywhere.tsx';
import { LockGuard } from './screens/people/lock-guard.tsx';
import { StaffFrame } from './screens/staff-frame.tsx';
import { StoresContext, useStores, useText, useUi } from './store/hooks.ts';
import { adoptScreenFont } from './style/fonts.ts';
import { theme } from './style/theme.ts';
import type { ReactNode } from 'react';
import type { DeviceRole } from '../shared/sync/messages.ts';
import type { Stores } from './store/hooks.ts';

type Screen = () => ReactNode;

/** Screens that a page loads when it shows them, and all once it stands: without its host it must still be able to. */
const loads: Readonly<Record<string, () => Promise<{ readonly default: Screen }>>> = {
  kiosk: async () => ({ default: (await import('./screens/kiosk/kiosk-screen.tsx')).KioskScreen }),
  display: async () => ({ default: (await import('./screens/display/display-screen.tsx')).DisplayScreen }),
  hall: async () => ({ default: (await import('./screens/hall/hall-screen.tsx')).HallScreen }),
  head: async () => ({ default: (await import('./screens/head/head-screen.tsx')).HeadScreen }),
  money: async () => ({ default: (await import('./screens/money/money-screen.tsx')).MoneyScreen }),
  settings: async () => ({
    default: (await import('./screens/settings/settings-screen.tsx')).SettingsScreen,
  }),
  health: async () => ({ default: (await import('./screens/settings/health-screen.tsx')).HealthScreen }),
  papers: async () => ({ default: (await import('./screens/papers/papers-screen.tsx')).PapersScreen }),
  sync: async () => ({ default: (await import('./screens/sync/sync-screen.tsx')).SyncScreen }),
  outage: async () => ({ default: (await import('./screens/outage/outage-screen.tsx')).OutageScreen }),
};

const routes: Readonly<Record<string, Screen>> = {
  desk: DeskScreen,
  ...Object.fromEntries(Object.entries(loads).map(([page, load]) => [page, lazy(load)])),
};

// The screen of this address is on its way while the page is still being opened.
void loads[pageName()]?.();

/** What the page needs to start. `nonce` is this load's CSP nonce; `onBug` writes the log. */
export type AppProps = {
  readonly stores: Stores;
  readonly nonce: string;
  readonly onBug?: (error: unknown) => void;
};

/** One page of the product: chooses the screen by the part of the address after `#/`. */
export function App({ stores, nonce, onBug = logBug }: AppProps) {
  useLayoutEffect(adoptScreenFont, []);
  useEffect(loadTheOthers, []);
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={() => nonce}>
      <StoresContext value={stores}>
        <Guarded onBug={onBug} />
      </StoresContext>
    </MantineProvider>
  );
}

function Guarded({ onBug }: { readonly onBug: (error: unknown) => void }) {
  const text = useText();
  const page = usePage();
  useLooksOnPage();
  const title = titleOf(page, text.common.pages);
  useEffect(() => {
    document.title = `${title} – ${text.common.appName}`;
  }, [title, text]);
  const { role } = useStores().host.hello().device;
  const Screen = mayOpen(role, page) ? (routes[page] ?? HomeScreen) : NotHere;
  return (
    <ErrorBoundary
      key={page}
      onBug={onBug}
      safe={(error) => (
        <SafeScreen error={error} text={text.common.safe} onReload={() => window.location.reload()} />
      )}
    >
      <LockGuard>
        <Suspense fallback={null}>
          <Screen />
        </Suspense>
        <Everywhere page={page} />
      </LockGuard>
    </ErrorBoundary>
  );
}

/** Pages that not every machine opens. */
const bound: readonly string[] = ['kiosk', 'desk', 'display', 'hall', 'head', 'money'];

/** What a machine is enrolled for: a kiosk or a display holds no dossiers and opens no clerk's page. */
function mayOpen(role: DeviceRole, page: string): boolean {
  if (!bound.includes(page)) return true;
  return role === 'all' || role === page || (role === 'desk' && page !== 'kiosk');
}

/** Stands in the place of a page that this machine is not enrolled for. */
function NotHere() {
  const { notHere } = useText().common;
  return (
    <StaffFrame page="home">
      <EmptyState icon="warning" title={notHere.title} line={notHere.todo} />
    </StaffFrame>
  );
}

function titleOf(page: string, pages: Readonly<Record<string, string>>): string {
  return (Object.hasOwn(routes, page) ? pages[page] : pages['home']) ?? '';
}

/** Name of the page in the address: "#/desk" and "#/desk/anything" give "desk". */
function usePage(): string {
  return useSyncExternalStore(onHashChange, pageName);
}

function pageName(): string {
  return window.location.hash.replace(/^#\/?/, '').split(/[/?]/)[0] ?? '';
}

function loadTheOthers(): () => void {
  const waiting = requestIdleCallback(() => Object.values(loads).forEach((load) => void load()));
  return () => cancelIdleCallback(waiting);
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Language, contrast and text size stand on <html>, where the style sheets and screen readers look. */
function useLooksOnPage(): void {
  const lang = useUi((ui) => ui.lang);
  const contrast = useUi((ui) => ui.contrast);
  const size = useUi((ui) => ui.text);
  useLayoutEffect(() => mark(lang, contrast, size), [lang, contrast, size]);
}

function mark(lang: string, contrast: string, size: string): void {
  const { documentElement: html } = document;
  html.lang = lang;
  html.dataset['contrast'] = contrast;
  html.dataset['text'] = size;
}

function logBug(error: unknown): void {
  console.error(error);
}
