import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles.layer.css';
import './style/tokens.css';
import './style/base.css';
import { EmptyState } from './parts/empty-state.tsx';
import { ErrorBoundary } from './parts/error-boundary.tsx';
import { SafeScreen } from './parts/safe-screen.tsx';
import { DeskScreen } from './screens/desk/desk-screen.tsx';
import { DisplayScreen } from './screens/display/display-screen.tsx';
import { HeadScreen } from './screens/head/head-screen.tsx';
import { HomeScreen } from './screens/home/home-screen.tsx';
import { KioskScreen } from './screens/kiosk/kiosk-screen.tsx';
import { HealthScreen } from './screens/settings/health-screen.tsx';
import { SettingsScreen } from './screens/settings/settings-screen.tsx';
import { SyncScreen } from './screens/sync/sync-screen.tsx';
import { StaffFrame } from './screens/staff-frame.tsx';
import { StoresContext, useStores, useText, useUi } from './store/hooks.ts';
import { adoptScreenFont } from './style/fonts.ts';
import { theme } from './style/theme.ts';
import type { ReactNode } from 'react';
import type { DeviceRole } from '../shared/sync/messages.ts';
import type { Stores } from './store/hooks.ts';

const routes: Readonly<Record<string, () => ReactNode>> = {
  kiosk: KioskScreen,
  desk: DeskScreen,
  display: DisplayScreen,
  head: HeadScreen,
  settings: SettingsScreen,
  health: HealthScreen,
  sync: SyncScreen,
};

/** What the page needs to start. `nonce` is this load's CSP nonce; `onBug` writes the log. */
export type AppProps = {
  readonly stores: Stores;
  readonly nonce: string;
  readonly onBug?: (error: unknown) => void;
};

/** One page of the product: chooses the screen by the part of the address after `#/`. */
export function App({ stores, nonce, onBug = logBug }: AppProps) {
  useLayoutEffect(adoptScreenFont, []);
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
      <Screen />
    </ErrorBoundary>
  );
}

/** What a machine is enrolled for: a kiosk or a display holds no dossiers and opens no clerk's page. */
function mayOpen(role: DeviceRole, page: string): boolean {
  if (page !== 'kiosk' && page !== 'desk' && page !== 'display' && page !== 'head') return true;
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
  return useSyncExternalStore(
    onHashChange,
    () => window.location.hash.replace(/^#\/?/, '').split(/[/?]/)[0] ?? '',
  );
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
