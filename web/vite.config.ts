import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { startFakeFeed } from './src/testing/fake-feed.js';

const API_PORT = 4000;
const API = `http://127.0.0.1:${API_PORT}`;

/** `vite --mode fake`: invented, moving data in the API's place, to work on a screen without a database. */
function fakeApi(): Plugin {
  return {
    name: 'pantau-fake-api',
    async configureServer(server) {
      const feed = await startFakeFeed({ port: API_PORT, livelyEvery: 4_000 });
      server.httpServer?.once('close', () => void feed.close());
    },
  };
}

/** Files that the forum's pages do not need to start without a network: alphabets of other languages, maps of the code, the explorer, and what lies there once more, compressed. */
const NOT_KEPT =
  /\.(map|br|gz)$|-(cyrillic|greek|vietnamese|latin-ext|symbols|math)[^/]*\.woff2$|(^|\/)forum-worker\.js$|\.html$|(^|\/)ExplorerPage-/;

/** Tells the worker which files make up the program, and gives it another name whenever one of them changes. */
function listForWorker(): Plugin {
  return {
    name: 'pantau-worker-files',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['forum-worker.js'];
        if (worker?.type !== 'chunk') throw new Error('The worker was not built');
        const files = Object.keys(bundle)
          .filter((name) => !NOT_KEPT.test(name))
          .sort();
        const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
        worker.code = worker.code
          .replace(/(['"`])__FILES__\1/, JSON.stringify(files.map((name) => `/${name}`).join(' ')))
          .replace(/(['"`])__VERSION__\1/, JSON.stringify(version));
      },
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    listForWorker(),
    compression({
      // What is text. Fonts and pictures are compressed already, and maps are for whoever looks for a fault.
      include: /\.(js|css|svg|webmanifest)$/,
      // It is changed after it was made, by `listForWorker`.
      exclude: /(^|\/)forum-worker\.js$/,
      algorithms: ['gzip', 'brotliCompress'],
      threshold: 1_024,
    }),
    mode === 'fake' && fakeApi(),
  ],
  server: { proxy: { '/graphql': { target: API, ws: true } } },
  build: {
    target: 'es2022',
    sourcemap: true,
    // The page is served under a Content-Security-Policy without data: and without inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', 'forum-worker': 'src/worker/forum-worker.ts' },
      output: {
        // The browser asks for the worker at one address for ever; everything else changes its name with its content.
        entryFileNames: ({ name }) => (name === 'forum-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
}));
