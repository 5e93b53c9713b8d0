// How to speak with the district: the version both sides know, the packing it takes, the level it is.
import { OLDEST_PROTOCOL, PROTOCOL_VERSION } from '../../../shared/sync/messages.ts';

/** Packings of request bodies; every district takes gzip. */
type Encoding = 'zstd' | 'gzip';

/** What the district's answers have told so far. */
export type Speech = {
  /** The version of the next request. */
  readonly protocol: () => number;
  /** Packing of the next request's body. */
  readonly encoding: () => Encoding;
  /** Name of the level that answers; null before it said so. */
  readonly level: () => string | null;
  /** A good answer came with these headers. */
  readonly heard: (headers: Headers) => void;
  /** The version was refused; the fault stands unless the next request, in the version told here, goes. */
  readonly versionRefused: (headers: Headers) => VersionFault;
  /** The packing was refused, by the district or by something on the way. */
  readonly packingRefused: () => void;
};

/** No common version: the district is older or newer; `detail` is its own. */
type VersionFault = {
  readonly code: 'district-older' | 'district-newer';
  readonly answered: true;
  readonly detail: string;
};

/** Begins with the own version and with gzip. */
export function createSpeech(): Speech {
  let protocol = PROTOCOL_VERSION;
  let encoding: Encoding = 'gzip';
  let refused = false;
  let level: string | null = null;
  return {
    protocol: () => protocol,
    encoding: () => encoding,
    level: () => level,
    heard: (headers) => {
      // A newer district answers in the version it was asked in; an older one of version 1 names none.
      protocol = Math.max(OLDEST_PROTOCOL, Math.min(PROTOCOL_VERSION, theirVersion(headers)));
      level = headers.get('x-motcua-level')?.slice(0, 60) ?? level;
      const taken = headers.get('accept-encoding') ?? '';
      encoding = !refused && /\bzstd\b/.test(taken) ? 'zstd' : 'gzip';
    },
    versionRefused: (headers) => {
      const theirs = theirVersion(headers);
      const older = theirs < PROTOCOL_VERSION;
      if (older && theirs >= OLDEST_PROTOCOL) protocol = theirs;
      return { code: older ? 'district-older' : 'district-newer', answered: true, detail: `${theirs}` };
    },
    packingRefused: () => {
      refused = true;
      encoding = 'gzip';
    },
  };
}

/** The version a district names; those of version 1 name none. */
function theirVersion(headers: Headers): number {
  const named = Number(headers.get('x-motcua-protocol') ?? 1);
  return Number.isInteger(named) && named >= 0 ? named : 1;
}
