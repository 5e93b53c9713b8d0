// The style of A4 and A5 papers as one text: the printed document carries it inline, so that whoever prints needs
// nothing but the bundled fonts. Only classes: inline style attributes are closed by the pages' CSP.
import { fontFaceCss } from '../../shared/slip/fonts.ts';
import type { PageSize } from '../../shared/slip/slip.ts';

const MARGINS: Record<PageSize, string> = { A4: '20mm 20mm 20mm 30mm', A5: '10mm 10mm 10mm 12mm' };

/** Rules of the printed sheet: exact size and margins, page number top centre from page 2 (NĐ 30/2020). */
export function slipPageCss(pageSize: PageSize): string {
  return `@page{size:${pageSize} portrait;margin:${MARGINS[pageSize]};@top-center{content:counter(page);font:13pt Tinos,serif}}
@page :first{@top-center{content:none}}
html,body{margin:0;padding:0;background:#fff}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
`;
}

/** How a paper looks, on screen and in print; sizes by NĐ 30/2020 with 13 pt body and 11 pt tables. */
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
.slip-nation{font-size:12pt;font-weight:700;white-space:nowrap}
.slip-motto{font-size:13pt;font-weight:700;white-space:nowrap}
.slip-motto span{display:inline-block;padding-bottom:.6mm;border-bottom:.5pt solid #000}
.slip-date{margin-top:.8mm;font-style:italic}
.slip-codes{display:flex;justify-content:space-between;align-items:flex-start;margin-top:2mm}
.slip-code{min-width:76mm;white-space:nowrap}
.slip-code svg{display:block;margin-bottom:.4mm}
.slip-remark{font-size:10pt;font-style:italic;line-height:1.15}
.slip-book{flex:1;min-width:0;text-align:center;text-wrap:balance}
.slip-book p:first-child{font-style:italic}
.slip-title{margin:1.6mm 0 1.2mm;text-align:center}
.slip-title h1{font-size:14pt;line-height:1.2;font-weight:700}
.slip-title-line{white-space:nowrap}
.slip-copy{margin-top:.4mm;font-weight:700;font-size:12pt}
.slip-basis{margin-top:.4mm;font-size:10.5pt;font-style:italic;line-height:1.15;text-wrap:balance}
.slip-reprint{display:inline-block;margin-top:1mm;padding:.3mm 2mm;border:.75pt solid #000;font-size:10pt;font-weight:700}
.slip-qr{float:right;margin:2.2mm 0 2mm 5mm}
.slip-qr svg{display:block}
.slip-line{display:flex;margin-top:.25mm;break-inside:avoid}
.slip-field{flex:1 1 auto;min-width:0;text-align:left;text-wrap:pretty}
.slip-whole{flex-shrink:0;white-space:nowrap}
.slip-blank{display:flex;min-width:34mm;align-items:baseline;white-space:nowrap}
.slip-blank::after{content:'';flex:1;margin-left:1.5mm;border-bottom:.8pt dotted #000}
.slip-field+.slip-field{padding-left:4mm}
.slip-small{font-size:10pt;line-height:1.15;font-style:italic;margin:.2mm 0 0 4.5mm;break-inside:avoid}
.slip-small span{font-style:normal;font-weight:700}
.slip-papers{width:calc(100% - .5pt);margin:1mm 0 1.2mm;border-collapse:collapse;table-layout:fixed;font-size:11pt;line-height:1.15}
.slip-papers thead{display:table-header-group}
.slip-papers tr{break-inside:avoid}
.slip-papers th,.slip-papers td{border:.5pt solid #000;padding:.3mm 1mm;vertical-align:middle;text-align:center;overflow-wrap:break-word}
.slip-papers th{font-weight:700}
.slip-papers tr+tr th{padding-left:.4mm;padding-right:.4mm;font-size:10pt}
.slip-papers td:nth-child(2){text-align:left;overflow-wrap:anywhere}
.slip-no{width:9mm}
.slip-count{width:18.5mm}
.slip-heading{margin-top:.25mm;break-after:avoid}
.slip-signs{display:flex;justify-content:space-between;margin-top:2mm;text-align:center;break-inside:avoid}
.slip-sign{width:48%}
.slip-role{font-weight:700;font-size:12.5pt}
.slip-hint{font-style:italic;font-size:12pt}
.slip-signer{min-height:1.17em;margin-top:11mm;font-weight:700}
.slip-notes{margin-top:1.4mm;font-size:9.5pt;line-height:1.15;break-inside:avoid}
.slip-notes-line{text-wrap:pretty}
.slip-a5{font-size:9pt;line-height:1.13}
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
.slip-a5 .slip-papers{font-size:8.5pt}
.slip-a5 .slip-papers tr+tr th{font-size:8pt}
.slip-a5 .slip-papers :is(th,td){padding-top:.2mm;padding-bottom:.2mm}
.slip-a5 .slip-count{width:15mm}
.slip-a5 .slip-role,.slip-a5 .slip-hint{font-size:9.5pt}
.slip-a5 .slip-signer{margin-top:6mm}
.slip-a5 .slip-notes{font-size:7.5pt}
.slip-a5 .slip-head{line-height:1.1}
`;

/** The preview's frame: the same paper with its margins as padding, as wide as the sheet. */
export const slipPreviewCss = `.slip-sheet{background:#fff;box-shadow:0 1px 6px rgba(0,0,0,.25);transform-origin:0 0}
.slip-sheet-a4{width:210mm;min-height:297mm;padding:${MARGINS.A4}}
.slip-sheet-a5{width:148mm;min-height:210mm;padding:${MARGINS.A5}}
.slip-preview{position:relative;overflow:hidden}
`;
