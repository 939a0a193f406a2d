import { renderToStaticMarkup } from 'react-dom/server';
import { fakePersonId } from '../../testing/fake-ids.js';
import { readMarkup } from '../../testing/read-markup.js';
import { Waiting } from './VerdictsDue.js';

const waits = (periodCode: string, n: number, name: string) => ({
  node: { periodCode, employee: { id: fakePersonId(n), name, position: 'Petugas Loket' } },
});

describe('whose verdicts are due', () => {
  const html = renderToStaticMarkup(
    <Waiting
      employeeScores={{
        totalCount: 140,
        edges: [waits('2026-Q3', 1, 'Sari'), waits('2026-Q2', 1, 'Sari'), waits('2026-Q3', 2, 'Dewi')],
      }}
      periods={[{ code: '2026-Q3', name: 'Triwulan III 2026', nameEn: 'Quarter 3, 2026' }]}
      region="35.78"
      language="id"
    />,
  );

  it('stand by name under their period, each with the way to its page, and say how many more there are', () => {
    expect(readMarkup(html)).toMatch(
      /Triwulan III 2026 Dewi Petugas Loket Sari Petugas Loket 2026-Q2 Sari Petugas Loket 137 orang lagi tampil sesudahnya\.$/,
    );
    expect(html).toContain(`href="/scores/${fakePersonId(2)}?region=35.78&amp;period=2026-Q3"`);
  });
});
