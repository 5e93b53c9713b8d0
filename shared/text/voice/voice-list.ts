import { z } from 'zod';

const names = z.array(z.string()).max(2000);

/** What a host says of the clips of a region: names without endings, but for files whose name is none of a clip. */
export const voiceListSchema = z.object({ bundled: names, own: names, strange: names });

/** Clips of a region. */
export type VoiceList = z.infer<typeof voiceListSchema>;
