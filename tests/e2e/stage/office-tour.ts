// The clerk's pages and dialogs one after another, in any language; whoever walks them says what is done at each.
import { expect } from 'vitest';
import { clerkMenu, SLOW_MS } from './stage.ts';
import type { Page } from 'playwright-core';
import type { messages } from '../../../shared/text/messages/index.ts';

/** The product's words in one language. */
export type Words = (typeof messages)['vi'];
/** Looks at what the page shows now; `state` names it. */
export type Look = (state: string) => Promise<void>;

const first = (page: Page, name: string | RegExp, exact = true) =>
  page.getByRole('button', { name, exact }).first();
const named = (beginning: string): RegExp =>
  new RegExp(`^${beginning.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
const press = (page: Page, name: string | RegExp) => first(page, name).click({ timeout: SLOW_MS });

async function goTo(page: Page, hash: string, heading: string): Promise<void> {
  await page.evaluate((to) => (window.location.hash = to), hash);
  await page.getByRole('heading', { name: heading, level: 1 }).first().waitFor({ timeout: SLOW_MS });
}

/** Four steps, each refused once where it can be, each checked. */
export async function receiveTour(page: Page, { desk: { intake, slips } }: Words, look: Look): Promise<void> {
  const next = page.getByRole('button', { name: intake.next });
  const at = (step: 1 | 2 | 3 | 4) =>
    page
      .getByRole('heading', { name: intake.stepLabel(step, intake.steps[step]) })
      .waitFor({ timeout: SLOW_MS });
  await at(1);
  await next.click();
  await look('step 1 refused');
  await page
    .getByRole('group', { name: intake.person.owner })
    .getByLabel(intake.person.name)
    .fill('Đặng Thị Hòa');
  await next.click();
  await at(2);
  await page.getByRole('combobox', { name: intake.procedure.label }).fill('1.004873');
  await look('step 2');
  await page.keyboard.press('Enter');
  await at(3);
  await next.click();
  await look('step 3 refused');
  await page.getByRole('button', { name: intake.papers.all }).click();
  await next.click();
  await at(4);
  await look('step 4');
  await page.getByRole('button', { name: intake.receive }).click();
  await expect
    .poll(() => page.getByText(slips.states.confirmed, { exact: true }).count(), { timeout: SLOW_MS })
    .toBe(2);
  await look('received');
}

/** From the page of a dossier just received: its payment, refused once, then taken. */
export async function payTour(page: Page, { money }: Words, look: Look): Promise<void> {
  await page.keyboard.press('Shift+F4');
  const form = page.getByRole('form', { name: money.pay.form });
  const shift = page.getByRole('button', { name: money.shift.open });
  await form.or(shift).waitFor({ timeout: SLOW_MS });
  if (await shift.isVisible()) {
    await look('received, no shift yet');
    await page.getByLabel(money.shift.openingCash).fill('100000');
    await shift.click();
  }
  await form.waitFor({ timeout: SLOW_MS });
  await page.keyboard.press('Enter');
  await form.getByText(money.pay.errors(1)).waitFor({ timeout: SLOW_MS });
  await look('received, a payment refused');
  await page.keyboard.type('15000');
  await page.keyboard.press('Tab');
  // As fast as people can: a text without a pause is taken for a scan.
  await page.keyboard.type('NQ 12/2026/NQ-HĐND', { delay: 60 });
  await page.keyboard.press('Enter');
  const fees = page.getByRole('region', { name: money.pay.title });
  await fees.getByText(money.standing.paid, { exact: true }).waitFor({ timeout: SLOW_MS });
  await look('received, paid');
}

/** From the register with a dossier open: its scans, its correction, the two menus of the header, the dialogs. */
export async function registerTour(page: Page, text: Words, look: Look): Promise<void> {
  const { desk, filings, papers, find, common } = text;
  const scans = page.getByRole('region', { name: desk.intake.more.attachments.title });
  const pdf = { mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') };
  await scans.locator('input[type=file]').setInputFiles([{ name: 'giấy chứng sinh.pdf', ...pdf }]);
  await scans.getByText('giấy chứng sinh.pdf').first().waitFor({ timeout: SLOW_MS });
  await press(page, named(desk.intake.more.attachments.remove('')));
  await look('a dossier, its scans');
  await press(page, filings.correction.open);
  await page.getByLabel(filings.correction.reason).fill('Chọn nhầm thủ tục');
  await press(page, desk.register.filter);
  await look('a dossier, its correction and the filters');
  await press(page, common.nav.more);
  await look('the rarer pages');
  await page.keyboard.press('Escape');
  await clerkMenu(page).click();
  await page.getByRole('button', { name: desk.top.signOut }).waitFor();
  await look('the clerk’s menu');
  await page.keyboard.press('Escape');
  for (const name of [papers.books.open, filings.bulk.start]) {
    await press(page, name);
    await page.getByRole('dialog').waitFor({ timeout: SLOW_MS });
    await look(`dialog ${name}`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: find.label }).fill('khai sinh');
  await page.getByRole('option').first().waitFor({ timeout: SLOW_MS });
  await look('the search from anywhere');
  await page.keyboard.press('Escape');
}

/** Filings: the list, one typed wrong, an import with faults, one filing with its answer. */
export async function filingsTour(page: Page, { filings }: Words, look: Look): Promise<void> {
  const { form, file, answer } = filings;
  await page
    .getByRole('button', { name: named(filings.view) })
    .first()
    .click();
  await press(page, filings.add);
  await press(page, form.save);
  await page.getByText(form.errors.portalCode).first().waitFor({ timeout: SLOW_MS });
  await look('filings, one typed');
  await press(page, filings.back);
  await press(page, filings.import);
  const code = `H26-${(await page.evaluate(() => document.documentElement.lang)) === 'vi' ? '1' : '2'}`;
  const lines = [
    'Mã hồ sơ;Mã thủ tục;Ngày nộp;Người nộp;Cột lạ',
    `${code};1.004873;01/06/2026 08:20;Trần Thị Trực Tuyến;x`,
    `${code}9;9.999999;01/06/2026;Người Thứ Hai;x`,
  ];
  const csv = { name: 'cong.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}`) };
  await page.getByLabel(file.choose).first().setInputFiles([csv]);
  await page.getByText(file.ready(1)).waitFor({ timeout: SLOW_MS });
  await look('filings, an import');
  await press(page, file.go(1));
  await page.getByText(file.done(1)).waitFor({ timeout: SLOW_MS });
  await press(page, filings.back);
  await press(page, named(filings.openRow(code)));
  await press(page, filings.turnBack);
  await press(page, answer.turnBack);
  await page.getByRole('alert').first().waitFor({ timeout: SLOW_MS });
  await look('filings, an answer refused');
}

/** A reception that is left: a draft, the note about it, the covered page. */
export async function lockTour(page: Page, { desk, people }: Words, look: Look): Promise<void> {
  await page.keyboard.press('F4');
  const owner = page.getByRole('group', { name: desk.intake.person.owner });
  await owner.getByLabel(desk.intake.person.name).fill('Người Để Sau');
  await page.getByText(desk.intake.more.drafts.keeping.kept).waitFor({ timeout: SLOW_MS });
  await press(page, desk.intake.more.drafts.park);
  await page
    .getByRole('button', { name: named(desk.intake.more.drafts.resume) })
    .first()
    .waitFor({ timeout: SLOW_MS });
  await look('a draft that waits');
  await page.keyboard.press('Control+l');
  const covered = page.getByRole('dialog', { name: people.lock.title });
  await covered.waitFor({ timeout: SLOW_MS });
  await look('locked');
  await covered.getByRole('button', { name: people.lock.other }).click();
  await look('locked, somebody else');
  await covered.getByRole('button', { name: people.lock.back }).click();
}

/** Money with a shift: a slip, its cancelling before the second person, the count, the shifts. */
export async function moneyTour(page: Page, { money, people }: Words, look: Look): Promise<void> {
  await goTo(page, '#/money', money.title);
  await page
    .getByRole('button', { name: named(money.list.openSlip('')) })
    .first()
    .click({ timeout: SLOW_MS });
  await press(page, money.slip.cancel);
  await page.getByLabel(money.slip.reason).fill('Thu nhầm');
  await look('money, a slip to be cancelled');
  await press(page, money.slip.cancelSubmit);
  const dialog = page.getByRole('dialog', { name: people.approve.title });
  await dialog.waitFor({ timeout: SLOW_MS });
  await press(page, people.approve.submit);
  await look('money, the second person');
  await dialog.getByRole('button', { name: people.approve.cancel }).click();
  await page.getByRole('button', { name: money.slip.close }).click();
  await press(page, money.shift.close);
  await page.getByLabel(money.count.notesOf('500.000')).fill('3');
  await look('money, the count');
}

/** Pages of a signed-in clerk beside the desk: papers, outages, settings in all parts. */
export async function pagesTour(page: Page, text: Words, look: Look): Promise<void> {
  const { papers, outage, settings, people, head } = text;
  await goTo(page, '#/papers', papers.title);
  await page
    .getByRole('table', { name: papers.list.title })
    .getByRole('row')
    .nth(1)
    .waitFor({ timeout: SLOW_MS });
  await look('papers');
  await goTo(page, '#/outage', outage.title);
  await look('outage');
  await goTo(page, '#/head', head.title);
  await look('head, signed in');
  for (const part of ['edit', 'clerks', 'history', 'reads', 'rights', 'keep'] as const) {
    await goTo(page, `#/settings/${part}`, settings.title);
    await page.waitForTimeout(200);
    if (part === 'clerks') {
      await press(page, people.pin.open);
      await press(page, people.pin.submit);
    }
    await look(`settings, ${part}`);
    if (part === 'clerks') await page.keyboard.press('Escape');
  }
}
