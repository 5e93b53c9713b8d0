// Keeps react-to-print mounted once for the page, so that stores can print without being components.
import { useEffect, useRef } from 'react';
import { usePrintSlip } from './use-print-slip.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { SlipPayload } from '../../shared/slip/print-job.ts';
import type { Slip } from '../../shared/slip/slip.ts';
import type { PrintSlipFault } from './use-print-slip.ts';

/** Draws one slip and gives its document to `deliver` while its frame stands; one after the other. */
export type PrintDoorCall = <T>(
  slip: Slip,
  deliver: (document: SlipPayload) => Promise<T>,
) => Promise<Result<T, PrintSlipFault>>;

type Props = { readonly nonce: string; readonly onReady: (print: PrintDoorCall) => void };

/** Draws nothing itself; hands out the way to print once it stands. */
export function PrintDoor({ nonce, onReady }: Props) {
  const deliver = useRef<(document: SlipPayload) => Promise<unknown>>(() =>
    Promise.reject(new Error('no slip is being printed')),
  );
  const tail = useRef<Promise<unknown>>(Promise.resolve());
  const draw = usePrintSlip<unknown>({ nonce, deliver: (document) => deliver.current(document) });
  useEffect(() => {
    onReady(<T,>(slip: Slip, take: (document: SlipPayload) => Promise<T>) => {
      const one = async () => {
        deliver.current = take;
        return (await draw(slip)) as Result<T, PrintSlipFault>;
      };
      const printed = tail.current.then(one, one);
      tail.current = printed;
      return printed;
    });
  }, [draw, onReady]);
  return null;
}
