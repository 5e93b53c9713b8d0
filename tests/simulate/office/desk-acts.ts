// What clerks do at a desk beside the life of a dossier: money, filings, corrections, reasons of delay, settings, reading.
import { decideDelay } from '../../../shared/decide/life/delay.ts';
import { prepareCorrection } from '../../../shared/decide/life/correct.ts';
import { decideFiling } from '../../../shared/decide/life/filing.ts';
import { paperNamespace, paperNumber } from '../../../shared/decide/life/paper-numbers.ts';
import { readLogSubject } from '../../../shared/project/office/read-log.ts';
import { settingSubject } from '../../../shared/project/office/settings.ts';
import { toIso } from '../../../shared/basics/time.ts';
import { birthForm, demoCatalogue, demoWard } from '../../support/demo.ts';
import { lifeWorld } from '../life-acts.ts';
import { PERSONS, receive, withNumber } from '../numbered-acts.ts';
import { met, newId, violated } from '../world.ts';
import { rowsIn } from './desk-rows.ts';
import { moneyAct } from './money-acts.ts';
import type { FilingWish } from '../../../shared/decide/life/filing.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { Filing } from '../../../shared/project/filings.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Setting } from '../numbered-acts.ts';

const [catalogue, ward] = [demoCatalogue(), demoWard()];

const FILED = {
  procedure: { code: '1', name: 'n', fieldId: 'f', fieldName: 'F' },
  channel: 'online',
  officerName: 'Lan',
} as const;

/** One act at the desk. */
export function deskAct(setting: Setting): void {
  const kind = setting.world.dice.below(100);
  if (kind < 52) moneyAct(setting);
  else if (kind < 62) file(setting);
  else if (kind < 72) answer(setting);
  else if (kind < 80) accept(setting);
  else if (kind < 92) correct(setting);
  else beside(setting);
}

/** The clerks of a history keep steps that need no second role. */
function worldOf({ world, nowMs }: Setting) {
  return { ...lifeWorld(world.dice, nowMs), role: 'reception' as const };
}

/** A line of the portal's export; one that stands here already is left out, as in renderer/db/filings [LC16]. */
function file(setting: Setting): void {
  const { world, page, nowMs, commit } = setting;
  const portalCode = `P${world.dice.below(12)}`;
  if (rowsIn(page, 'filing').some(({ state }) => state?.portalCode === portalCode))
    return met(world, 'a filing stands already');
  const filedAt = toIso(nowMs - world.dice.below(48 * 3_600_000));
  const wish = { act: 'file', ...FILED, portalCode, filedAt } as const;
  const id = newId(world, 'filing');
  const sealed = { keyId: id, iv: '', ct: '' };
  const fact = decideFiling(undefined, id, wish, worldOf(setting), sealed);
  met(world, `filing: ${fact.ok ? 'registered' : fact.error.code}`);
  if (fact.ok) commit(world, page, [fact.value], []);
}

/** Some filing that stands here, mostly one that waits for an answer. */
function someFiling({ world, page }: Setting): Folded<Filing> | undefined {
  const rows = rowsIn(page, 'filing');
  const open = rows.filter(({ state }) => state?.status === 'filed' || state?.status === 'incomplete');
  return world.dice.pick(world.dice.chance(0.85) ? open : rows);
}

const OPEN: readonly string[] = ['filed', 'incomplete'];

function answer(setting: Setting): void {
  const { world, page, nowMs } = setting;
  const chosen = someFiling(setting);
  const refuses = world.dice.chance(0.25);
  const kind = refuses ? 'refusal' : 'request';
  // What is brought to the counter and turned back at once has no filing yet.
  const isNew = !chosen || world.dice.chance(0.2);
  const id = isNew ? newId(world, 'filing') : chosen.id;
  withNumber(setting, paperNamespace(kind, world.once.dayOf(nowMs)), (place) => {
    const row = page.hall.get(id) as Folded<Filing> | undefined;
    const said = { ...FILED, formNo: paperNumber(place), reason: 'Thiếu giấy tờ' };
    const wish: FilingWish = refuses
      ? { act: 'refuse', ...said, because: 'wrong-authority' }
      : { act: 'turn-back', ...said, items: ['Tờ khai'] };
    const fact = decideFiling(row, id, wish, worldOf(setting));
    const may = row === undefined || OPEN.includes(row.state?.status ?? '');
    if (fact.ok !== may) violated('LC9', `${wish.act} of what is ${row?.state?.status ?? 'not filed'}`);
    met(world, `filing: ${fact.ok ? wish.act : fact.error.code}`);
    return fact.ok ? [fact.value] : null;
  });
}

/** A filing is received in the transaction of its dossier [LC17]. */
function accept(setting: Setting): void {
  const { world, page } = setting;
  const chosen = someFiling(setting);
  if (!chosen) return;
  receive(setting, (dossierId, code) => {
    const row = page.hall.get(chosen.id) as Folded<Filing> | undefined;
    const fact = decideFiling(row, chosen.id, { act: 'receive', dossierId, code }, worldOf(setting));
    const may = OPEN.includes(row?.state?.status ?? '');
    if (fact.ok !== may) violated('LC17', `what is ${row?.state?.status ?? 'not filed'} is received`);
    met(world, `filing: ${fact.ok ? 'accepted' : fact.error.code}`);
    return fact.ok ? [fact.value] : null;
  });
}

/** A wrong reception is corrected; as renderer/db/filings/dossier-changes.ts [LC13]. */
function correct(setting: Setting): void {
  const { world, page, nowMs, commit } = setting;
  const { dice } = world;
  const row = dice.pick([...page.dossiers.values()].slice(-5));
  if (!row?.state || row.state.erasedAt !== null) return;
  const form = birthForm(catalogue, { sets: 1 + dice.below(3), copies: 1 + dice.below(2) });
  const wish = { form, reason: 'Nhập nhầm', approvedBy: dice.chance(0.95) ? 'hoa' : 'lan' };
  const by = { actor: 'lan', role: 'reception', persons: PERSONS } as const;
  const prepared = prepareCorrection(row, wish, { catalogue, ward, nowMs, ...by });
  met(world, `correction: ${prepared.ok ? 'done' : prepared.error.code}`);
  if (!prepared.ok) return;
  if (row.state.correction > 0) met(world, 'corrected again');
  const { body } = prepared.value;
  if (body.correction !== row.state.correction + 1 || wish.approvedBy === 'lan')
    violated('LC13', 'a correction that is not counted, or that nobody agreed to');
  const fact: NewFact = {
    type: 'dossier-corrected',
    subject: row.id,
    parents: row.heads,
    sealed: { keyId: newId(world, 'key'), iv: '', ct: '' },
    body: { ...body, tokens: [dice.pick(['a', 'b', 'c'])?.repeat(32) ?? ''] },
  };
  commit(world, page, [fact], []);
}

/** Facts that are in nobody's way. */
function beside(setting: Setting): void {
  const { world, page, nowMs, commit } = setting;
  const { dice } = world;
  const done = { at: toIso(nowMs), role: 'reception' as const };
  const row = dice.pick([...page.dossiers.values()]);
  const seen = (subject: string) => page.hall.get(subject)?.heads ?? [];
  if (row?.state && dice.chance(0.4)) {
    const fact = decideDelay(row, { because: 'volume', note: `${dice.below(9)}` }, 'reception', nowMs);
    if (!fact.ok) return violated('D10', fact.error.code);
    return commit(world, page, [fact.value], []);
  }
  if (row?.state && dice.chance(0.5)) {
    const day = world.once.dayOf(nowMs);
    const subject = readLogSubject(day, page.host.place.device);
    const read = { day, dossierId: row.id, code: row.state.code, why: 'opened' as const, note: '' };
    const body = { ...read, ...done };
    const fact = { type: 'readlog-noted', subject, parents: seen(subject), sealed: null, body } as const;
    return commit(world, page, [fact], []);
  }
  const setting1 = dice.pick(['queue', 'people']) ?? 'queue';
  const subject = settingSubject(setting1);
  const changed = { before: '{}', after: `{"a":${dice.below(9)}}`, reason: 'r', approvedBy: 'hoa' };
  const body = { setting: setting1, ...changed, ...done };
  commit(world, page, [{ type: 'setting-changed', subject, parents: seen(subject), sealed: null, body }], []);
}
