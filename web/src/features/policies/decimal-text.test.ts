import { readDecimal, readWhole, sumOf, writeDecimal } from './decimal-text.js';

describe('decimals on screen', () => {
  it('have a comma in Indonesian and a point in English', () => {
    expect(writeDecimal('62.5', 'id')).toBe('62,5');
    expect(writeDecimal('62.5', 'en')).toBe('62.5');
  });
  it.each([
    [' 62,5 ', '62.5'],
    ['62.5', '62.5'],
    ['0,000001', '0.000001'],
    ['1.000,5', '1.000.5'],
    ['tujuh', 'tujuh'],
  ])('reads "%s" as "%s": the server says what is no number', (typed, sent) => {
    expect(readDecimal(typed)).toBe(sent);
  });
});

describe('readWhole', () => {
  it.each([
    ['45', 45],
    [' 3 ', 3],
    ['0', 0],
    ['', null],
    ['4,5', null],
    ['-3', null],
    ['1e3', null],
    ['1000000000', null],
  ])('reads "%s" as %s', (typed, whole) => {
    expect(readWhole(typed)).toBe(whole);
  });
});

describe('sumOf', () => {
  it('is exact, where floats would not be', () => {
    expect(sumOf(['0,1', '0.2'])).toBe('0.3');
    expect(sumOf(['33,333333', '33,333333', '33,333334'])).toBe('100');
    expect(sumOf(['99,999999'])).toBe('99.999999');
    expect(sumOf([])).toBe('0');
  });
  it.each(['', 'x', '-1', '1.000,5', '0,0000001'])('is not known while "%s" is among them', (typed) => {
    expect(sumOf(['60', typed])).toBeNull();
  });
});
