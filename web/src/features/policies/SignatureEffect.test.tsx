import { renderToStaticMarkup } from 'react-dom/server';
import { FAKE_PERIODS } from '../../testing/fake-policies.js';
import { readMarkup } from '../../testing/read-markup.js';
import { SignatureEffect } from './SignatureEffect.js';

describe('SignatureEffect', () => {
  const draw = (effectiveFrom: string) =>
    readMarkup(
      renderToStaticMarkup(
        <SignatureEffect
          version="2026-2"
          effectiveFrom={effectiveFrom}
          periods={FAKE_PERIODS}
          language="id"
        />,
      ),
    );
  it('names the periods that begin on the day or later, and no other', () => {
    const text = draw('2026-10-01');
    expect(text).toContain('Periode yang mulai pada 1 Oktober 2026 atau sesudahnya memakai aturan 2026-2 .');
    expect(text).toMatch(/Triwulan IV 2026: 2026-1 → 2026-2 ; nilainya dihitung ulang sekarang juga/);
    expect(text).not.toContain('Triwulan III');
    expect(draw('2026-10-02')).not.toContain('Triwulan IV');
    expect(text).toContain('Tanda tangan tidak dapat ditarik.');
  });
  it('says beforehand that a closed period is in the way', () => {
    expect(draw('2026-07-01')).toMatch(/Triwulan III 2026: .* sudah ditutup, jadi tanda tangan akan ditolak/);
  });
});
