/** Printers of the operating system, as a shell that has a window reaches them. */
export type SystemPrinters = {
  /** Names of all printers. */
  readonly names: () => Promise<readonly string[]>;
  /** Hands a PDF to a printer at its own size, without a dialog; rejects with what the system says. */
  readonly print: (printer: string, pdf: Uint8Array, media: 'A4' | 'A5') => Promise<void>;
};
