import { useEffect } from 'react';
import { isSurelyScanned } from '../../../store/kiosk/visit/scanned.ts';

/** A longer pause begins a new text. Scanners are faster, but a busy machine hears them late; who types a whole code means the same. */
const GAP_MS = 1000;
/** Nobody types so fast: signs came at most so far apart, on the average. */
const FAST_MS = 35;
/** Shorter texts tell nothing about who typed them. */
const LEAST_SIGNS = 6;

/** A scanner types like a keyboard, wherever the focus stands, and ends with Enter; what people type is left alone. */
export function useScanner(onScan: (text: string) => void): void {
  useEffect(() => {
    let text = '';
    let firstMs = 0;
    let lastMs = 0;
    const isFast = () => text.length >= LEAST_SIGNS && (lastMs - firstMs) / (text.length - 1) <= FAST_MS;
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.timeStamp - lastMs > GAP_MS) text = '';
      if (event.key === 'Enter') {
        // The Enter of a scan must press nothing, and submit nothing.
        if (isSurelyScanned(text) || isFast()) {
          event.preventDefault();
          event.stopPropagation();
          onScan(text);
        }
        text = '';
      } else if (event.key.length === 1) {
        if (text === '') firstMs = event.timeStamp;
        text += event.key;
        lastMs = event.timeStamp;
      }
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, [onScan]);
}
