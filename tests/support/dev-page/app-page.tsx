/// <reference types="vite/client" />
// The whole App over a fake world; screens by the hash, e.g. /app.html?dossiers=12#/head. Besides what index.html takes:
//   &dossiers=N received beforehand, some handed over, ready or overdue   &figures=same|differ of the level above
//   &disk=low|stop  &clock=MS ahead of us  &fault=<code> of the uplink  &quarantined=N  &journal=<code>  &lacks=N at the host
import { createRoot } from 'react-dom/client';
import catalogue from '../../../build/demo/catalogue.json';
import ward from '../../../build/demo/ward.json';
import { App } from '../../../renderer/app.tsx';
import { createFakeWorld } from '../fake-world.ts';
import { devStores } from './dev-stores.ts';
import { fillDossiers } from './fill-dossiers.ts';
import { fillQueue } from './fill-queue.ts';
import { withStatus } from './with-status.ts';
import type { Catalogue } from '../../../shared/law/procedure.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';

const asked = new URLSearchParams(location.search);
/** A Friday morning at the ward. */
const START_MS = Date.UTC(2026, 5, 5, 1, 14);

async function open(): Promise<void> {
  const world = createFakeWorld({
    ward: ward as unknown as WardConfig,
    catalogue: catalogue as unknown as Catalogue,
    nowMs: START_MS,
    live: true,
  });
  await fillDossiers(world, Number(asked.get('dossiers') ?? 0));
  await fillQueue(world, Number(asked.get('queue') ?? 0), Number(asked.get('calls') ?? 0));
  if (asked.get('printer') === 'failing') world.control.setPrinter('failing');
  const state = asked.get('district');
  if (state === 'offline' || state === 'refused' || state === 'not-enrolled')
    world.control.setDistrict(state);
  if (asked.has('late')) await fillQueue(world, 3, 0);
  if (asked.get('host') === 'gone') world.control.setHost(false);
  const stores = devStores({ ...world, deps: { ...world.deps, host: withStatus(world.deps, asked) } }, asked);
  const ui = stores.ui.getState();
  if (asked.get('lang') === 'en') ui.setLang('en');
  if (asked.get('text') === 'big') ui.setText('big');
  if (asked.get('contrast') === 'high') ui.setContrast('high');
  const clerk = ward.clerks.find(({ id }) => id === asked.get('clerk'));
  if (clerk) await stores.session.getState().signIn(clerk.id, clerk.pin, asked.get('counter') ?? 'q1');
  Object.assign(window, { dev: { world, stores } });
  createRoot(document.querySelector('#app') ?? document.body).render(
    <App stores={stores} nonce={asked.get('nonce') ?? ''} />,
  );
}

void open();
