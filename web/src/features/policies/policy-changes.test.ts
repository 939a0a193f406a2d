import { scoringPolicy } from '../../testing/fake-policies.js';
import { changesBetween } from './policy-changes.js';

describe('changesBetween', () => {
  const before = scoringPolicy();

  it('finds nothing where nothing is another', () => {
    expect(changesBetween(before, scoringPolicy({ version: '2026-2' }), 'id')).toEqual([]);
  });
  it('tells numbers, choices and weights in words, before and after', () => {
    const after = scoringPolicy({
      attainmentMethod: 'RATIO',
      shares: { results: '62.5', behaviour: '37.5' },
      weightSets: [
        {
          role: 'LOKET',
          weights: [
            { indicator: 'ADM-01', weight: '37.5' },
            { indicator: 'ADM-03', weight: '40' },
            { indicator: 'ADM-07', weight: '22.5' },
          ],
        },
      ],
    });
    expect(changesBetween(before, after, 'id')).toEqual([
      { label: 'Hasil kerja (%)', before: '70', after: '62,5' },
      { label: 'Perilaku (%)', before: '30', after: '37,5' },
      {
        label: 'Cara menghitung capaian',
        before: 'Garis lurus lewat target',
        after: 'Realisasi ÷ target (SKP)',
      },
      { label: 'LOKET · ADM-03', before: '32,5', after: '40' },
      { label: 'LOKET · IKM-01', before: '30', after: null },
      { label: 'LOKET · ADM-07', before: null, after: '22,5' },
    ]);
  });
});
