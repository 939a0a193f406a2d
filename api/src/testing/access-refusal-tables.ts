import { NAME_REFUSALS } from '../domain/access/accept-name.js';
import { SERVICE_REFUSALS } from '../domain/access/accept-service.js';
import { UNIT_CHOICE_REFUSALS } from '../domain/access/accept-units.js';
import { SIGN_IN_REFUSALS } from '../domain/access/lockout.js';
import { LOGIN_NAME_REFUSALS } from '../domain/access/login-name.js';
import { OIDC_REFUSALS } from '../domain/access/oidc-refusals.js';
import { DEVICE_REFUSALS, PAIRING_REFUSALS } from '../domain/access/pairing.js';
import { PASSWORD_REFUSALS } from '../domain/access/password-rules.js';
import type { RefusalRow } from '../domain/outcome.js';

/** Every closed list of refusals that the rules of access can give, by its name. */
export const accessRefusalTables: Record<string, Record<string, RefusalRow>> = {
  LOGIN_NAME_REFUSALS,
  PASSWORD_REFUSALS,
  SIGN_IN_REFUSALS,
  OIDC_REFUSALS,
  NAME_REFUSALS,
  UNIT_CHOICE_REFUSALS,
  PAIRING_REFUSALS,
  DEVICE_REFUSALS,
  SERVICE_REFUSALS,
};
