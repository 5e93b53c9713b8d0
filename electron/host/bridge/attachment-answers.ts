// What the host answers about scans and photos.
import { setTimeout as sleep } from 'node:timers/promises';
import { err } from '../../../shared/basics/result.ts';
import type { AttachmentAnswers } from '../../../shared/bridge/attachments.ts';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { HandUp } from '../attachments/hand-up.ts';
import type { Answers } from './host-parts.ts';

/** How long a page waits for a file that another machine brought; it comes meanwhile, and the next question finds more of it. */
const PATIENCE_MS = 8000;

/** The methods about attachments; bytes are encrypted, so that no session is asked for. */
export function aboutAttachments(
  store: AttachmentStore,
  above: Pick<HandUp, 'fetch'> | null,
): Pick<Answers, keyof AttachmentAnswers> {
  return {
    'attachment-put': ({ sha256, total, offset, data }) =>
      store.put({ sha256, total, offset, bytes: Buffer.from(data, 'base64') }),
    'attachment-get': async ({ sha256, offset }) => {
      const own = await store.get(sha256, offset);
      if (own.ok || own.error.code !== 'attachment-away' || !above) return own;
      const fetched = await Promise.race([
        above.fetch(sha256),
        sleep(PATIENCE_MS, err({ code: 'attachment-coming' }), { ref: false }),
      ]);
      return fetched.ok ? store.get(sha256, offset) : fetched;
    },
  };
}
