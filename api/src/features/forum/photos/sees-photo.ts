import { AUDIENCE } from '../../../domain/access/audience.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { relationOf } from '../../../platform/graphql/guard-schema.js';

const LOOKERS = AUDIENCE.FACILITATOR | AUDIENCE.LEADERSHIP | AUDIENCE.AUDITOR | AUDIENCE.COMMAND;

/**
 * Whether somebody sees a picture that is not public: those who prepare or check minutes of the unit that invited, or
 * of the unit whose promise it shows.
 */
export function seesPhoto(actor: Actor, unitIds: readonly string[]): boolean {
  return unitIds.some((unitId) => (relationOf(actor, { unitId }) & LOOKERS) !== 0);
}
