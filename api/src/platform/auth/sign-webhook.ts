import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A new secret to sign with: 32 random bytes. Standard Webhooks asks for 24 to 64. */
export function makeWebhookSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** A secret as a receiver keeps it: `whsec_` and base64. */
export function showWebhookSecret(secret: Uint8Array): string {
  return PREFIX + Buffer.from(secret).toString('base64');
}

/** What is sent beside a body (Standard Webhooks 1.0): a signature by each secret, separated by a space. */
export function signWebhook(
  id: string,
  at: Date,
  body: string,
  secrets: readonly Uint8Array[],
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
