import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { link, mkdir, open as openFile, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The server's root secret, from which every other key comes. A key object and no text, so that nothing that prints
 * it shows it.
 */
export type RootSecret = KeyObject;

/** A secret that cannot be used. The message says why and never repeats any of it. */
export class SecretRefused extends Error {}

/** What keys are for. A key of one purpose opens nothing of another. */
export type KeyPurpose =
  /** Seals second factors at rest. */
  | 'second-factor'
  /** Signs places in lists. */
  | 'cursor'
  /** Signs what the audit record was at a time. */
  | 'checkpoint'
  /** Hashes short codes that pair a screen. */
  | 'pairing'
  /** Hashes whose failures are counted, so that no login name or address is stored. */
  | 'rate'
  /** Seals a sign-in that is under way at another provider. */
  | 'oidc'
  /** Makes and hashes the codes by which citizens follow their complaints. */
  | 'complaint-code'
  /** Hashes the codes by which citizens follow what they said in a forum. */
  | 'forum-code'
  /** Makes the codes that screens in the halls of forums show. */
  | 'hall-code'
  /** Says where the name of whoever complains stands. */
  | 'complainant-place'
  /** Seals that name. */
  | 'complainant'
  /** Makes and hashes the codes that QR sheets of counters hold. */
  | 'counter-code'
  /** Makes and hashes the codes by which citizens erase a contact that they left with feedback. */
  | 'feedback-code'
  /** Says where that contact stands. */
  | 'feedback-contact-place'
  /** Seals that contact. */
  | 'feedback-contact'
  /** Seals the secrets by which messages to other programs are signed. */
  | 'webhook';

export interface SecretSource {
  /** What the environment names; undefined where it names none. */
  readonly given: string | undefined;
  /** Where the server keeps one that it made itself. */
  readonly file: string;
}

const SHORTEST = 32;
const FEWEST_DISTINCT = 10;
const MADE_BYTES = 32;
const MADE = /^[A-Za-z0-9_-]{43}$/;

/** What stands in manuals, and is therefore known to everybody: in lower case and without what separates words. */
const EXAMPLES = new Set(
  [
    'changemechangemechangemechangeme',
    'please change me to something secret',
    'this is a secret of at least 32 characters',
    'your-secret-key-at-least-32-characters',
    'your super secret key goes right here',
    'replace-this-with-32-random-characters',
    'pantau-secret-pantau-secret-pantau-secret',
    '0123456789abcdef0123456789abcdef',
    '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    'abcdefghijklmnopqrstuvwxyz012345',
    'abcdefghijklmnopqrstuvwxyz0123456789',
    '12345678901234567890123456789012',
  ].map(plainly),
);

/**
 * The root secret: the one that is given, or else the one in the file, which is made on the first start. Processes
 * that start at the same time agree on one.
 * @throws SecretRefused where it could be guessed or has been open to others
 */
export async function openSecret({ given, file }: SecretSource): Promise<RootSecret> {
  if (given !== undefined) return readGiven(given);
  const kept = await readKept(file);
  if (kept !== null) return kept;
  await makeKept(file);
  const made = await readKept(file);
  if (made === null) throw new SecretRefused(`${file}: was removed while the server started; start it again`);
  return made;
}

/** A key of 32 bytes for one purpose (HKDF with SHA-256, RFC 5869). */
export function deriveKey(secret: RootSecret, purpose: KeyPurpose): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `pantau/${purpose}/1`, 32)));
}

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/**
 * Encrypts with AES-256-GCM: version, nonce, tag, text. `associated` names the place where it belongs, for example
 * region and account; in any other place it does not open.
 */
export function seal(key: KeyObject, plain: Uint8Array, associated: readonly string[]): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(placeOf(associated));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), text]);
}

/** What was sealed; null where it was changed, moved, sealed by another key or in a version not known. */
export function open(key: KeyObject, sealed: Uint8Array, associated: readonly string[]): Buffer | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length < HEAD_BYTES || bytes[0] !== VERSION) return null;
  const iv = bytes.subarray(1, 1 + IV_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(placeOf(associated));
  decipher.setAuthTag(bytes.subarray(1 + IV_BYTES, HEAD_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

/** As JSON, so that no two lists of names are the same bytes. */
function placeOf(associated: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([VERSION, ...associated]));
}

function readGiven(given: string): RootSecret {
  if ([...given].length < SHORTEST) {
    throw new SecretRefused(`PANTAU_SECRET: takes at least ${SHORTEST} characters`);
  }
  if (new Set(given).size < FEWEST_DISTINCT || EXAMPLES.has(plainly(given))) {
    throw new SecretRefused('PANTAU_SECRET: could be guessed; take 32 random bytes, for example in base64');
  }
  return createSecretKey(Buffer.from(given, 'utf8'));
}

function plainly(text: string): string {
  return text.toLowerCase().replace(/[\s_.-]/g, '');
}

async function readKept(file: string): Promise<RootSecret | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  // Windows keeps no such modes; there the folder of the person protects it.
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) {
    throw new SecretRefused(
      `${file}: others on this machine can read the secret. Take their rights away (chmod 600), or remove the file: then everybody signs in again`,
    );
  }
  if (!MADE.test(text.trim())) {
    throw new SecretRefused(
      `${file}: does not hold a secret that this server made; bring it back or remove it`,
    );
  }
  return createSecretKey(Buffer.from(text.trim(), 'utf8'));
}

/**
 * Writes aside first, then gives it its name, which works for one process only: nobody ever reads half a secret, and
 * a crash in between leaves none.
 */
async function makeKept(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await openFile(aside, 'wx', 0o600);
    try {
      await handle.writeFile(randomBytes(MADE_BYTES).toString('base64url'));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(aside, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(aside, { force: true });
  }
}
