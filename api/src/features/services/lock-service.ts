import { SERVICE_REFUSALS } from '../../domain/access/accept-service.js';
import { ok, refused, type Outcome } from '../../domain/outcome.js';
import type { HasServiceTokens } from './service-token.store.js';
import type { ServiceTokenRow } from './service-token.entity.js';

/** A service that is to be changed and has not been revoked. */
export async function lockService(
  tx: HasServiceTokens,
  id: string,
): Promise<Outcome<ServiceTokenRow, 'SERVICE_UNKNOWN' | 'SERVICE_REVOKED'>> {
  const service = await tx.serviceTokens.lock(id);
  if (service === null) return refused('SERVICE_UNKNOWN', SERVICE_REFUSALS.SERVICE_UNKNOWN);
  if (service.revokedAt !== null) return refused('SERVICE_REVOKED', SERVICE_REFUSALS.SERVICE_REVOKED);
  return ok(service);
}
