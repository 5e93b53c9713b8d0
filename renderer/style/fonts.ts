import { fontFaceCss } from '../../shared/slip/fonts.ts';

/** Gives the page its bundled face from the one list of font files; returns how to take it back. */
export function adoptScreenFont(): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(fontFaceCss('Be Vietnam Pro'));
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
