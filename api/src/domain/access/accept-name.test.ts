import { assert, property, string } from 'fast-check';
import { acceptName, LONGEST_NAME } from './accept-name.js';

const codeOf = (name: string) => {
  const outcome = acceptName(name);
  return outcome.ok ? outcome.value : outcome.refusal.code;
};

it('AC16 a wall or a service has a name that people recognise', () => {
  expect(codeOf('  Ruang \n\t Camat ')).toBe('Ruang Camat');
  expect(codeOf('')).toBe('NAME_MISSING');
  expect(codeOf(' \r\n ')).toBe('NAME_MISSING');
  expect(codeOf('x'.repeat(LONGEST_NAME))).toBe('x'.repeat(LONGEST_NAME));
  expect(codeOf('𝒳'.repeat(LONGEST_NAME))).toBe('𝒳'.repeat(LONGEST_NAME));
  expect(codeOf('x'.repeat(LONGEST_NAME + 1))).toBe('NAME_TOO_LONG');
  expect(codeOf('Ruang\u202eCamat')).toBe('NAME_UNREADABLE');
  expect(codeOf('Ruang\u0000Camat')).toBe('NAME_UNREADABLE');
});

it('a name that was taken is taken again as it is', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 200 }), (text) => {
      const taken = acceptName(text);
      if (taken.ok) expect(acceptName(taken.value)).toEqual(taken);
    }),
  );
});
