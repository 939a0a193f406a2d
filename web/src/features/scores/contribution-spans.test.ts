import { contributionSpans } from './contribution-spans.js';

describe('contributionSpans', () => {
  it('lays contributions end to end, from nothing to the whole', () => {
    expect(contributionSpans(['50', '30', '20'])).toEqual([
      { from: 0, to: 0.5 },
      { from: 0.5, to: 0.8 },
      { from: 0.8, to: 1 },
    ]);
  });
  it('has no place for what contributes nothing by itself', () => {
    expect(contributionSpans(['60', null, '20'])).toEqual([
      { from: 0, to: 0.75 },
      null,
      { from: 0.75, to: 1 },
    ]);
  });
  it('leads back where something takes away, also below nothing', () => {
    expect(contributionSpans(['3', '-1'])).toEqual([
      { from: 0, to: 1 },
      { from: 2 / 3, to: 1 },
    ]);
    expect(contributionSpans(['-1', '3'])).toEqual([
      { from: 0, to: 1 / 3 },
      { from: 0, to: 1 },
    ]);
  });
  it('draws nothing where all of it is nothing', () => {
    expect(contributionSpans(['0', '0'])).toEqual([null, null]);
    expect(contributionSpans([])).toEqual([]);
  });
});
