import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { canonicalText } from './canonical-text.js';
import type { Finding } from './findings.js';

/** What was seen of the chain at one moment, from outside. */
export interface SeenCheckpoint {
  readonly seq: number;
  readonly hash: string;
  readonly streamHead: number;
}

interface Written {
  readonly region: string;
  readonly seq: number;
  readonly hash: string;
  readonly streamHead: number;
  readonly keyId: string;
  readonly signature: string;
}

/** A public key out of PEM, or out of the base64 of its SubjectPublicKeyInfo. */
export function readPublicKey(text: string): KeyObject {
  const trimmed = text.trim();
  return trimmed.startsWith('-----')
    ? createPublicKey(trimmed)
    : createPublicKey({ key: Buffer.from(trimmed, 'base64'), format: 'der', type: 'spki' });
}

/** The first 16 hexadecimal digits of SHA-256 over the SubjectPublicKeyInfo. */
function keyIdOf(key: KeyObject): string {
  const bytes = key.export({ format: 'der', type: 'spki' });
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/**
 * Reads a file of checkpoints, one JSON object on each line, in the order of their places. Without a key signatures are
 * not looked at: then the file is worth as much as the place where it lay.
 */
export function readCheckpoints(
  text: string,
  regionCode: string,
  keys: readonly KeyObject[],
): { readonly checkpoints: SeenCheckpoint[]; readonly findings: Finding[] } {
  const known = new Map(keys.map((key) => [keyIdOf(key), key]));
  const findings: Finding[] = [];
  const checkpoints: SeenCheckpoint[] = [];
  for (const [place, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const forged = (why: string) =>
      findings.push({ kind: 'FORGED', what: 'checkpoint', place: `line ${place + 1}`, why });
    const written = parse(line);
    if (written === null) {
      forged('is no checkpoint');
      continue;
    }
    if (written.region !== regionCode) continue;
    if (keys.length > 0 && !isSigned(written, known)) {
      forged(`is not signed by the key ${written.keyId}, or that key was not given`);
      continue;
    }
    checkpoints.push({ seq: written.seq, hash: written.hash, streamHead: written.streamHead });
  }
  return { checkpoints: checkpoints.sort((a, b) => a.seq - b.seq), findings };
}

function parse(line: string): Written | null {
  try {
    const written = JSON.parse(line) as Written;
    const { region, seq, hash, streamHead, keyId, signature } = written;
    const texts = [region, hash, keyId, signature].every((one) => typeof one === 'string');
    return texts && Number.isSafeInteger(seq) && Number.isSafeInteger(streamHead) ? written : null;
  } catch {
    return null;
  }
}

function isSigned({ signature, ...said }: Written, keys: ReadonlyMap<string, KeyObject>): boolean {
  const key = keys.get(said.keyId);
  const text = canonicalText(JSON.stringify(said));
  if (key === undefined || text === null) return false;
  return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));
}
