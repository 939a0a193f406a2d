import { renderToStaticMarkup } from 'react-dom/server';
import { FAKE_PERIODS, scoringPolicy } from '../../testing/fake-policies.js';
import { readMarkup } from '../../testing/read-markup.js';
import { PolicyList } from './PolicyList.js';

describe('PolicyList', () => {
  const draw = (policies = [scoringPolicy()], periods = FAKE_PERIODS) =>
    renderToStaticMarkup(
      <PolicyList policies={policies} periods={periods} search="?region=35.78" language="id" />,
    );

  it('says of each version where it stands', () => {
    const text = readMarkup(
      draw([
        scoringPolicy({ version: '2026-4', state: 'DRAFT', effectiveFrom: null, basedOn: '2026-2' }),
        scoringPolicy({ version: '2026-3', state: 'DROPPED', effectiveFrom: null }),
        scoringPolicy({ version: '2026-2', effectiveFrom: '2027-01-01' }),
        scoringPolicy(),
      ]),
    );
    expect(text).toMatch(
      /2026-4 konsep .* salinan 2026-2 .*2026-3 dibuang .*2026-2 berlaku sejak 1 Januari 2027 .*2026-1 berlaku sejak awal/,
    );
  });
  it('leads to each version and to a copy of it', () => {
    const html = draw();
    expect(html).toContain('href="?region=35.78&amp;version=2026-1"');
    expect(html).toContain('href="?region=35.78&amp;copy=2026-1"');
  });
  it('says which period follows which version', () => {
    expect(readMarkup(draw())).toContain('Triwulan IV 2026 1 Oktober 2026 berjalan 2026-1');
  });
  it('says what to do where there is nothing yet', () => {
    const text = readMarkup(draw([], []));
    expect(text).toContain('Wilayah ini belum memiliki aturan penilaian.');
    expect(text).toContain('Belum ada periode.');
  });
});
