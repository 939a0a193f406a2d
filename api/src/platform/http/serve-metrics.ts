import { createServer, type Server } from 'node:http';

/** Where numbers are read: never at the address that people use. */
export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

/** Listens for Prometheus on an address of its own; gives how it ends. */
export async function serveMetrics(
  { host, port }: MetricsAddress,
  metrics: { readonly text: () => Promise<string>; readonly contentType: string },
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return {
    port: (server.address() as { port: number }).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
