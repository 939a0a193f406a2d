import { randomBytes } from 'node:crypto';
import { hash, parseOptions, verify, type ParsedHashOptions } from '@node-rs/argon2';

/**
 * What OWASP's Password Storage Cheat Sheet names first for Argon2id: 19 MiB of memory, 2 passes, 1 lane. The numbers
 * of the algorithm and of its version are those of the library, whose enums cannot be imported file by file.
 */
const ARGON2ID = 2;
const VERSION_19 = 1;
const MEMORY_KIB = 19 * 1024;
const PASSES = 2;
const LANES = 1;
const HASH_BYTES = 32;
const SALT_BYTES = 16;

const PARAMETERS = {
  algorithm: ARGON2ID,
  version: VERSION_19,
  memoryCost: MEMORY_KIB,
  timeCost: PASSES,
  parallelism: LANES,
  outputLen: HASH_BYTES,
} as const;

/** Bytes of a password that are looked at, well beyond what a password may be; more is never right. */
const LONGEST_BYTES = 1024;

/** How many are computed at the same time: half of Node's four threads, so that files and names are still served. */
const AT_ONCE = 2;
/** How many may wait for their turn: 50 of them are a second or two. */
const WAITING = 50;

/** Too many sign-ins at the same time. Nothing was looked at; the same attempt may be made again in a moment. */
export class Busy extends Error {
  constructor() {
    super('too many sign-ins at the same time');
  }
}

/**
 * What an unknown name is held against, so that it takes as long as a wrong password. Its bytes are the hash of
 * nothing: no password fits.
 */
const NOBODY = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${bare(randomBytes(SALT_BYTES))}$${bare(randomBytes(HASH_BYTES))}`;

/** The hash to store of a password that the rules have let pass. @throws Busy */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(composed(password), PARAMETERS));
}

/**
 * Whether the password is the one of the hash. `stored` is null where nobody has the name: it takes as long, and is
 * false. @throws Busy
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const tried = composed(password);
  const fits = tried.length <= LONGEST_BYTES;
  const right = await inTurn(() => verify(stored ?? NOBODY, fits ? tried : ''));
  return right && fits && stored !== null;
}

/** Whether a hash was made by other parameters than today's; then the next right password makes a new one. */
export function needsRehash(stored: string): boolean {
  let made: ParsedHashOptions;
  try {
    made = parseOptions(stored);
  } catch {
    return true;
  }
  const { algorithm, version, memoryCost, timeCost, parallelism, outputLen } = made;
  const parameters: Readonly<Record<keyof typeof PARAMETERS, number>> = {
    algorithm,
    version,
    memoryCost,
    timeCost,
    parallelism,
    outputLen,
  };
  return Object.entries(PARAMETERS).some(
    ([name, today]) => parameters[name as keyof typeof PARAMETERS] !== today,
  );
}

/** The same letters are the same bytes, whatever keyboard wrote them (RFC 8265 takes NFC, NIST NFKC; we take NFKC). */
function composed(password: string): Buffer {
  return Buffer.from(password.normalize('NFKC'), 'utf8');
}

/** As in a PHC string: base64 without padding. */
function bare(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Each computation takes 19 MiB and a thread: a flood of sign-ins waits in a short row, and beyond it is sent away
 * before it costs anything.
 */
async function inTurn<T>(compute: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) throw new Busy();
    // Whoever leaves hands its place on, so that nobody who comes now is before those who wait.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await compute();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
