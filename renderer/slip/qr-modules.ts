import { encode } from 'uqr';

/** The dark modules of a QR, row by row, without the white around it. */
export function qrModules(text: string): {
  readonly size: number;
  readonly rows: readonly (readonly boolean[])[];
} {
  const qr = encode(text, { ecc: 'M', border: 0 });
  return { size: qr.size, rows: qr.data };
}
