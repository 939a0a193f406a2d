import { useEffect } from 'react';
import { startAppWorker } from './app-worker.js';

/** Makes these pages an application of their own, which starts without a network. Other pages have no part in it. */
export function useInstallable(): void {
  useEffect(() => {
    startAppWorker();
    const manifest = document.createElement('link');
    manifest.rel = 'manifest';
    manifest.href = '/forum.webmanifest';
    document.head.append(manifest);
    return () => manifest.remove();
  }, []);
}
