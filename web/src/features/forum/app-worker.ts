/** Where the worker is, and the only pages that it has to do with. */
const WORKER = '/forum-worker.js';
const SCOPE = '/forum';

/** The part of Trusted Types that is needed here; TypeScript does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

const listeners = new Set<() => void>();
let waiting: ServiceWorker | null = null;
let started = false;

/** The address of the worker as the policy of these pages asks for it: this one, whatever is given. */
function workerUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('pantau-forum-worker', { createScriptURL: () => WORKER });
  return (policy?.createScriptURL(WORKER) ?? WORKER) as string;
}

/** Registers the worker, once; where that fails the pages work as long as there is a network. */
export function startAppWorker(): void {
  if (started || !('serviceWorker' in navigator) || import.meta.env.DEV) return;
  started = true;
  void navigator.serviceWorker
    .register(workerUrl(), { scope: SCOPE })
    .then((registration) => {
      const look = () => {
        // The first one has nothing to replace.
        waiting = navigator.serviceWorker.controller === null ? null : registration.waiting;
        for (const listener of [...listeners]) listener();
      };
      look();
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', look);
      });
    })
    .catch((error: unknown) => console.warn('No worker', error));
}

/** Whether a newer version waits to be used. */
export function updateWaits(): boolean {
  return waiting !== null;
}

export function onUpdate(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Goes over to the newer version, and loads the page anew with it. */
export function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), {
    once: true,
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of one origin
  waiting?.postMessage('TAKE_OVER');
}
