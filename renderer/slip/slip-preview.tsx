// The paper beside the form: exact layout, scaled to the room there is, updated as one types.
import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { Slip } from '../../shared/slip/slip.ts';
import { slipCss, slipPreviewCss } from './slip-css.ts';
import { SlipPage } from './slip-page.tsx';

type SlipPreviewProps = {
  readonly slip: Slip;
  /** Of this page load; the preview's style needs it under the CSP. */
  readonly nonce: string;
  /** Says what this is to those who do not see it. */
  readonly label: string;
};

/** A live picture of `slip`, as wide as its parent; drawn anew only for another slip. */
export const SlipPreview = memo(function SlipPreview({ slip, nonce, label }: SlipPreviewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState({ scale: 0.5, heightPx: 0 });

  useLayoutEffect(() => {
    const measure = (): void => {
      if (frame.current === null || sheet.current === null) return;
      const scale = frame.current.clientWidth / sheet.current.offsetWidth;
      const heightPx = Math.ceil(sheet.current.offsetHeight * scale);
      setFit((old) => (old.scale === scale && old.heightPx === heightPx ? old : { scale, heightPx }));
    };
    const observer = new ResizeObserver(measure);
    if (frame.current !== null) observer.observe(frame.current);
    if (sheet.current !== null) observer.observe(sheet.current);
    measure();
    return () => observer.disconnect();
  }, [slip.sheet]);

  return (
    <div
      ref={frame}
      className="slip-preview"
      role="region"
      aria-label={label}
      style={{ height: fit.heightPx }}
    >
      <style nonce={nonce}>{`${slipCss}${slipPreviewCss(slip.sheet)}`}</style>
      <div ref={sheet} className="slip slip-sheet" style={{ transform: `scale(${fit.scale})` }}>
        <SlipPage slip={slip} />
      </div>
    </div>
  );
});
