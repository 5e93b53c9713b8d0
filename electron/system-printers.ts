// Printers of the operating system in Electron: a PDF is shown in a hidden window of its own, and that window is printed
// without a dialog.
import type { SystemPrinters } from './host/print/system/system-printers.ts';
import type { PaperWindow } from './window.ts';

type Deps = {
  /** Opens a hidden window that can show nothing but what `serve` gives it. */
  readonly open: () => PaperWindow;
};

/** Printers as the windows of this program reach them. One paper after the other; its window is closed whatever happens. */
export function createSystemPrinters({ open }: Deps): SystemPrinters {
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: (window: PaperWindow) => Promise<T>): Promise<T> => {
    const one = async (): Promise<T> => {
      const window = open();
      try {
        return await work(window);
      } finally {
        window.close();
      }
    };
    const result = tail.then(one, one);
    tail = result.catch(() => undefined);
    return result;
  };
  return {
    names: () => inTurn(async ({ printers }) => (await printers()).map(({ name }) => name)),
    print: (deviceName, pdf, pageSize) =>
      inTurn(async (window) => {
        await window.show(pdf);
        await window.print({
          silent: true,
          deviceName,
          pageSize,
          margins: { marginType: 'none' },
          printBackground: true,
          scaleFactor: 100,
          duplexMode: 'simplex',
          copies: 1,
        });
      }),
  };
}
