import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const house = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** How the pages are built. Nothing is inlined: the pages' security policy takes scripts, styles and fonts from files only. */
export default defineConfig({
  root: house('renderer'),
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: house('out/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});
