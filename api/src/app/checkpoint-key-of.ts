import { checkpointKey, type CheckpointKey } from '../platform/audit/checkpoint.js';
import { deriveKey, type RootSecret } from '../platform/auth/secret.js';

/** The key with which this installation signs checkpoints: whoever has the secret can sign a history of their own. */
export function checkpointKeyOf(secret: RootSecret): CheckpointKey {
  return checkpointKey(deriveKey(secret, 'checkpoint').export());
}
