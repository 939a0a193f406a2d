import { formatCount, formatDelta, formatFigure, formatShare, formatSpoken } from './format-number.js';

describe('numbers', () => {
  it('have the decimal comma in Indonesian and the point in English', () => {
    expect(formatFigure('82.403333', 'id')).toEqual({ whole: '82', decimals: ',40' });
    expect(formatFigure('82.403333', 'en')).toEqual({ whole: '82', decimals: '.40' });
    expect(formatSpoken('82.4', 'id')).toBe('82,4');
    expect(formatCount(1214, 'id')).toBe('1.214');
  });
  it('are rounded exactly, half away from zero, where floating point would miss', () => {
    expect(formatFigure('1.005', 'id')).toEqual({ whole: '1', decimals: ',01' });
    expect(formatFigure('119.995', 'id')).toEqual({ whole: '120', decimals: ',00' });
    expect(formatFigure('0', 'id')).toEqual({ whole: '0', decimals: ',00' });
  });
  it('carry the sign of a change, unless nothing of it is left', () => {
    expect(formatDelta('0.21', 'id')).toBe('+0,21');
    expect(formatDelta('-1.5', 'id')).toBe('\u22121,50');
    expect(formatDelta('0.004', 'id')).toBe('0,00');
    expect(formatDelta('-0.004', 'id')).toBe('0,00');
  });
  it('never say all of the data is there before it is', () => {
    expect(formatShare('1', 'id')).toBe('100\u00a0%');
    expect(formatShare('0.999999', 'id')).toBe('99\u00a0%');
    expect(formatShare('0.29', 'id')).toBe('29\u00a0%');
    expect(formatShare('0', 'en')).toBe('0%');
  });
});
