import type { Actor } from '../platform/auth/actor.js';

/** Whoever acts in the demo where no file is imported. */
export const DEMO: Actor = { id: 'demo', kind: 'DEMO' };
