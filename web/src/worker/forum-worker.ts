/**
 * Keeps the program of the forum's pages, so that they start without a network: the document and the files with a hash in
 * their name, and nothing that anybody asks of the server. Other pages have no part in it: it is registered for `/forum`.
 */

/** Filled in by the build. */
const FILES = '__FILES__'.split(' ');
const VERSION = '__VERSION__';

const CACHE = `pantau-forum-${VERSION}`;
const PREFIX = 'pantau-forum-';
/** Every page is the same document; it is kept under the address of the first one. */
const SHELL = '/forum';
/** The pages themselves, and nothing else below the same address. */
const PAGE = /^\/forum(\/[0-9a-f-]{36})?\/?$/i;
/** A tab that still runs the program before this one finds what it has not loaded yet. */
const VERSIONS_KEPT = 2;

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
/** The part of a worker's world that is needed here: the types of pages and of workers cannot be had at once. */
interface WorkerScope {
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}
const scope = globalThis as unknown as WorkerScope;
const kept = new Set(FILES);

/** All of it or nothing: half a program would fail in the middle of a meeting. */
async function keepProgram(): Promise<void> {
  const cache = await caches.open(CACHE);
  const shell = await fetch(SHELL, { cache: 'no-store' });
  if (!shell.ok) throw new Error('There is no document');
  await Promise.all([cache.put(SHELL, shell), cache.addAll(FILES)]);
}

async function dropOldPrograms(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.slice(0, -(VERSIONS_KEPT - 1)).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

async function shell(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(SHELL, { ignoreVary: true })) ?? fetch(request);
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

scope.addEventListener('install', (event) => event.waitUntil(keepProgram()));
scope.addEventListener('activate', (event) => event.waitUntil(dropOldPrograms()));
scope.addEventListener('message', ({ data }) => {
  // Only when somebody wants it: nothing is loaded anew under anybody's hands.
  if (data === 'TAKE_OVER') void scope.skipWaiting();
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  if (request.mode === 'navigate' && PAGE.test(pathname)) return event.respondWith(shell(request));
  if (kept.has(pathname) || pathname.startsWith('/assets/')) event.respondWith(file(request));
});
