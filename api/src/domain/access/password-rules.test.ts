import fc from 'fast-check';
import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords.js';
import { acceptPassword, PASSWORD_REFUSALS } from './password-rules.js';

const CONTEXT = { loginName: 'aminah@surabaya.go.id', words: ['Kecamatan Mulyorejo', 'Kota Surabaya'] };
const codeOf = (password: string, context = CONTEXT) => {
  const accepted = acceptPassword(password, context);
  return accepted.ok ? 'OK' : accepted.refusal.code;
};

it('AC5 a password has 12 to 128 characters', () => {
  expect(codeOf('kopi tubruk di pagi hari')).toBe('OK');
  expect(codeOf('kopi tubruk')).toBe('PASSWORD_SHORT');
  expect(codeOf('kopi tubruk!')).toBe('OK');
  expect(codeOf('')).toBe('PASSWORD_SHORT');
  const long = 'hujan turun kucing tidur '.repeat(6);
  expect(codeOf(long.slice(0, 128))).toBe('OK');
  expect(codeOf(long.slice(0, 129))).toBe('PASSWORD_LONG');
  expect(codeOf('kopi tubruk '.repeat(10_000))).toBe('PASSWORD_LONG');
  // Counted as they are hashed: eleven letters of which one was two, eleven of which one becomes two.
  expect(codeOf('kopi tubrue\u0301')).toBe('PASSWORD_SHORT');
  expect(codeOf('kopi tubru\ufb01')).toBe('OK');
});

it('AC6 a password has at least 5 different characters', () => {
  for (const password of [
    'abababababab',
    'AaAaAaAaAaAa',
    'abcdabcdabcdabcd',
    '    ....    ....',
    'a'.repeat(128),
  ]) {
    expect(codeOf(password)).toBe('PASSWORD_MONOTONOUS');
  }
  expect(codeOf('kenek kenek kena')).toBe('OK');
});

it('AC7 a password is not one that many people have', () => {
  for (const password of [
    'P@ssword-1234',
    'Password1234!',
    'Indonesia1945!',
    '2026-s4y4ng-2026',
    'sayangsayang!',
    'rahasia rahasia 12',
    'sayangsayangsayang',
    '198501012010011001',
    '0812 3456 7891',
    'uiopasdfghjk',
    'lkjhgfdsapoiuy',
    '0987654321098',
    '1234567890123456',
    'zyxwvutsrqpo',
    'Qwertyuiop1q2'.slice(0, 10) + 'as',
    'bi5m1ll4h-123',
    'correct horse battery staple',
  ]) {
    expect(codeOf(password)).toBe('PASSWORD_COMMON');
  }
  for (const password of [
    '1234567890 itu nomor saya',
    'sayang kucing 2026',
    '2026 ke rumah 1945',
    'rahasia malam 12',
    'sayangngngngng',
    'sasasasasayang',
  ]) {
    expect(codeOf(password)).toBe('OK');
  }
});

it('AC8 a password does not hold the login name', () => {
  for (const password of ['aminah senang menanam', 'senang A-M-I-N-A-H senang', '4m1nah menanam mawar']) {
    expect(codeOf(password)).toBe('PASSWORD_HAS_NAME');
  }
  expect(codeOf('wanita menanam mawar', { ...CONTEXT, loginName: 'ani' })).toBe('OK');
});

it('AC9 a password does not hold a word of the product or the office', () => {
  for (const password of [
    'p4ntau terus kerjanya',
    'terus P@NTAU kerjanya',
    'mawar di Mulyorejo',
    'mawar di mu1y0rej0',
  ]) {
    expect(codeOf(password)).toBe('PASSWORD_HAS_WORD');
  }
  expect(codeOf('mawar di Mulyorejo', { ...CONTEXT, words: [] })).toBe('OK');
  expect(codeOf('mawar di kota itu', { ...CONTEXT, words: ['Kota'] })).toBe('PASSWORD_HAS_WORD');
  // Words of fewer than four letters are in many others.
  expect(codeOf('mawar di kota itu', { ...CONTEXT, words: ['di itu'] })).toBe('OK');
});

it('AC10 nothing else is asked of a password', () => {
  expect(codeOf('hujan turun kucing tidur')).toBe('OK');
  expect(codeOf('🌧🐈🌿🍚🌶🥥🍌🥭🍍🐟🦐🐚')).toBe('OK');
  expect(codeOf('雨 が 降る と 猫 は 眠る')).toBe('OK');
});

it('each common password is refused, whatever it is dressed in', () => {
  for (const password of COMMON_PASSWORDS) {
    for (const dressed of [password, password.toUpperCase(), [...password].join('-'), `${password}!`]) {
      expect(['PASSWORD_COMMON', 'PASSWORD_MONOTONOUS']).toContain(
        codeOf(dressed, { loginName: '', words: [] }),
      );
    }
  }
});

it('each common word among digits and signs is refused', () => {
  for (const word of COMMON_WORDS) {
    for (const dressed of [`${word}2468024680`, `--${word.toUpperCase()}--1975319753`, `13579135 ${word}`]) {
      expect(codeOf(dressed, { loginName: '', words: [] })).toBe('PASSWORD_COMMON');
    }
  }
});

it('each of the common passwords passes by length, or it would be there for nothing', () => {
  expect(COMMON_PASSWORDS.filter((password) => password.length < 12)).toEqual([]);
  for (const list of [COMMON_PASSWORDS, COMMON_WORDS]) expect(new Set(list).size).toBe(list.length);
});

it('what is accepted is composed and accepted again; what is refused is not repeated; nothing throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string(),
      fc.array(fc.string()),
      (password, loginName, words) => {
        const accepted = acceptPassword(password, { loginName, words });
        if (accepted.ok) {
          expect(accepted.value).toBe(password.normalize('NFKC'));
          expect(acceptPassword(accepted.value, { loginName, words })).toEqual(accepted);
        } else {
          expect(accepted.refusal.message).toBe(PASSWORD_REFUSALS[accepted.refusal.code].message);
        }
      },
    ),
  );
});
