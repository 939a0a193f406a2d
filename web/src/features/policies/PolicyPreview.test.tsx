import { renderToStaticMarkup } from 'react-dom/server';
import { policyPreview } from '../../testing/fake-policies.js';
import { readMarkup } from '../../testing/read-markup.js';
import { PolicyMoves } from './PolicyMoves.js';
import { PolicyUnits } from './PolicyUnits.js';
import { PreviewCounts } from './PreviewCounts.js';

const preview = policyPreview();

describe('PreviewCounts', () => {
  it('says how many move, and which way', () => {
    expect(readMarkup(renderToStaticMarkup(<PreviewCounts preview={preview} language="id" />))).toBe(
      '104 pegawai dihitung · 2026-2 dibanding 2026-1 38 nilainya naik 22 nilainya turun 41 nilainya tetap ' +
        '2 mendapat nilai 1 kehilangan nilai 5 usulan predikat berpindah',
    );
  });
});

describe('PolicyUnits', () => {
  it('keeps the office order, with value and state before and after', () => {
    const text = readMarkup(renderToStaticMarkup(<PolicyUnits units={preview.units} language="id" />));
    expect(text).toMatch(
      /Dukuh Sutorejo 112,31 Melampaui 108,94 Sesuai Manyar Sabrangan .* Kalisari Data belum cukup 84,10 Perlu pendampingan$/,
    );
  });
  it('says so where none moves', () => {
    expect(readMarkup(renderToStaticMarkup(<PolicyUnits units={[]} language="id" />))).toContain(
      'Tidak ada unit',
    );
  });
});

describe('PolicyMoves', () => {
  const nodes = preview.moved.edges.map(({ node }) => node);
  const draw = (moves = nodes) =>
    renderToStaticMarkup(<PolicyMoves moves={moves} region="35.78" period="2026-Q4" language="id" />);

  it('keeps the order that the server gives, whoever moves most', () => {
    const names = [...draw(nodes.slice(0, 4)).matchAll(/<a [^>]*>(.*?)<\/a>/g)].map(([, name]) => name);
    expect(names).toEqual(['Dewi Lestari, S.AP.', 'Siti Wahyuni', 'Bambang Halim', 'Nur Hidayat']);
  });
  it('tells before and after, the predicate where it moves, and no zero where there is no value', () => {
    const text = readMarkup(draw(nodes.slice(0, 4)));
    expect(text).toContain('Dewi Lestari, S.AP. 70,25 → menjadi 71,00 +0,75 Siti');
    expect(text).toContain('Siti Wahyuni 77,25 → menjadi 82,00 +4,75 Baik → menjadi Sangat Baik');
    expect(text).toContain('Nur Hidayat belum cukup data → menjadi 104,00');
  });
  it('says so where nobody moves', () => {
    expect(readMarkup(draw([]))).toContain('Tidak ada pegawai yang nilainya berubah.');
  });
});
