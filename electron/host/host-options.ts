// What a host is started with and what it offers: the shapes that its parts and both shells share.
import type { Result } from '../../shared/basics/result.ts';
import type { BridgeFault, BridgeNews, HostStatus } from '../../shared/bridge.ts';
import type { FolderFault } from './data-folder.ts';
import type { DrillCommand } from './drill/drill-program.ts';
import type { DrillWorld } from './drill/drill-world.ts';
import type { SecretStore } from './keys/secrets.ts';
import type { PdfPrinter } from './print/print-pdf.ts';
import type { SystemPrinters } from './print/system/system-printers.ts';
import type { SettingsFault } from './settings.ts';

/** How a host is started. */
export type HostOptions = {
  readonly dataDir: string;
  /** A ward file to use instead of the folder's own; null: none named. */
  readonly wardFile: string | null;
  /** Folder with `ward.json` and `catalogue.json` of the demo ward. */
  readonly demoDir: string;
  /** Folder with the bundled `.woff2` files. */
  readonly fontsDir: string;
  readonly districtUrl: string | null;
  readonly enrolCode: string | null;
  readonly shell: 'electron' | 'browser';
  readonly appVersion: string;
  /** The system's key store; without one, secrets are files that only their owner may read. */
  readonly secretStore?: SecretStore | null;
  /** The shell's own way to make PDFs; without one, a Chromium of this machine. */
  readonly pdfPrinter?: PdfPrinter;
  /** Printers of the operating system; without a window there are none. */
  readonly systemPrinters?: SystemPrinters;
  /** True for the host of a drill [G05]. */
  readonly drill?: boolean;
  /** How this program starts a drill beside itself; without it there is none. */
  readonly drillCommand?: DrillCommand;
  readonly now?: () => Date;
  readonly random?: () => number;
  readonly freeBytes?: (folder: string) => Promise<number>;
  readonly timing?: {
    readonly timeoutMs?: number;
    readonly lookEveryMs?: number;
    readonly claimTimeoutMs?: number;
  };
};

/** A running host. */
export type Host = {
  /**
   * Answers one call of a page; parameters are checked against the door's schemas first. `page` tells the callers apart:
   * one object per socket or window; without one, the caller is the same page each time.
   */
  readonly handle: (method: unknown, params: unknown, page?: object) => Promise<Result<unknown, BridgeFault>>;
  /** A page has ended: the epoch it wrote is free [J11]. */
  readonly gone: (page: object) => void;
  /** Called for each piece of news; returns how to stop. */
  readonly onNews: (listener: (news: BridgeNews) => void) => () => void;
  readonly status: () => HostStatus;
  /** In a drill: what the trainer takes away. */
  readonly drill?: DrillWorld | null;
  /** Resolves once the district has answered or failed for the first time; at once when there is none. */
  readonly settled: Promise<void>;
  /** Finishes appends, signs heads, ends children, lets the folder go. */
  readonly close: () => Promise<void>;
};

/** Why a host does not start. */
export type HostFault = FolderFault | SettingsFault;
