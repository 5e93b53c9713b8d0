// A person without a pointer: nothing here clicks, and nothing puts the focus anywhere but by keys.
import type { Locator, Page } from 'playwright-core';

/** More presses than any page has places for the focus. */
const MANY = 160;

/** Presses Tab until the focus stands on what is wanted; `back` goes the other way. */
export async function tabTo(page: Page, wanted: Locator, back = false): Promise<void> {
  await wanted.first().waitFor({ timeout: 30_000 });
  for (let press = 0; press < MANY; press += 1) {
    const there = await wanted
      .first()
      .evaluate((element) => element === document.activeElement || element.contains(document.activeElement));
    if (there) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`no way by keys to ${wanted.toString()}`);
}

/** Goes to a button and presses it. */
export async function pressButton(page: Page, wanted: Locator, back = false): Promise<void> {
  await tabTo(page, wanted, back);
  await page.keyboard.press('Enter');
}

/** Goes to a field and types into it, over what stood there. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}
