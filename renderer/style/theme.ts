import { createTheme } from '@mantine/core';
import type { MantineColorsTuple } from '@mantine/core';

/** Shade 7 is --brand of tokens.css: 7.5:1 on the ground, 8:1 under white text. */
const brand: MantineColorsTuple = [
  '#fbf1ee',
  '#f8e9e4',
  '#eecfc5',
  '#e0a898',
  '#cd7c67',
  '#b6543e',
  '#a23c29',
  '#8f2d1e',
  '#6f1f13',
  '#54160d',
];

const scaled = (px: number) => `calc(${px}px * var(--text-scale))`;

/** Mantine's side of tokens.css; components take touch sizes of at least 44 px. */
export const theme = createTheme({
  colors: { brand },
  primaryColor: 'brand',
  primaryShade: 7,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font)',
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: 'var(--radius)', lg: '14px', xl: 'var(--radius-big)' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: scaled(14), sm: scaled(15), md: scaled(16), lg: scaled(18), xl: scaled(22) },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.45' },
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '700',
    sizes: {
      h1: { fontSize: scaled(28), lineHeight: '1.45' },
      h2: { fontSize: scaled(20), lineHeight: '1.45' },
      h3: { fontSize: scaled(17), lineHeight: '1.45' },
      h4: { fontSize: scaled(16), lineHeight: '1.45' },
      h5: { fontSize: scaled(15), lineHeight: '1.45' },
      h6: { fontSize: scaled(14), lineHeight: '1.45' },
    },
  },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'md', loaderProps: { type: 'dots' } } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
  },
});
