import type { KeyObject } from 'node:crypto';
import type { Complainant } from '../../domain/complaint/accept-complainant.js';
import { sealedPlace, type SealedPlace } from '../../platform/auth/sealed-place.js';
import type { KeyPurpose } from '../../platform/auth/secret.js';

/** The place and the seal of one name. */
export type ComplainantPlace = SealedPlace<Complainant>;

/** What derives keys from the server's secret. */
interface HasKeys {
  key(purpose: KeyPurpose): KeyObject;
}

/** Where the name of whoever filed this complaint stands, or would. */
export function complainantPlace(server: HasKeys, regionCode: string, complaintId: string): ComplainantPlace {
  const keys = { place: server.key('complainant-place'), seal: server.key('complainant') };
  return sealedPlace(keys, regionCode, complaintId);
}
