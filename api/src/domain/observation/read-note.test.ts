import fc from 'fast-check';
import { LONGEST_NOTE, readNote } from './read-note.js';

function codeOf(text: string) {
  const outcome = readNote(text, 'note');
  return outcome.ok ? null : outcome.refusal.code;
}

it('OB9 a note is short enough and can be read', () => {
  expect(codeOf('🙂'.repeat(LONGEST_NOTE))).toBeNull();
  expect(codeOf('a'.repeat(LONGEST_NOTE + 1))).toBe('NOTE_TOO_LONG');
  expect(codeOf('🙂'.repeat(LONGEST_NOTE + 1))).toBe('NOTE_TOO_LONG');
  const unreadable = [
    '\0',
    '\u0007',
    'a\rb',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u202e',
    '\u2066',
    '\ud800',
    '\udc00a',
  ];
  for (const piece of unreadable) expect(codeOf(`sebelum${piece}sesudah`)).toBe('NOTE_UNREADABLE');
  for (const piece of ['\n', '\t', '\u200e', 'é', '字', '🙂', '👩‍👧', '−', '\u00a0']) {
    expect(codeOf(`sebelum${piece}sesudah`)).toBeNull();
  }
});

it('OB10 a note is tidied, and a blank one is none', () => {
  expect(readNote('  antre\r\npanjang ', 'note')).toEqual({ ok: true, value: 'antre\npanjang' });
  for (const blank of [null, '', '   ', '\r\n\t'])
    expect(readNote(blank, 'note')).toEqual({ ok: true, value: null });
});

it('tells which text, how long it is, and nothing of what it says', () => {
  const long = readNote('Siti '.repeat(500), 'reason');
  expect(!long.ok && long.refusal).toEqual({
    code: 'NOTE_TOO_LONG',
    field: 'reason',
    mender: 'SENDER',
    message: {
      id: 'Alasan terlalu panjang: 2499 karakter, paling banyak 2000. Ringkas, lalu kirim lagi.',
      en: 'The reason is too long: 2499 characters, at most 2000. Shorten it and send it again.',
    },
  });
  const hidden = readNote('Siti\u202e', 'note');
  expect(!hidden.ok && JSON.stringify(hidden.refusal)).not.toContain('Siti');
});

it('takes what it gave once more as it is, for any text at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = readNote(text, 'note');
      if (once.ok) expect(readNote(once.value, 'note')).toEqual(once);
    }),
    { numRuns: 1000 },
  );
});
