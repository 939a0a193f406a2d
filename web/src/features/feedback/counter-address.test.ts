import { codeInHash, counterAddress, typingAddress } from './counter-address.js';

it('the address of a counter holds its code behind the #, and is read back from there', () => {
  const address = counterAddress('https://pantau.example', '35.78', 'BCDF-GHJK-LMNP-QRST-VWXZ');
  expect(address).toBe('https://pantau.example/nilai?region=35.78#BCDFGHJKLMNPQRSTVWXZ');
  expect(codeInHash(new URL(address).hash)).toBe('BCDFGHJKLMNPQRSTVWXZ');
});

it('who types the code is led to the region too', () => {
  expect(typingAddress('https://pantau.example', '35.78')).toBe('https://pantau.example/nilai?region=35.78');
});

it('what is no code behind the # is none', () => {
  expect(codeInHash('')).toBeNull();
  expect(codeInHash('#content')).toBeNull();
  expect(codeInHash('#bcdf-ghjk-lmnp-qrst-vwxz')).toBe('BCDFGHJKLMNPQRSTVWXZ');
});
