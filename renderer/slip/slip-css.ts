// The style of A4 and A5 papers as one text: the printed document carries it inline, so that whoever prints needs
// nothing but the bundled fonts. Only classes: inline style attributes are closed by the pages' CSP.
import { fontFaceCss } from '../../shared/slip/fonts.ts';
import type { SlipSheet } from '../../shared/slip/slip.ts';

const marginsOf = ({ marginsMm }: SlipSheet): string => marginsMm.map((mm) => `${mm}mm`).join(' ');

/** A page number's height, where it begins (no text stands nearer to the edge), and the least room under it. */
const NUMBER_MM = 4.6;
const EDGE_MM = 10;
const UNDER_MM = 1.8;

/**
 * Rules of the printed sheet: exact size, margins and type, page number top centre from page 2 (NĐ 30/2020). Where the upper
 * margin is too small for the number, it is larger on the pages that have one.
 */
export function slipPageCss(sheet: SlipSheet): string {
  const [top, right, bottom, left] = sheet.marginsMm;
  const laterTop = Math.max(top, EDGE_MM + NUMBER_MM + UNDER_MM);
  const under = (laterTop - EDGE_MM - NUMBER_MM).toFixed(1);
  const turn = sheet.landscape ? 'landscape' : 'portrait';
  return `@page{size:${sheet.size} ${turn};margin:${laterTop}mm ${right}mm ${bottom}mm ${left}mm;@top-center{content:counter(page);font:13pt/1 Tinos,serif;vertical-align:bottom;padding-bottom:${under}mm}}
@page :first{margin-top:${top}mm;@top-center{content:none}}
html,body{margin:0;padding:0;background:#fff}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
${typeCss(sheet)}`;
}

const typeCss = ({ bodyPt, tablePt, gapMm, signMm }: SlipSheet): string =>
  `.slip{font-size:${bodyPt}pt;--gap:${gapMm}mm;--sign:${signMm}mm}\n.slip-papers{font-size:${tablePt}pt}\n`;

/**
 * How a paper looks, on screen and in print; what a form decides about its sheet comes from `slipPageCss`. Running text keeps
 * room above each of its pieces, so that a page break cuts no mark off letters such as Ễ. The right side of the head is as wide
 * as the nation's name, whatever stands under it: the office keeps the rest. Notes are never alone on a page.
 */
export const slipCss = `${fontFaceCss('Tinos')}
.slip{box-sizing:border-box;color:#000;background:#fff;font:13pt/1.15 Tinos,'Times New Roman',serif;font-kerning:normal;overflow-wrap:anywhere}
.slip *{box-sizing:border-box}
:where(.slip) :is(p,h1){margin:0;padding:0}
.slip-head{display:flex;justify-content:space-between;align-items:flex-start;text-align:center;line-height:1.18}
.slip-office{flex:1;min-width:0;padding-right:2mm}
.slip-superior{font-size:12pt;text-wrap:balance}
.slip-unit{font-size:12pt;font-weight:700;text-wrap:balance}
.slip-unit::after{content:'';display:block;width:24mm;margin:1mm auto 0;border-top:.5pt solid #000}
.slip-state{flex:none}
.slip-state .slip-date{width:0;min-width:100%;text-wrap:balance}
.slip-nation{font-size:12pt;font-weight:700;white-space:nowrap}
.slip-motto{font-size:13pt;font-weight:700;white-space:nowrap}
.slip-motto span{display:inline-block;padding-bottom:.6mm;border-bottom:.5pt solid #000}
.slip-date{margin-top:.8mm;font-style:italic}
.slip-number{margin-top:1mm;font-size:13pt}
.slip-voucher{align-items:flex-start;line-height:1.2}
.slip-voucher-side{flex:1;min-width:0;padding-right:2mm;text-align:left;font-size:11pt;overflow-wrap:anywhere}
.slip-voucher-side:last-child{flex:none;max-width:34%;padding:0 0 0 2mm}
.slip-voucher-side .slip-whole{white-space:nowrap}
.slip-codes{display:flex;justify-content:space-between;align-items:flex-start;margin-top:2mm}
.slip-code{min-width:76mm;white-space:nowrap}
.slip-code svg{display:block;margin-bottom:.4mm}
.slip-remark{font-size:10pt;font-style:italic;line-height:1.15}
.slip-book{flex:1;min-width:0;text-align:center;text-wrap:balance}
.slip-book p:first-child{font-style:italic}
.slip-title{margin:calc(1.1mm + 2*var(--gap)) 0 calc(.95mm + var(--gap));text-align:center}
.slip-title h1{font-size:14pt;line-height:1.2;font-weight:700}
.slip-title-line{display:inline-block;max-width:100%}
.slip-copy{margin-top:.4mm;font-weight:700;font-size:12pt}
.slip-under{font-size:13pt;font-weight:700}
.slip-basis{margin-top:.4mm;font-size:10.5pt;font-style:italic;line-height:1.15;text-wrap:balance}
.slip-reprint{display:inline-block;margin-top:1mm;padding:.3mm 2mm;border:.75pt solid #000;font-size:10pt;font-weight:700}
.slip-qr{float:right;margin:2.2mm 0 2mm 5mm}
.slip-qr svg{display:block}
.slip-line{display:flex;margin-top:var(--gap);break-inside:avoid}
.slip-field{flex:1 1 auto;min-width:0;text-align:left;text-wrap:pretty}
.slip-whole{flex-shrink:0;white-space:nowrap}
.slip-blank{display:flex;min-width:34mm;align-items:baseline;white-space:nowrap}
.slip-blank::after{content:'';flex:1;margin-left:1.5mm;border-bottom:.8pt dotted #000}
.slip-field+.slip-field{padding-left:4mm}
.slip-even .slip-field{flex:1 1 0}
.slip-rule{margin-top:4.5mm}
.slip-rule::after{margin-left:0}
.slip-rule::before{content:'\\00a0'}
.slip-small{font-size:10pt;line-height:1.15;font-style:italic;margin:.2mm 0 0 4.5mm;break-inside:avoid}
.slip-small span{font-style:normal;font-weight:700}
.slip-papers{clear:both;width:calc(100% - .5pt);margin:calc(.75mm + var(--gap)) 0 calc(.95mm + var(--gap));border-collapse:collapse;table-layout:fixed;font-size:11pt;line-height:1.15}
.slip-papers thead{display:table-header-group}
.slip-papers tr{break-inside:avoid}
.slip-papers th,.slip-papers td{border:.5pt solid #000;padding:.3mm 1mm;vertical-align:middle;text-align:center;overflow-wrap:break-word}
.slip-papers th{font-weight:700}
.slip-papers tr+tr th{padding-left:.4mm;padding-right:.4mm;font-size:10pt}
.slip-papers .slip-start{text-align:left;overflow-wrap:anywhere}
.slip-papers .slip-struck{text-decoration:line-through}
.slip-papers .slip-total td{text-align:left;font-weight:700}
.slip-papers .slip-total+.slip-total td{border-top:0}
.slip-cell-signs{display:flex;min-height:19mm;margin:1mm -1mm -.3mm;border-top:.5pt solid #000}
.slip-cell-signs div{flex:1;padding-top:.3mm}
.slip-cell-signs div+div{border-left:.5pt solid #000}
.slip-sentence{margin-top:var(--gap);text-align:justify;text-indent:10mm;text-wrap:pretty}
.slip-part{margin-top:var(--gap);text-align:justify}
.slip-item{margin-top:.5mm;padding-left:10mm;text-align:justify}
:is(.slip-sentence,.slip-part,.slip-item){padding-top:.5mm;box-decoration-break:clone}
.slip-centre{margin-top:.8mm;text-align:center;text-wrap:balance}
.slip-text-heading{margin-top:calc(.5mm + var(--gap));font-weight:700;break-after:avoid}
.slip-choices{display:flex;gap:8mm;align-items:baseline;margin-top:3mm}
.slip-choices p:first-child{min-width:32mm}
.slip-box{display:inline-block;width:4.5mm;height:4.5mm;margin-right:2mm;border:.75pt solid #000;vertical-align:-.6mm}
.slip-break{break-after:page;clear:both}
.slip-heading{margin-top:var(--gap);break-after:avoid}
.slip-line:has(+.slip-signs),.slip-signs:has(+.slip-notes){break-after:avoid}
.slip-signs{display:flex;justify-content:space-between;margin-top:calc(1.5mm + 2*var(--gap));text-align:center;break-inside:avoid}
.slip-sign{width:48%}
.slip-role{font-weight:700;font-size:12.5pt}
.slip-hint{font-style:italic;font-size:12pt}
.slip-signer{min-height:1.17em;margin-top:var(--sign);font-weight:700}
.slip-recipients{width:48%;text-align:left;font-size:11pt}
.slip-recipients-label{font-size:12pt;font-weight:700;font-style:italic}
.slip-notes{margin-top:1.4mm;font-size:9.5pt;line-height:1.15;break-inside:avoid}
.slip-notes-line{text-wrap:pretty}
.slip-a5{line-height:1.13}
.slip-a5 .slip-superior,.slip-a5 .slip-unit{font-size:9pt}
.slip-a5 .slip-nation{font-size:9pt}
.slip-a5 .slip-motto,.slip-a5 .slip-date,.slip-a5 .slip-book{font-size:9.5pt}
.slip-a5 .slip-code{min-width:60mm}
.slip-a5 .slip-code svg{height:7mm}
.slip-a5 .slip-title{margin:1mm 0 .6mm}
.slip-a5 .slip-notes{margin-top:.8mm}
.slip-a5 .slip-title h1{font-size:11.5pt}
.slip-a5 .slip-copy{font-size:9.5pt}
.slip-a5 .slip-basis,.slip-a5 .slip-small,.slip-a5 .slip-reprint,.slip-a5 .slip-remark{font-size:8pt}
.slip-a5 .slip-papers tr+tr th{font-size:8pt}
.slip-a5 .slip-papers :is(th,td){padding-top:.2mm;padding-bottom:.2mm}
.slip-a5 .slip-role,.slip-a5 .slip-hint{font-size:9.5pt}
.slip-a5 .slip-notes{font-size:7.5pt}
.slip-a5 .slip-head{line-height:1.1}
`;

/** Long side and short side, mm. */
const SIDES = { A4: [297, 210], A5: [210, 148] } as const;

/** The preview's frame: the same paper with its margins as padding, as wide as the sheet. */
export function slipPreviewCss(sheet: SlipSheet): string {
  const [long, short] = SIDES[sheet.size];
  const [width, height] = sheet.landscape ? [long, short] : [short, long];
  return `.slip-sheet{background:#fff;box-shadow:0 1px 6px rgba(0,0,0,.25);transform-origin:0 0;width:${width}mm;min-height:${height}mm;padding:${marginsOf(sheet)}}
.slip-preview{position:relative;overflow:hidden}
${typeCss(sheet)}`;
}
