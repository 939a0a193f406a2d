import { renderToStaticMarkup } from 'react-dom/server';
import { explanationNode } from '../../testing/explanations.js';
import { openContest } from '../../testing/fake-verdicts.js';
import { readMarkup } from '../../testing/read-markup.js';
import { explanationTree } from '../scores/explanation-tree.js';
import { ContestAct } from './ContestAct.js';

const NAME = 'Pengamatan 17 November 2026 pukul 09.12';

function draw(contest: ReturnType<typeof openContest> | null, contested = false, open = true): string {
  const [branch] = explanationTree([
    explanationNode({ kind: 'OBSERVATION', name: NAME, observationId: 'o-1', contested }),
  ]);
  return renderToStaticMarkup(
    <ContestAct
      branch={branch!}
      observationId="o-1"
      contest={contest}
      onContest={open ? () => {} : null}
      language="id"
    />,
  );
}

describe('ContestAct', () => {
  it('offers to object, and tells the listener to which observation', () => {
    const html = draw(null);
    expect(readMarkup(html)).toBe('Ajukan keberatan');
    expect(html).toContain(`aria-label="Ajukan keberatan atas ${NAME}"`);
  });
  it('says by when the objection is ruled on, and leads to it', () => {
    const html = draw(openContest({ id: 'c-1' }));
    expect(readMarkup(html)).toBe('Menunggu putusan, paling lambat 14 Desember 2026');
    expect(html).toContain('href="#contest-c-1"');
  });
  it('says calmly that a ruling is overdue', () => {
    expect(readMarkup(draw(openContest({ overdue: true })))).toBe(
      'Menunggu putusan, seharusnya paling lambat 14 Desember 2026',
    );
  });
  it('says what was ruled, and offers no second objection', () => {
    expect(readMarkup(draw(openContest({ state: 'REJECTED' })))).toBe('Keberatan sudah diputus: ditolak');
  });
  it('offers nothing where it is contested already, or nothing can be objected to any more', () => {
    expect(draw(null, true)).toBe('');
    expect(draw(null, false, false)).toBe('');
  });
});
