/// <reference types="vite/client" />
// One screen over a fake world. In the address:
//   ?screen=kiosk|display|desk|head|settings|health   &lang=en  &contrast=high  &text=big  &clerk=lan  &counter=q1
//   &queue=40 tickets issued beforehand  &calls=8 calls beforehand  &printer=failing  &host=gone  &district=offline
//   &trouble=<code> every act fails with it  &empty=catalogue  &hold=acts|prints
// In the console: window.dev.{world,stores}.
import { MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '../../../renderer/style/tokens.css';
import catalogue from '../../../build/demo/catalogue.json';
import ward from '../../../build/demo/ward.json';
import { StoresContext } from '../../../renderer/store/hooks.ts';
import { fontFaceCss } from '../../../shared/slip/fonts.ts';
import { createFakeWorld } from '../fake-world.ts';
import { devStores } from './dev-stores.ts';
import { fillQueue } from './fill-queue.ts';
import type { ComponentType } from 'react';
import type { Catalogue } from '../../../shared/law/procedure.ts';
import type { Stores } from '../../../renderer/store/hooks.ts';
import type { FakeControl } from '../fake-world.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';

const asked = new URLSearchParams(location.search);
/** A Friday morning at the ward. */
const START_MS = Date.UTC(2026, 5, 5, 1, 14);

const screens = import.meta.glob<Record<string, ComponentType>>('../../../renderer/screens/*/*-screen.tsx');

async function open(): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `${fontFaceCss('Be Vietnam Pro')} body { margin: 0; font-family: var(--font); color: var(--ink); background: var(--ground); }`,
  );
  document.adoptedStyleSheets.push(sheet);
  const whole = catalogue as unknown as Catalogue;
  const world = createFakeWorld({
    ward: ward as unknown as WardConfig,
    catalogue: asked.get('empty') === 'catalogue' ? { ...whole, fields: [], procedures: [] } : whole,
    nowMs: START_MS,
    live: true,
  });
  await fillQueue(world, Number(asked.get('queue') ?? 0), Number(asked.get('calls') ?? 0));
  const stores = devStores(world, asked);
  setUp(world.control, stores);
  const clerk = ward.clerks.find(({ id }) => id === asked.get('clerk'));
  if (clerk) await stores.session.getState().signIn(clerk.id, clerk.pin, asked.get('counter') ?? 'q1');
  Object.assign(window, { dev: { world, stores } });
  const screen = await screenNamed(asked.get('screen') ?? 'kiosk');
  createRoot(document.querySelector('#app') ?? document.body).render(
    createElement(
      MantineProvider,
      null,
      createElement(StoresContext, { value: stores }, createElement(screen)),
    ),
  );
}

function setUp(control: FakeControl, { ui: store }: Stores): void {
  const ui = store.getState();
  if (asked.get('printer') === 'failing') control.setPrinter('failing');
  if (asked.get('host') === 'gone') control.setHost(false);
  if (asked.get('district') === 'offline') control.setDistrict('offline');
  const trouble = asked.get('trouble');
  if (trouble !== null) control.setTrouble({ code: trouble });
  if (asked.get('hold') === 'acts') control.holdActs(true);
  if (asked.get('hold') === 'prints') control.holdPrints(true);
  if (asked.get('lang') === 'en') ui.setLang('en');
  if (asked.get('text') === 'big') ui.setText('big');
  if (asked.get('contrast') === 'high') ui.setContrast('high');
  showLooks(store.getState());
  store.subscribe(showLooks);
}

/** As app.tsx does. */
function showLooks({ lang, contrast, text }: ReturnType<Stores['ui']['getState']>): void {
  document.documentElement.lang = lang;
  Object.assign(document.documentElement.dataset, { contrast, text });
}

async function screenNamed(name: string): Promise<ComponentType> {
  const path = Object.keys(screens).find((one) => one.endsWith(`/${name}-screen.tsx`));
  const load = path === undefined ? undefined : screens[path];
  const found = load && Object.entries(await load()).find(([exported]) => exported.endsWith('Screen'))?.[1];
  return found ?? (() => createElement('p', null, `no screen ${name}`));
}

void open();
