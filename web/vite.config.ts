import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
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

export default defineConfig(({ mode }) => ({
  plugins: [react(), mode === 'fake' && fakeApi()],
  server: { proxy: { '/graphql': { target: API, ws: true } } },
  build: {
    target: 'es2022',
    sourcemap: true,
    // The page is served under a Content-Security-Policy without data: and without inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
}));
