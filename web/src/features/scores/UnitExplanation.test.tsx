import { renderToStaticMarkup } from 'react-dom/server';
import { unitExplanation } from '../../testing/explanations.js';
import { fakeUnitId } from '../../testing/fake-ids.js';
import { readMarkup } from '../../testing/read-markup.js';
import { UnitExplanation } from './UnitExplanation.js';

function draw(score = unitExplanation()): string {
  return renderToStaticMarkup(
    <UnitExplanation
      score={score}
      periods={[]}
      people={<p>Pegawai</p>}
      search="?region=35.78"
      language="id"
    />,
  );
}
const head = (html: string) => readMarkup(html.slice(0, html.indexOf('</header>')));

describe('UnitExplanation', () => {
  it('says which unit it is, how it stands, and what its score is', () => {
    const html = draw();
    expect(head(html)).toMatch(
      /^Kelurahan Kalijudan Unit di atasnya 2026-Q4 Perlu pendampingan 82 ,40 poin indikatif — bukan predikat/,
    );
    expect(html).toContain(`<a href="/scores/unit/${fakeUnitId(0)}?region=35.78">Unit di atasnya</a>`);
    expect(readMarkup(html)).toContain('Rata-rata capaian 4 pegawai 88,57 poin');
    expect(readMarkup(html)).toMatch(/Pegawai$/);
  });

  it('leads nowhere above the uppermost unit', () => {
    const unit = { id: fakeUnitId(0), name: 'Kecamatan Mulyorejo', parentId: null };
    expect(head(draw(unitExplanation({ unit })))).not.toContain('Unit di atasnya');
  });

  it('shows no value of a group so small that each could be guessed, and says why', () => {
    const text = head(draw(unitExplanation({ state: 'TOO_FEW_PEOPLE', value: null })));
    expect(text).toContain('Kelompok terlalu kecil Terlalu sedikit orang dinilai di sini.');
    expect(text).not.toContain('poin');
  });

  it('shows no value while there is not enough data', () => {
    const text = head(draw(unitExplanation({ state: 'NOT_ENOUGH_DATA', value: null })));
    expect(text).toContain('Data belum cukup Cakupan data');
    expect(text).not.toContain('Terlalu sedikit');
  });
});
