import type { PeriodState } from '@pantau/schema';
import { renderToStaticMarkup } from 'react-dom/server';
import { createQueryClient } from '../../lib/graphql/query-client.js';
import { APPRAISER, confirmedVersion, verdictScore } from '../../testing/fake-verdicts.js';
import { readMarkup } from '../../testing/read-markup.js';
import { PredicateSection } from './PredicateSection.js';

function draw(
  score = verdictScore(),
  state: PeriodState = 'CLOSED',
  speaker: string | null = APPRAISER.id,
): string {
  return renderToStaticMarkup(
    <PredicateSection
      client={createQueryClient('http://127.0.0.1')}
      region="35.78"
      period="2026-Q3"
      state={state}
      score={score}
      speaker={speaker}
      language="id"
      onConfirmed={() => {}}
    />,
  );
}
const confirmed = confirmedVersion();
const settled = verdictScore({ confirmed, confirmations: [confirmed] });

describe('PredicateSection', () => {
  it('calls the proposal one, and offers the form in the name of the appraiser with it chosen', () => {
    const html = draw();
    expect(readMarkup(html)).toMatch(
      /^Predikat Usulan sistem Baik hasil kerja sesuai ekspektasi, perilaku kerja sesuai ekspektasi Tetapkan predikat Bertindak sebagai Ratna Kusuma, S\.Sos\. , pejabat penilai\./,
    );
    expect(html.match(/checked=""\/><span>sesuai ekspektasi/g)).toHaveLength(2);
    expect(html).not.toContain('class="verdict"');
  });
  it('tells everybody else whose verdict it waits for, without a form', () => {
    const html = draw(verdictScore(), 'CLOSED', null);
    expect(readMarkup(html)).toContain('Menunggu ketetapan Ratna Kusuma, S.Sos.');
    expect(html).not.toContain('<form');
  });
  it('chooses nothing where nothing is proposed', () => {
    const html = draw(verdictScore({ proposal: null }));
    expect(readMarkup(html)).toContain('Belum ada usulan predikat');
    expect(html).toContain('<form');
    expect(html).not.toContain('checked');
  });
  it('shows what was confirmed apart from the proposal: by whom, when and why', () => {
    const html = draw(settled);
    const verdict = html.slice(html.indexOf('class="verdict"'));
    expect(readMarkup(`<${verdict}`)).toMatch(
      /^Ditetapkan Baik hasil kerja sesuai ekspektasi, perilaku kerja sesuai ekspektasi Pelayanan loket stabil .* Ditetapkan oleh Ratna Kusuma, S\.Sos\. pada 8 Januari 2027, 10\.00 WIB$/,
    );
    expect(html).not.toContain('<form');
  });
  it('says what had been proposed where the appraiser decided otherwise', () => {
    const other = confirmedVersion({ workResult: 'ABOVE', differsFromProposal: true });
    expect(readMarkup(draw(verdictScore({ confirmed: other, confirmations: [other] })))).toContain(
      'Berbeda dari usulan sistem saat itu: Baik (hasil kerja sesuai ekspektasi, perilaku kerja sesuai ekspektasi).',
    );
  });
  it('keeps the earlier versions, and asks again where the score has moved since', () => {
    const stale = confirmedVersion({ id: 'v-2', stale: true });
    const first = confirmedVersion({ id: 'v-1', superseded: true, note: 'Versi pertama dari penetapan.' });
    const html = draw(verdictScore({ confirmed: stale, confirmations: [stale, first] }));
    expect(readMarkup(html)).toContain('predikat menunggu ditetapkan lagi');
    expect(readMarkup(html)).toMatch(/Penetapan sebelumnya \(1\) Baik .* Versi pertama dari penetapan\./);
    expect(html).toContain('<form');
  });
  it.each<[why: string, state: PeriodState, score: ReturnType<typeof verdictScore>]>([
    ['periode ini masih berjalan', 'OPEN', verdictScore()],
    ['periode ini masih berjalan', 'REOPENED', verdictScore()],
    ['Periode ini sudah selesai ditetapkan', 'CONFIRMED', verdictScore()],
    ['sesudah 2 keberatan yang terbuka diputus', 'CLOSED', verdictScore({ openContests: 2 })],
    ['bila belum tercatat, BKPSDM mencatatnya', 'CLOSED', verdictScore({ verdictBy: null })],
  ])('says "%s" in place of a form (%s)', (why, state, score) => {
    const html = draw(score, state);
    expect(readMarkup(html)).toContain(why);
    expect(html).not.toContain('<form');
  });
});
