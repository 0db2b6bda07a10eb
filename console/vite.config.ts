import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const ROOT = import.meta.dirname;
const ASSETS = join(ROOT, 'dist', 'assets');
const WORTH_BYTES = 1_024;

export default defineConfig({
  root: ROOT,
  plugins: [react(), compressed()],
  // The names of people's drafts and the like are the same in every build; nothing of the environment comes in.
  envPrefix: [],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // The policy allows no inline script, and a picture as data: is none the smaller.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // ECharts, loaded only where there are charts, is as big as it is.
    chunkSizeWarningLimit: 1_200,
  },
});

/** Each part is compressed once, here, and not at every answer. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async closeBundle() {
      for (const name of await readdir(ASSETS)) {
        const file = join(ASSETS, name);
        const content = await readFile(file);
        if (content.length < WORTH_BYTES || /\.(br|gz|woff2|png|jpg)$/.test(name)) continue;
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
        await writeFile(`${file}.br`, await promisify(brotliCompress)(content, quality));
        await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
      }
    },
  };
}
