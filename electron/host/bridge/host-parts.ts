// What answers the pages of a host is made of.
import type { Result } from '../../../shared/basics/result.ts';
import type {
  BridgeAnswers,
  BridgeFault,
  BridgeMethod,
  BridgeParams,
  HostStatus,
} from '../../../shared/bridge.ts';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { DiskGuard } from '../disk.ts';
import type { HostOptions } from '../host-options.ts';
import type { HostJournal } from '../journal/host-journal.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Signer, WardKeyKeeper } from '../keys/secrets.ts';
import type { Log } from '../log.ts';
import type { Claims, Page } from '../numbers/claims.ts';
import type { LeaseBook } from '../numbers/leases.ts';
import type { SignInDesk } from '../people/sign-in.ts';
import type { OutageParts } from '../outage/outage-parts.ts';
import type { Printing } from '../printing.ts';
import type { CatalogueKeeper } from '../settings.ts';
import type { DeviceBook } from '../uplink/enrolment.ts';
import type { Uplink } from '../uplink/uplink.ts';
import type { WardKeeper } from '../ward/ward-keeper.ts';
import type { SubjectClaims } from './subject-claims.ts';

/** The parts of a host that answer. */
export type HostParts = {
  readonly options: Pick<HostOptions, 'shell' | 'appVersion' | 'districtUrl' | 'drill'>;
  readonly ward: WardKeeper;
  /** Tells the pages; `printers`: the ward has others now. */
  readonly wardChanged: (printers: boolean) => void;
  readonly catalogue: CatalogueKeeper;
  readonly signer: Signer;
  readonly wardKey: WardKeyKeeper;
  /** Makes the ward key when it is this device's to make. */
  readonly makeWardKey: () => Promise<void>;
  readonly devices: DeviceBook;
  readonly journal: HostJournal;
  readonly claims: Claims;
  readonly subjectClaims: SubjectClaims;
  readonly leases: LeaseBook;
  readonly keys: KeyStore;
  readonly signIn: SignInDesk;
  readonly disk: Pick<DiskGuard, 'release'>;
  readonly attachments: AttachmentStore;
  readonly printing: Printing;
  readonly uplink: Uplink;
  readonly outage: OutageParts;
  readonly status: () => HostStatus;
  readonly log: Log;
};

/** What comes of one method. */
export type Answer<M extends BridgeMethod> = Promise<Result<BridgeAnswers[M], BridgeFault>>;

/** The answer to each method. */
export type Answers = { readonly [M in BridgeMethod]: (params: BridgeParams<M>, page: Page) => Answer<M> };
