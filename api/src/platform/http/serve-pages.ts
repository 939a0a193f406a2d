import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { Express } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { isPage } from './page-paths.js';

/**
 * The pages are one program: every address of theirs gets the same document. What the program is made of lies there
 * compressed, too: the forum's tablet loads it over a bad network.
 */
export function servePages(app: Express, webRoot: string): void {
  app.use(
    expressStaticGzip(webRoot, {
      index: false,
      enableBrotli: true,
      orderPreference: ['br', 'gz'],
      serveStatic: { maxAge: '1h', setHeaders: keepHashedFiles },
    }),
  );
  // The pages say by themselves that there is nothing at an address; whoever is no person reads it in the status.
  app.get('/{*path}', (request, response) => {
    response.status(isPage(request.path) ? 200 : 404);
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: webRoot });
  });
}

/** Files with a hash in their name never change. */
function keepHashedFiles(response: ServerResponse, file: string): void {
  if (file.includes(`${path.sep}assets${path.sep}`)) {
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  }
}
