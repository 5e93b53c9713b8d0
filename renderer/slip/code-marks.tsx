// The dossier's code as QR and as Code 128, drawn as paths in millimetres: printers get exact edges, and no markup
// is ever made from text.
import { code128, type DrawingContext } from 'bwip-js/generic';
import { qrModules } from './qr-modules.ts';

/** Side of the QR itself; at least 25 mm are asked for. */
const QR_SIDE_MM = 25.5;
/** Two printer dots at 203 dpi: the narrowest bar that still reads after a week in a pocket. */
const BAR_MODULE_MM = 0.25;
const BAR_HEIGHT_MM = 10;

type MarkProps = { readonly text: string; readonly label: string };

/** A QR of `text`, 25.5 mm wide; the white that readers need around it is the layout's to keep. */
export function QrMark({ text, label }: MarkProps) {
  const { size, path } = qrPath(text);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={`${QR_SIDE_MM}mm`}
      height={`${QR_SIDE_MM}mm`}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

/** A Code 128 of `text` (ASCII), 0.25 mm a module, never wider than `maxWidthMm`. */
export function BarMark({ text, label, maxWidthMm }: MarkProps & { readonly maxWidthMm: number }) {
  const { width, path } = barPath(text);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={`${Math.min(maxWidthMm, width * BAR_MODULE_MM)}mm`}
      height={`${BAR_HEIGHT_MM}mm`}
      viewBox={`0 0 ${width} 1`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { size, rows } = qrModules(text);
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x += 1;
      // One run of dark modules is one rectangle: seams between modules would show in print.
      path += `M${start} ${y}h${x + 1 - start}v1h-${x + 1 - start}z`;
    }
  });
  return { size, path };
}

function barPath(text: string): { readonly width: number; readonly path: string } {
  return code128({ bcid: 'code128', text, height: 10, scale: 1 }, barContext());
}

/** Collects what the encoder draws: vertical strokes, given by their middle and width. */
function barContext(): DrawingContext<{ readonly width: number; readonly path: string }> {
  let width = 0;
  let path = '';
  return {
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (w) => {
      width = w;
    },
    line: (x0, _y0, _x1, _y1, lineWidth) => {
      // The middle of a stroke of odd width comes rounded up to a whole module.
      path += `M${Math.floor(x0 - lineWidth / 2)} 0h${lineWidth}v1h-${lineWidth}z`;
    },
    polygon: nothing,
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: () => ({ width, path }),
  };
}

/** Code 128 draws bars only. */
const nothing = (): void => undefined;
