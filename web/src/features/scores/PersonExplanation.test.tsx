import { renderToStaticMarkup } from 'react-dom/server';
import { personExplanation } from '../../testing/explanations.js';
import { fakeUnitId } from '../../testing/fake-ids.js';
import { readMarkup } from '../../testing/read-markup.js';
import type { Language } from '../../lib/text/language.js';
import { PersonExplanation } from './PersonExplanation.js';

const PERIODS = [{ code: '2026-Q4', name: 'Triwulan IV 2026', nameEn: 'Fourth quarter 2026' }];

function draw(score = personExplanation(), language: Language = 'id'): string {
  return renderToStaticMarkup(
    <PersonExplanation score={score} periods={PERIODS} search="?region=35.78" language={language} />,
  );
}
const head = (html: string) => readMarkup(html.slice(0, html.indexOf('</header>')));

describe('PersonExplanation', () => {
  it('says whose score it is, of when, how high, and that it is no predicate', () => {
    const html = draw(personExplanation({ value: '82.403333', ifUpheld: null }));
    expect(head(html)).toMatch(
      /^Dewi Lestari, S\.AP\. Petugas Loket · Kelurahan Kalijudan Triwulan IV 2026 82 ,40 poin indikatif — bukan predikat/,
    );
    expect(head(html)).toContain('Cakupan data 85 %');
    expect(head(html)).toContain('Aturan penilaian 2026-1');
    expect(html).toContain(`<a href="/scores/unit/${fakeUnitId(2)}?region=35.78">Kelurahan Kalijudan</a>`);
  });

  it('calls the predicate a proposal before it names it', () => {
    expect(head(draw())).toContain(
      'Predikat: usulan sistem, ditetapkan oleh penilai Baik hasil kerja sesuai ekspektasi, perilaku kerja sesuai ekspektasi',
    );
    expect(head(draw(personExplanation({ proposal: null })))).toContain('Belum ada usulan predikat');
  });

  it('shows beside the score what it would be if the objection were upheld, and only then', () => {
    expect(head(draw(personExplanation({ ifUpheld: '91.2' })))).toContain('91 ,20 bila keberatan dikabulkan');
    expect(head(draw(personExplanation({ ifUpheld: null })))).not.toContain('bila keberatan');
  });

  it('shows no figure while there is not enough data', () => {
    const html = draw(
      personExplanation({ value: null, status: 'NOT_ENOUGH_DATA', ifUpheld: null, coverage: '0.41' }),
    );
    expect(head(html)).toContain('Triwulan IV 2026 belum cukup data Cakupan data 41 %');
    expect(head(html)).not.toContain('poin');
  });

  it('names a period by its code where the region does not list it', () => {
    expect(head(draw(personExplanation({ periodCode: '2025-Q4' })))).toContain('2025-Q4');
  });

  it('speaks English where that is asked for', () => {
    const text = head(draw(personExplanation({ value: '82.4' }), 'en'));
    expect(text).toContain('Fourth quarter 2026 82 .40 points');
    expect(text).toContain('indicative — not a predicate');
    expect(text).toContain('Predicate: proposed by the system, decided by the appraiser Good');
  });
});
