import fc from 'fast-check';
import { LOGIN_NAME_REFUSALS, readLoginName } from './login-name.js';

const codeOf = (text: string) => {
  const read = readLoginName(text);
  return read.ok ? read.value : read.refusal.code;
};

it('AC1 a login name has 3 to 64 characters', () => {
  expect(codeOf(' siti ')).toBe('siti');
  expect(codeOf('abc')).toBe('abc');
  expect(codeOf('a'.repeat(64))).toBe('a'.repeat(64));
  for (const text of ['', '   ', 'ab', 'a'.repeat(65), 'a'.repeat(100_000), '\u{fdfa}'.repeat(250)]) {
    expect(codeOf(text)).toBe('LOGIN_NAME_LENGTH');
  }
});

it('AC2 a login name holds plain letters, digits and a few signs', () => {
  expect(codeOf('siti.aminah@surabaya.go.id')).toBe('siti.aminah@surabaya.go.id');
  expect(codeOf('observer_2-a')).toBe('observer_2-a');
  for (const text of [
    'siti aminah',
    's\u0456ti',
    'siti\u0000',
    'siti\u202e',
    'si/ti',
    'si:ti',
    'sitï',
    "siti'--",
    '٣٤٥٦',
  ]) {
    expect(codeOf(text)).toBe('LOGIN_NAME_CHARACTERS');
  }
});

it('AC3 a NIP is no login name', () => {
  const nip = '198501012010011001';
  for (const text of [
    nip,
    '19850101.201001.1.001',
    '19850101-201001_1.001',
    `${nip}@asn.go.id`,
    `pns${nip}`,
    '１98501012010011001',
  ]) {
    expect(codeOf(text)).toBe('LOGIN_NAME_IS_NIP');
  }
  expect(codeOf('19850101201001100')).toBe('19850101201001100');
});

it('AC4 a login name is the same in any case and width', () => {
  expect(['Siti', 'SITI', 'ｓｉｔｉ', 'ＳＩＴＩ'].map(codeOf)).toEqual(['siti', 'siti', 'siti', 'siti']);
});

it('a login name that was read is read as itself, and reading never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Za-z0-9._@-]{1,70}$/)),
      (text) => {
        const read = readLoginName(text);
        if (read.ok) {
          expect(read.value).toMatch(/^[a-z0-9._@-]{3,64}$/);
          expect(readLoginName(read.value)).toEqual(read);
        } else {
          expect(read.refusal.message).toBe(LOGIN_NAME_REFUSALS[read.refusal.code].message);
        }
      },
    ),
  );
});
