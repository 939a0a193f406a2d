import { renderToStaticMarkup } from 'react-dom/server';
import type { LiveView } from '../../lib/live/live-feed.js';
import { currentMoment } from '../../lib/moment.js';
import { hearScore, NO_SCORE, type MyScoreMessage, type OwnScoreState } from './own-score.js';
import { OwnScoreView } from './OwnScoreNow.js';

const at = '2026-11-24T02:42:10Z';
const update = (changed: object = {}): MyScoreMessage => ({
  ...{ __typename: 'MyScoreUpdate', cursor: 'a:4', previous: 'a:4', at, reason: 'FIRST' },
  ...{ periodCode: '2026-Q4', planned: true, value: '82.4', coverage: '0.6', observationCount: 14 },
  ...{ proposal: null, delta: null, sentence: null, sentenceEn: null },
  ...changed,
});
const heard = (messages: readonly MyScoreMessage[], before = 0) => {
  const { wall, steady } = currentMoment();
  const moment = { wall: wall - before, steady: steady - before };
  return messages.reduce((held, message) => hearScore(held, message, moment), NO_SCORE);
};
const draw = (held: OwnScoreState, connection: LiveView<OwnScoreState>['connection'] = 'OPEN') =>
  renderToStaticMarkup(<OwnScoreView view={{ held, connection, problem: null }} language="id" />);

describe('the own score', () => {
  it('shows the figure, how much stands behind it, and that it is the present', () => {
    const html = draw(heard([update()]));
    expect(html).toContain('82<span class="score-decimals">,40');
    expect(html).toContain('60\u00a0%');
    expect(html).toContain('LANGSUNG');
    expect(html).not.toContain('Terakhir bergerak');
  });

  it('says what moved it', () => {
    const moved = {
      ...{ previous: 'a:4', cursor: 'a:6', reason: null, value: '82.7' },
      sentence: 'Nilai Anda +0,3: waktu tunggu tercatat 14 menit',
    };
    const html = draw(heard([update(), update(moved)]));
    expect(html).toContain('82<span class="score-decimals">,70');
    expect(html).toContain('Terakhir bergerak 09.42: Nilai Anda +0,3: waktu tunggu tercatat 14 menit');
  });

  it('keeps the figure and says since when it is not the present', () => {
    const html = draw(heard([update()], 8_000), 'WAITING');
    expect(html).toContain('82<span');
    expect(html).toContain('TERTUNDA');
    expect(html).toContain('sejak 09.42.10');
  });

  it('makes no zero of too little, nor of no plan', () => {
    expect(draw(heard([update({ value: null, coverage: '0.1' })]))).toContain('belum cukup data');
    expect(draw(heard([update({ planned: false, value: null })]))).toContain('Belum ada rencana kinerja');
  });
});
