// A scanner that types like a keyboard: every sign is a key, some milliseconds apart, and Enter comes last.
import type { Page } from 'playwright-core';

/** Types a text as a keyboard wedge does, letters with marks too, wherever the focus stands. */
export async function wedge(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const sent: Promise<unknown>[] = [];
  for (const sign of text) {
    sent.push(
      session.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        key: sign,
        text: sign,
        unmodifiedText: sign,
      }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: sign }),
    );
  }
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
  sent.push(
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '\r', ...enter }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter }),
  );
  await Promise.all(sent);
  await session.detach();
}
