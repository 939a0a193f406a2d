import { COMMAND_LINE, type Actor } from '../platform/auth/actor.js';

/** Who sets the demo up where no file says what happens: closes the quarter that is over, objects. */
export const DEMO: Actor = { ...COMMAND_LINE, id: 'demo' };
