import { BERAKHLAK } from './berakhlak.js';

it('has the seven core values in the order of the law', () => {
  expect(BERAKHLAK.map(({ code, value }) => `${code} ${value}`)).toEqual([
    'AKH-1 BERORIENTASI_PELAYANAN',
    'AKH-2 AKUNTABEL',
    'AKH-3 KOMPETEN',
    'AKH-4 HARMONIS',
    'AKH-5 LOYAL',
    'AKH-6 ADAPTIF',
    'AKH-7 KOLABORATIF',
  ]);
});

it('its names spell BerAKHLAK', () => {
  expect(BERAKHLAK.map(({ name }) => name.id.charAt(0)).join('')).toBe('BAKHLAK');
});

it('has three behaviours for each, counted from 1', () => {
  for (const { code, behaviours } of BERAKHLAK) {
    expect(behaviours.map((behaviour) => behaviour.code)).toEqual([`${code}.1`, `${code}.2`, `${code}.3`]);
  }
});

it('says everything once and in both languages', () => {
  const texts = BERAKHLAK.flatMap(({ definition, behaviours }) => [
    definition,
    ...behaviours.map(({ text }) => text),
  ]);
  expect(texts).toHaveLength(28);
  for (const language of ['id', 'en'] as const) {
    const said = texts.map((text) => text[language]);
    expect(new Set(said).size).toBe(28);
    for (const text of said) expect(text).toMatch(/^[A-Z].{8,}[^.\s]$/);
  }
  for (const { id, en } of texts) expect(id).not.toBe(en);
});

it.each([
  ['AKH-1.2', 'Ramah, cekatan, solutif, dan dapat diandalkan'],
  ['AKH-2.3', 'Tidak menyalahgunakan kewenangan jabatan'],
  ['AKH-3.2', 'Membantu orang lain belajar'],
  ['AKH-4.1', 'Menghargai setiap orang apa pun latar belakangnya'],
  ['AKH-5.3', 'Menjaga rahasia jabatan dan negara'],
  ['AKH-6.3', 'Bertindak proaktif'],
  ['AKH-7.2', 'Terbuka dalam bekerja sama untuk menghasilkan nilai tambah'],
])('%s is told in the words of the law: %s', (code, text) => {
  const all = BERAKHLAK.flatMap(({ behaviours }) => behaviours);
  expect(all.find((behaviour) => behaviour.code === code)?.text.id).toBe(text);
});
