import { createSecretKey } from 'node:crypto';

/** The root secret of servers in tests. */
export const TEST_SECRET = createSecretKey(Buffer.alloc(32, 7));
