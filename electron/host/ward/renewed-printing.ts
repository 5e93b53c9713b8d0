import type { Printing } from '../printing.ts';

/** Printing that takes other printers while the host runs. */
export type RenewedPrinting = Printing & {
  /** Ends what prints, as a stop of the host does, and goes on with the ward's printers of now. */
  readonly renew: () => Promise<void>;
};

/** Opens printing so that it can be opened anew: what is asked for meanwhile waits. */
export async function openRenewedPrinting(open: () => Promise<Printing>): Promise<RenewedPrinting> {
  let current = await open();
  let ready = Promise.resolve(current);
  return {
    print: async (job) => (await ready).print(job),
    cancel: async (jobId) => (await ready).cancel(jobId),
    askPrinters: async () => (await ready).askPrinters(),
    jobs: () => current.jobs(),
    printers: () => current.printers(),
    close: async () => (await ready).close(),
    renew: async () => {
      ready = ready.then(async (old) => {
        await old.close();
        current = await open();
        return current;
      });
      await ready;
    },
  };
}
