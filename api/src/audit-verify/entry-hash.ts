import { createHash, hash } from 'node:crypto';
import type { Row } from './chain-source.js';

/** An entry as the walk reads it. */
export interface Entry {
  readonly seq: number;
  readonly id: string;
  /** The changes that it wrote; null where none. */
  readonly offsets: { readonly first: number; readonly last: number } | null;
  readonly changesDigest: string | null;
  readonly recordCount: number;
  readonly recordDigest: string | null;
  readonly detailCommitment: string | null;
  readonly hash: string;
  /** All that goes into the hash beside the hash before it and the place. */
  readonly rest: Buffer;
}

/** What the first entry of a region follows. */
export function genesis(regionCode: string): string {
  return hash('sha256', `pantau 1 ${regionCode}`, 'hex');
}

const HEX_32 = /^[0-9a-f]{64}$/;

/** Reads a row of the entries; null where it is of no form that the writer gives. */
export function readEntry(regionCode: string, row: Row): Entry | null {
  const [seq, id, at, actorKind, actorId, action, outcome, epoch, first, last, ...covered] = row;
  const [changesDigest, recordCount, recordDigest, commitment, stored] = covered;
  const none = first === null;
  if ((last === null) !== none || (epoch === null) !== none || (changesDigest === null) !== none) return null;
  if (!HEX_32.test(stored ?? '') || !Number.isSafeInteger(Number(seq))) return null;
  const count = Number(recordCount);
  const body = JSON.stringify([
    ...[1, regionCode, id, at, actorKind, actorId, action, outcome],
    ...[changesDigest, count, recordDigest, commitment],
  ]);
  const rest = Buffer.alloc(8 + 8 + 32 + 32);
  rest.writeBigInt64BE(BigInt(first ?? 0), 0);
  rest.writeBigInt64BE(BigInt(last ?? 0), 8);
  rest.write(hash('sha256', epoch ?? '', 'hex'), 16, 'hex');
  rest.write(hash('sha256', body, 'hex'), 48, 'hex');
  return {
    seq: Number(seq),
    id: id!,
    offsets: none ? null : { first: Number(first), last: Number(last) },
    changesDigest: changesDigest ?? null,
    recordCount: count,
    recordDigest: recordDigest ?? null,
    detailCommitment: commitment ?? null,
    hash: stored!,
    rest,
  };
}

/** The hash that an entry has where it stands after this one, at this place. */
export function entryHash(before: string, seq: number, entry: Entry): string {
  const head = Buffer.alloc(40);
  head.write(before, 0, 'hex');
  head.writeBigInt64BE(BigInt(seq), 32);
  return createHash('sha256').update(head).update(entry.rest).digest('hex');
}
