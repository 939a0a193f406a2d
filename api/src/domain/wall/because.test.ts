import { amount } from '../amount.js';
import { because, type BecauseOfObservation } from './because.js';

const named = (name: string) => ({ id: name, en: name });
const KALIJUDAN = named('Kalijudan');

const WAITING: BecauseOfObservation = {
  kind: 'OBSERVATION',
  delta: amount('0.214286'),
  indicatorName: { id: 'Waktu tunggu loket (median)', en: 'Waiting time at the counter (median)' },
  measureUnit: 'menit',
  value: amount('14'),
  target: amount('15'),
};

it('tells an observation by its indicator, value and target', () => {
  expect(because(KALIJUDAN, WAITING)).toEqual({
    id: 'Kalijudan +0,21: waktu tunggu loket (median) tercatat 14 menit, target 15 menit',
    en: 'Kalijudan +0.21: waiting time at the counter (median) recorded as 14 menit, target 15 menit',
  });
});

it('tells a correction as one, and a fall with a true minus', () => {
  expect(
    because(KALIJUDAN, { ...WAITING, kind: 'CORRECTION', delta: amount('-1.5'), value: amount('16.25') }),
  ).toEqual({
    id: 'Kalijudan −1,5: waktu tunggu loket (median) dikoreksi menjadi 16,25 menit, target 15 menit',
    en: 'Kalijudan −1.5: waiting time at the counter (median) corrected to 16.25 menit, target 15 menit',
  });
});

it('tells what was taken back', () => {
  expect(because(KALIJUDAN, { ...WAITING, kind: 'WITHDRAWAL', delta: amount('-1.5') })).toEqual({
    id: 'Kalijudan −1,5: waktu tunggu loket (median), catatan 14 menit ditarik',
    en: 'Kalijudan −1.5: waiting time at the counter (median), record of 14 menit withdrawn',
  });
});

it('tells behaviour by its core value and never how it was seen', () => {
  const told = because(named('Dukuh Sutorejo'), {
    kind: 'BEHAVIOUR',
    delta: amount('0.3'),
    coreValue: 'KOLABORATIF',
  });
  expect(told).toEqual({
    id: 'Dukuh Sutorejo +0,3: pengamatan perilaku Kolaboratif',
    en: 'Dukuh Sutorejo +0.3: behaviour observed, Collaborative',
  });
});

it('tells no change where there was no value before or after', () => {
  expect(because(KALIJUDAN, { ...WAITING, delta: null }).id).toMatch(/^Kalijudan: waktu tunggu/);
});

it('sets a percent sign close, and leaves abbreviations as they are', () => {
  const told = because(KALIJUDAN, {
    ...WAITING,
    indicatorName: { id: 'KTP-el selesai tepat waktu', en: 'ID cards done in time' },
    measureUnit: '%',
    value: amount('96.5'),
    target: amount('95'),
  });
  expect(told.id).toBe('Kalijudan +0,21: KTP-el selesai tepat waktu tercatat 96,5%, target 95%');
  expect(told.en).toBe('Kalijudan +0.21: ID cards done in time recorded as 96.5%, target 95%');
});

it('tells an import by the number of its observations', () => {
  const imported = { kind: 'IMPORT', delta: null } as const;
  const kecamatan = named('Kecamatan Mulyorejo');
  expect(because(kecamatan, { ...imported, observations: 1250 })).toEqual({
    id: 'Kecamatan Mulyorejo: 1.250 pengamatan masuk dari berkas',
    en: 'Kecamatan Mulyorejo: 1,250 observations came in from a file',
  });
  expect(because(kecamatan, { ...imported, delta: amount('0.001'), observations: 1 })).toEqual({
    id: 'Kecamatan Mulyorejo ±0: 1 pengamatan masuk dari berkas',
    en: 'Kecamatan Mulyorejo ±0: 1 observation came in from a file',
  });
});

it('tells somebody what the office decided about them', () => {
  const mine = { id: 'Nilai Anda', en: 'Your score' };
  const told = (['PLAN', 'MOVE', 'POLICY'] as const).map((kind) =>
    because(mine, { kind, delta: amount('-0.5') }),
  );
  expect(told).toEqual([
    { id: 'Nilai Anda −0,5: rencana kerja berubah', en: 'Your score −0.5: the work plan changed' },
    { id: 'Nilai Anda −0,5: penempatan berubah', en: 'Your score −0.5: the place of service changed' },
    {
      id: 'Nilai Anda −0,5: aturan penilaian baru berlaku',
      en: 'Your score −0.5: a new scoring policy holds',
    },
  ]);
});
