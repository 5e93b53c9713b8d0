// Serves the dev page: one screen over a fake world, without database, host or server.
//   npx vite --config tests/support/dev-page/vite.config.ts --port 5199
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { copyFonts } from '../../../build/fonts.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const publicDir = here('../../../out/dev-page/public');

await copyFonts(`${publicDir}/fonts`);

export default defineConfig({
  root: here('.'),
  publicDir,
  cacheDir: here('../../../out/dev-page/cache'),
  plugins: [react()],
  server: { host: '127.0.0.1', fs: { allow: [here('../../..')] } },
  build: { outDir: here('../../../out/dev-page/site'), emptyOutDir: true },
});
