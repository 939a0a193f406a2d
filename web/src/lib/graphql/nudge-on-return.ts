import type { LiveSocket } from './live-socket.js';

/** When the network or the viewer comes back, nobody should wait for a timer. Returns how to stop. */
export function nudgeOnReturn(socket: LiveSocket): () => void {
  const nudge = () => {
    if (document.visibilityState === 'visible') socket.nudge();
  };
  window.addEventListener('online', nudge);
  document.addEventListener('visibilitychange', nudge);
  return () => {
    window.removeEventListener('online', nudge);
    document.removeEventListener('visibilitychange', nudge);
  };
}
