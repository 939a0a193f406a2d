import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import type { Sql } from '../database/sql.js';
import { canonicalJson } from './canonical-json.js';

/** What the chain of one region was at one moment, signed, to be kept where the database's masters do not reach. */
export interface Checkpoint {
  readonly region: string;
  /** The last entry, and its hash in hexadecimal. */
  readonly seq: number;
  readonly hash: string;
  readonly streamEpoch: string;
  readonly streamHead: number;
  /** When it was taken. */
  readonly at: string;
  /** Which key signed: the first 16 hexadecimal digits of SHA-256 over the public key. */
  readonly keyId: string;
  /** Ed25519 over the canonical JSON of all the rest, in base64. */
  readonly signature: string;
}

/** A pair of keys for checkpoints. */
export interface CheckpointKey {
  readonly keyId: string;
  /** For the verifier; may be shown to everybody. */
  readonly publicPem: string;
  readonly privateKey: KeyObject;
}

/** What PKCS #8 puts before the 32 bytes of an Ed25519 key (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;

/** The key that grows from a secret of 32 bytes; the same secret gives the same key. */
export function checkpointKey(seed: Uint8Array): CheckpointKey {
  if (seed.length !== SEED_BYTES) throw new RangeError('the seed of a checkpoint key has 32 bytes');
  const der = Buffer.concat([PKCS8_ED25519, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const bytes = publicKey.export({ format: 'der', type: 'spki' });
  return {
    keyId: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    publicPem: publicKey.export({ format: 'pem', type: 'spki' }) as string,
    privateKey,
  };
}

/** Takes a checkpoint of what is committed; null for a region that does not exist. */
export async function takeCheckpoint(
  sql: Sql,
  regionCode: string,
  key: CheckpointKey,
  at: Date,
): Promise<Checkpoint | null> {
  const [row] = await sql.rows<{ seq: string; hash: string; epoch: string; head: string }>(
    `select a.seq, encode(a.hash, 'hex') as hash, s.epoch, s.head
     from audit_head a join stream_head s on s.region_code = a.region_code where a.region_code = $1`,
    [regionCode],
  );
  if (row === undefined) return null;
  const said = {
    region: regionCode,
    seq: Number(row.seq),
    hash: row.hash,
    streamEpoch: row.epoch,
    streamHead: Number(row.head),
    at: at.toISOString(),
    keyId: key.keyId,
  };
  const signature = sign(null, Buffer.from(canonicalJson(said), 'utf8'), key.privateKey).toString('base64');
  return { ...said, signature };
}
