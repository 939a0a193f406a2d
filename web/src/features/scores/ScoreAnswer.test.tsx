import { renderToStaticMarkup } from 'react-dom/server';
import type { Asked } from '../../lib/graphql/use-answer.js';
import { readMarkup } from '../../testing/read-markup.js';
import { ScoreAnswer } from './ScoreAnswer.js';
import type { Moments } from './scope.js';

const NOW: Moments = { asOf: null, knownAt: null };

function draw(asked: Partial<Asked<string>>, moments = NOW): string {
  return renderToStaticMarkup(
    <ScoreAnswer
      asked={{ answer: null, asking: false, again: () => {}, ...asked }}
      moments={moments}
      search="?region=35.78"
      language="id"
    >
      {(data) => <p>{data}</p>}
    </ScoreAnswer>,
  );
}
const given = {
  kind: 'GIVEN',
  data: 'Penjelasan',
  at: Date.parse('2026-11-24T02:42:10Z'),
  notRenewed: null,
} as const;

describe('ScoreAnswer', () => {
  it('says that it loads before the first answer', () => {
    expect(readMarkup(draw({ asking: true }))).toContain('Memuat penjelasan…');
  });
  it('shows an answer with the time at which it came, and keeps it while a newer one is on its way', () => {
    expect(readMarkup(draw({ answer: given }))).toMatch(/Penjelasan Dimuat 09\.42 WIB Muat ulang$/);
    expect(draw({ answer: given })).toContain('aria-busy="false"');
    expect(draw({ answer: given, asking: true })).toContain('aria-busy="true"><p>Penjelasan</p>');
  });
  it('keeps an answer that could not be renewed, and says so', () => {
    expect(readMarkup(draw({ answer: { ...given, notRenewed: 'UNREACHABLE' } }))).toMatch(
      /Penjelasan Dimuat 09\.42 WIB · Server tidak terjangkau Muat ulang$/,
    );
  });
  it('says that the server is out of reach, and how to try again', () => {
    const html = draw({ answer: { kind: 'UNREACHABLE' } });
    expect(readMarkup(html)).toMatch(/Server tidak terjangkau .* Coba lagi$/);
    expect(html).toContain('role="alert"');
  });
  it('gives a refusal in the words of the server, with the code to report', () => {
    const answer = { kind: 'REFUSED', message: 'Sedang sibuk.', report: 'c-17', code: null } as const;
    expect(readMarkup(draw({ answer }))).toContain('Sedang sibuk. Kode laporan: c-17 Coba lagi');
    expect(readMarkup(draw({ answer: { ...answer, report: null, code: null } }))).not.toContain(
      'Kode laporan',
    );
  });
  it('says clearly which past it shows, and leads back to now', () => {
    const html = draw({ answer: given }, { asOf: '2026-11-20T02:30:00Z', knownAt: '2026-11-21T09:00:00Z' });
    expect(readMarkup(html)).toContain(
      'Anda melihat masa lalu. Keadaan pada 20 November 2026, 09.30 WIB, menurut yang sudah tercatat pada 21 November 2026, 16.00 WIB. Kembali ke sekarang',
    );
    expect(html).toContain('value="2026-11-20T09:30"');
    expect(html).toContain('value="2026-11-21T16:00"');
    const known = draw({ answer: given }, { ...NOW, knownAt: '2026-11-21T09:00:00Z' });
    expect(readMarkup(known)).toContain('Yang sudah tercatat pada 21 November 2026, 16.00 WIB');
  });
  it('says nothing of the past now', () => {
    expect(readMarkup(draw({ answer: given }))).not.toContain('Anda melihat masa lalu');
  });
});
