import { hallAddress, hallInHash } from './hall-address.js';

const HALL = {
  region: '35.78',
  session: '01936f5e-7a10-7b32-8c1d-0123456789ab',
  code: 'BCDFGHJKLMNP',
};

it('what the QR code of a hall opens leads back to its session, and no server is sent any of it', () => {
  const address = new URL(hallAddress('https://pantau.example', { ...HALL, code: 'BCDF-GHJK-LMNP' }));
  expect(hallInHash(address.hash)).toEqual(HALL);
  expect([address.pathname, address.search]).toEqual(['/hadir', '']);
  // No more than a code of 37 modules takes.
  expect(address.href.length).toBeLessThanOrEqual(84);
});

it.each(['', '#content', '#35.78', '#35.78.01936f5e.BCDFGHJKLMNP', '#BCDFGHJKLMNPQRSTVWXZ'])(
  '%j is the code of no hall',
  (hash) => {
    expect(hallInHash(hash)).toBeNull();
  },
);
