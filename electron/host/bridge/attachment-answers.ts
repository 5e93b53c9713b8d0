// What the host answers about scans and photos.
import type { AttachmentAnswers } from '../../../shared/bridge/attachments.ts';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { Answers } from './host-parts.ts';

/** The methods about attachments; bytes are encrypted, so that no session is asked for. */
export function aboutAttachments(store: AttachmentStore): Pick<Answers, keyof AttachmentAnswers> {
  return {
    'attachment-put': ({ sha256, total, offset, data }) =>
      store.put({ sha256, total, offset, bytes: Buffer.from(data, 'base64') }),
    'attachment-get': ({ sha256, offset }) => store.get(sha256, offset),
  };
}
