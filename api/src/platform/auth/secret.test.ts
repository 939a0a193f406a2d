import { spawn } from 'node:child_process';
import { createSecretKey, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { deriveKey, open, openSecret, seal, SecretRefused, type KeyPurpose } from './secret.js';

const GOOD = 'q8Zr-2fKx_mV7tYw0bN4cJ6hL9pD1sG3';

describe('the root secret', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pantau-secret-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const fileOf = () => join(folder, 'home', 'secret');
  const bytesOf = async (given?: string) => (await openSecret({ given, file: fileOf() })).export();

  it('is the one that is given, and then no file is made', async () => {
    expect((await bytesOf(GOOD)).toString()).toBe(GOOD);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is made once, for its owner alone, and the same after a restart', async () => {
    const first = await bytesOf();
    expect(await bytesOf()).toEqual(first);
    expect(await readdir(join(folder, 'home'))).toEqual(['secret']);
    expect((await stat(fileOf())).mode & 0o777).toBe(0o600);
    expect(await readFile(fileOf(), 'utf8')).toMatch(/^[\w-]{43}$/);
  });

  it('is one, however many ask for it first', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => bytesOf()));
    expect(new Set(all.map((bytes) => bytes.toString('hex'))).size).toBe(1);
    expect(await readdir(join(folder, 'home'))).toEqual(['secret']);
  });

  it.each([
    ['too short', 'short'],
    ['empty', ''],
    ['of few characters', 'ababababababababababababababababababababab'],
    ['an example', 'your-secret-key-at-least-32-characters'],
    ['an example in other dress', 'YOUR_SECRET_KEY_AT_LEAST_32_CHARACTERS'],
    ['hexadecimal out of a manual', '0123456789abcdef0123456789abcdef'],
  ])('that is %s is refused without being repeated', async (_what, given) => {
    const told = await openSecret({ given, file: fileOf() }).catch((error: Error) => error);
    expect(told).toBeInstanceOf(SecretRefused);
    if (given !== '') expect((told as Error).message).not.toContain(given);
    expect(await readdir(folder)).toEqual([]);
  });

  it('that others could read, or that was cut off, is refused and left as it is', async () => {
    await bytesOf();
    await chmod(fileOf(), 0o644);
    await expect(bytesOf()).rejects.toThrow(/others on this machine/);
    await chmod(fileOf(), 0o600);
    await writeFile(fileOf(), 'half');
    await expect(bytesOf()).rejects.toThrow(/does not hold a secret/);
    expect(await readFile(fileOf(), 'utf8')).toBe('half');
  });

  it('is one for processes that start together', async () => {
    const source = join(import.meta.dirname, '../../../dist/platform/auth/secret.js');
    // The build has it once it was built; without one this says so.
    await stat(source);
    const script = `const { openSecret } = await import(${JSON.stringify(source)});
      const secret = await openSecret({ given: undefined, file: ${JSON.stringify(fileOf())} });
      process.stdout.write(secret.export().toString('hex'));`;
    const answers = await Promise.all(Array.from({ length: 4 }, () => runNode(script)));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^[0-9a-f]{86}$/);
  });

  it('shows nothing when it is printed', async () => {
    const secret = await openSecret({ given: GOOD, file: fileOf() });
    expect(inspect(secret) + JSON.stringify(secret)).not.toContain(GOOD);
  });
});

describe('derived keys', () => {
  const secret = createSecretKey(Buffer.from(GOOD));
  const purposes: KeyPurpose[] = [
    ...(['second-factor', 'cursor', 'checkpoint', 'pairing', 'rate', 'oidc'] as const),
    ...(['complaint-code', 'complainant-place', 'complainant'] as const),
    ...(['forum-code', 'hall-code'] as const),
    ...(['counter-code', 'feedback-code', 'feedback-contact-place', 'feedback-contact'] as const),
  ];

  it('are the same for the same purpose and differ for each other one', () => {
    const keys = purposes.map((purpose) => deriveKey(secret, purpose).export().toString('hex'));
    expect(new Set(keys).size).toBe(purposes.length);
    expect(keys[0]).toBe(deriveKey(secret, 'second-factor').export().toString('hex'));
    expect(keys.every((key) => key.length === 64)).toBe(true);
  });

  it('stay what they are from version to version: what was sealed must open', () => {
    expect(deriveKey(secret, 'second-factor').export().toString('hex')).toBe(
      '134c45813940fcdb76a678543326c465956f104525379d6961b7e34caa8b4dac',
    );
  });
});

describe('a sealed value', () => {
  const key = createSecretKey(randomBytes(32));
  const bytes = fc.uint8Array({ maxLength: 200 });

  it('opens in its own place', () => {
    fc.assert(
      fc.property(bytes, fc.array(fc.string()), (plain, place) => {
        expect(open(key, seal(key, plain, place), place)).toEqual(Buffer.from(plain));
      }),
    );
  });

  it('opens in no other place, nor where the place is cut differently', () => {
    const sealed = seal(key, Buffer.from('x'), ['35.78', 'a']);
    for (const place of [
      ['35.78', 'b'],
      ['35.79', 'a'],
      ['35.78a'],
      ['35.7', '8a'],
      ['35.78', 'a', ''],
      [],
    ]) {
      expect(open(key, sealed, place)).toBeNull();
    }
  });

  it('opens with no other key', () => {
    expect(open(createSecretKey(randomBytes(32)), seal(key, Buffer.from('x'), []), [])).toBeNull();
  });

  it('does not open once any bit of it is another, or it is shorter', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 7 }), (place, bit) => {
        const sealed = seal(key, Buffer.from('a secret'), ['35.78']);
        const changed = Buffer.from(sealed);
        changed[place % changed.length]! ^= 1 << bit;
        expect(open(key, changed, ['35.78'])).toBeNull();
        expect(open(key, sealed.subarray(0, place % sealed.length), ['35.78'])).toBeNull();
      }),
    );
  });

  it('never looks the same twice', () => {
    const all = Array.from({ length: 100 }, () => seal(key, Buffer.from('x'), []).toString('hex'));
    expect(new Set(all).size).toBe(100);
  });
});

function runNode(script: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(told) : reject(new Error(`ended with ${code}`))));
  });
}
