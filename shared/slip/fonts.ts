// The bundled faces, once for all who need them: the build copies these files, pages and papers refer to
// `/fonts/<file>`, the host serves them and nothing else to the document it prints.

/** One font file: the package it comes from, its file name, and what it draws. */
export type FontFile = {
  readonly package: string;
  readonly file: string;
  readonly family: FontFamily;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** CSS unicode-range of the subset. */
  readonly unicodeRange: string;
};

/** Tinos has the measures of Times New Roman (NĐ 30/2020); Be Vietnam Pro is for screens and tickets. */
export type FontFamily = 'Tinos' | 'Be Vietnam Pro';

/** Where pages and papers find the files. */
export const FONTS_PATH = '/fonts/';

// Ranges as the packages publish them (unicode.json).
const subsets: readonly { readonly name: string; readonly unicodeRange: string }[] = [
  {
    name: 'latin-ext',
    unicodeRange:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
  {
    name: 'vietnamese',
    unicodeRange:
      'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  },
  {
    name: 'latin',
    unicodeRange:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
];

const faces: readonly Pick<FontFile, 'package' | 'family' | 'weight' | 'style'>[] = [
  { package: '@fontsource/tinos', family: 'Tinos', weight: 400, style: 'normal' },
  { package: '@fontsource/tinos', family: 'Tinos', weight: 400, style: 'italic' },
  { package: '@fontsource/tinos', family: 'Tinos', weight: 700, style: 'normal' },
  // Nơi nhận is bold and italic at once; a browser that has to make the face up draws it as pictures of letters.
  { package: '@fontsource/tinos', family: 'Tinos', weight: 700, style: 'italic' },
  ...[400, 500, 600, 700].map((weight) => ({
    package: '@fontsource/be-vietnam-pro',
    family: 'Be Vietnam Pro' as const,
    weight,
    style: 'normal' as const,
  })),
];

/** Every bundled font file. Later subsets win where ranges overlap, so the order within a face matters. */
export const fontFiles: readonly FontFile[] = faces.flatMap((face) =>
  subsets.map((subset) => ({
    ...face,
    file: `${face.package.slice('@fontsource/'.length)}-${subset.name}-${face.weight}-${face.style}.woff2`,
    unicodeRange: subset.unicodeRange,
  })),
);

/** `@font-face` rules of one family, for a page's or a paper's style sheet. */
export function fontFaceCss(family: FontFamily): string {
  return fontFiles
    .filter((font) => font.family === family)
    .map(
      (font) =>
        `@font-face{font-family:'${font.family}';font-style:${font.style};font-weight:${font.weight};` +
        `font-display:block;src:url(${FONTS_PATH}${font.file}) format('woff2');unicode-range:${font.unicodeRange}}`,
    )
    .join('\n');
}
