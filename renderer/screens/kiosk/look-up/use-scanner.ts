import { useEffect } from 'react';
import { isScanned } from '../../../store/kiosk/look-up.ts';

/** A longer pause begins a new text. Scanners are faster, but a busy machine hears them late; who types a whole code means the same. */
const GAP_MS = 1000;

/** A scanner types like a keyboard, wherever the focus stands, and ends with Enter: a slip's or a dossier's code is looked up. */
export function useScanner(onScan: (text: string) => void): void {
  useEffect(() => {
    let text = '';
    let lastMs = 0;
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.timeStamp - lastMs > GAP_MS) text = '';
      if (event.key === 'Enter') {
        // The Enter of a scan must press nothing, and submit nothing.
        if (isScanned(text)) {
          event.preventDefault();
          event.stopPropagation();
          onScan(text);
        }
        text = '';
      } else if (event.key.length === 1) {
        text += event.key;
        lastMs = event.timeStamp;
      }
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, [onScan]);
}
