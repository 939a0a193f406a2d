import { hashSync, parseOptions } from '@node-rs/argon2';
import { Busy, hashPassword, needsRehash, verifyPassword } from './password-hash.js';

const PASSWORD = 'kopi tubruk di pagi hari';

describe('a password hash', () => {
  it('is argon2id with the parameters of OWASP, never the same twice, and says nothing of the password', async () => {
    const [one, other] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$]{22}\$[^$]{43}$/);
    expect(one).not.toBe(other);
    expect(parseOptions(one)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1, saltLen: 16 });
  });

  it('lets its own password in and no other', async () => {
    const stored = await hashPassword(PASSWORD);
    expect(await verifyPassword(stored, PASSWORD)).toBe(true);
    for (const wrong of ['', `${PASSWORD} `, PASSWORD.toUpperCase(), 'x'.repeat(100_000)]) {
      expect(await verifyPassword(stored, wrong)).toBe(false);
    }
  });

  it('takes letters that are composed and decomposed, wide and narrow, for the same', async () => {
    const stored = await hashPassword('café ﬁlsuf １２３ rumah');
    expect(await verifyPassword(stored, 'cafe\u0301 filsuf 123 rumah')).toBe(true);
  });

  it('of nobody fits no password, not even an empty or an overlong one', async () => {
    for (const tried of ['', PASSWORD, 'x'.repeat(100_000)])
      expect(await verifyPassword(null, tried)).toBe(false);
  });

  it('of an empty password is not what an overlong one is held against', async () => {
    const stored = hashSync('');
    expect(await verifyPassword(stored, 'x'.repeat(1025))).toBe(false);
  });

  it('is made again where its parameters are not those of today', async () => {
    expect(needsRehash(await hashPassword(PASSWORD))).toBe(false);
    const today = {
      algorithm: 2,
      version: 1,
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
      outputLen: 32,
    };
    expect(needsRehash(hashSync(PASSWORD, today))).toBe(false);
    for (const other of [
      { algorithm: 1 },
      { version: 0 },
      { memoryCost: 8192 },
      { timeCost: 1 },
      { parallelism: 2 },
      { outputLen: 16 },
    ]) {
      expect(needsRehash(hashSync(PASSWORD, { ...today, ...other }))).toBe(true);
    }
    expect(needsRehash('what somebody wrote into the table')).toBe(true);
  });

  it('that cannot be read is a fault, not a wrong password, and gives its place back', async () => {
    for (let time = 0; time < 5; time += 1)
      await expect(verifyPassword('junk', PASSWORD)).rejects.toThrow('Decoding failed');
    expect(await verifyPassword(await hashPassword(PASSWORD), PASSWORD)).toBe(true);
  });
});

describe('a flood of sign-ins', () => {
  it('waits in a short row; beyond it each is sent away, and the row is served to its end', async () => {
    const stored = await hashPassword(PASSWORD);
    const flood = await Promise.allSettled(
      Array.from({ length: 200 }, () => verifyPassword(stored, PASSWORD)),
    );
    const served = flood.filter(({ status }) => status === 'fulfilled');
    const away = flood.filter((one) => one.status === 'rejected').map((one) => one.reason as unknown);
    expect(served).toHaveLength(52);
    expect(away.every((reason) => reason instanceof Busy)).toBe(true);
    expect(await verifyPassword(stored, PASSWORD)).toBe(true);
  });
});
