import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import { servePages } from './serve-pages.js';

const PROGRAM = 'export const text = "the program";\n'.repeat(100);

describe('the pages', () => {
  let folder: string;
  let server: Server;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pantau-pages-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Pantau</title>');
    await writeFile(join(folder, 'assets/page-1a2b.js'), PROGRAM);
    await writeFile(join(folder, 'assets/page-1a2b.js.br'), brotliCompressSync(PROGRAM));
    await writeFile(join(folder, 'assets/page-1a2b.js.gz'), gzipSync(PROGRAM));
    await writeFile(join(folder, 'worker.js'), PROGRAM);
    const app = express();
    servePages(app, folder);
    await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', () => resolve())));
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const { port } = server.address() as AddressInfo;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ port, path, headers, agent: false }, resolve).on('error', reject).end();
    });
    return { answer, headers: answer.headers, body: await buffer(answer) };
  };
  const asIs = (bytes: Buffer) => bytes;

  it.each<[accepted: string | null, encoding: string | undefined, read: (bytes: Buffer) => Buffer]>([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['identity', undefined, asIs],
    [null, undefined, asIs],
  ])('come in an encoding that the client takes: %s', async (accepted, encoding, read) => {
    const { headers, body } = await get(
      '/assets/page-1a2b.js',
      accepted === null ? {} : { 'accept-encoding': accepted },
    );
    expect(headers['content-encoding']).toBe(encoding);
    expect(read(body).toString()).toBe(PROGRAM);
    expect(headers['content-type']).toMatch(/^text\/javascript; charset=utf-8$/i);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['vary']).toBe('Accept-Encoding');
  });

  it('come as they are where there is nothing else, and answer every address of theirs with the same document', async () => {
    const worker = await get('/worker.js', { 'accept-encoding': 'br' });
    expect([worker.headers['content-encoding'], worker.body.toString()]).toEqual([undefined, PROGRAM]);
    expect(worker.headers['cache-control']).toBe('public, max-age=3600');
    for (const [path, status] of [
      ['/', 200],
      ['/wall', 200],
      ['/assets/../../etc/passwd', 404],
      ['/nothing', 404],
      ['/%', 400],
    ] as const) {
      const { answer, body } = await get(path, { 'accept-encoding': 'br' });
      expect([path, answer.statusCode]).toEqual([path, status]);
      if (status !== 400) expect(body.toString()).toContain('<title>Pantau</title>');
    }
  });
});
