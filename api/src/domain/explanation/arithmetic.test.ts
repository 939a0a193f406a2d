import { amount } from '../amount.js';
import {
  equation,
  minus,
  over,
  percentageOf,
  plus,
  resultOf,
  sumOf,
  times,
  wholeNumber,
  write,
  type Arithmetic,
} from './arithmetic.js';

const n = amount;
const id = (arithmetic: Arithmetic, places = 2) => write(arithmetic, places).id;
const told = (arithmetic: Arithmetic, result: string, places = 2) =>
  equation(arithmetic, n(result), places).id;

const WAITING = over(times(n('100'), minus(n('45'), n('17'))), minus(n('45'), n('15')));

describe('writing', () => {
  it('writes numbers and signs as people do, in both languages', () => {
    expect(write(times(n('1250.5'), n('0.25')), 2)).toEqual({ id: '1.250,5 × 0,25', en: '1,250.5 × 0.25' });
    expect(write(over({ percent: n('70') }, n('2')), 2)).toEqual({ id: '70% ÷ 2', en: '70% ÷ 2' });
    expect(id(percentageOf(n('0.833333')))).toBe('83,33%');
    expect(write({ percent: n('83.3333') }, 2).en).toBe('83.33%');
  });

  it('sets brackets where the order of the operations needs them, and nowhere else', () => {
    expect(id(WAITING)).toBe('100 × (45 − 17) ÷ (45 − 15)');
    const [a, b, c] = [n('8'), n('4'), n('2')];
    expect(id(minus(minus(a, b), c))).toBe('8 − 4 − 2');
    expect(id(minus(a, minus(b, c)))).toBe('8 − (4 − 2)');
    expect(id(minus(a, plus(b, c)))).toBe('8 − (4 + 2)');
    expect(id(plus(a, plus(b, c)))).toBe('8 + 4 + 2');
    expect(id(plus(a, minus(b, c)))).toBe('8 + 4 − 2');
    expect(id(over(over(a, b), c))).toBe('8 ÷ 4 ÷ 2');
    expect(id(over(a, over(b, c)))).toBe('8 ÷ (4 ÷ 2)');
    expect(id(over(a, times(b, c)))).toBe('8 ÷ (4 × 2)');
    expect(id(times(a, over(b, c)))).toBe('8 × 4 ÷ 2');
    expect(id(times(plus(a, b), c))).toBe('(8 + 4) × 2');
    expect(id(plus(times(a, b), over(c, a)))).toBe('8 × 4 + 2 ÷ 8');
  });

  it('sets a negative number in brackets, but not one by itself', () => {
    expect(write(times(n('40'), n('-0.4')), 2)).toEqual({ id: '40 × (−0,4)', en: '40 × (−0.4)' });
    expect(id(plus(n('-3'), n('1')))).toBe('(−3) + 1');
    expect(id(n('-3'))).toBe('−3');
  });

  it('never shows as zero what is not', () => {
    expect(id(times(n('0.000123'), n('5')), 2)).toBe('0,000123 × 5');
    expect(id(times(n('-0.4'), n('5')), 0)).toBe('(−0,4) × 5');
    expect(id(times(0n, n('5')))).toBe('0 × 5');
    expect([id({ percent: n('0.001') }), id(n('0.005')), id(n('0.004999'))]).toEqual([
      '0,001%',
      '0,01',
      '0,004999',
    ]);
  });

  it('adds up from the first on', () => {
    expect(id(sumOf(['1', '-2', '3'].map(amount)))).toBe('1 + (−2) + 3');
    expect([id(sumOf([n('7')])), id(sumOf([]))]).toEqual(['7', '0']);
  });

  it('writes a count as a whole number', () => {
    expect(wholeNumber(3)).toBe(n('3'));
    expect(id(wholeNumber(1250))).toBe('1.250');
  });
});

describe('working out', () => {
  it('knows the four operations and per cent, and rounds once', () => {
    const [a, b] = [n('7'), n('3')];
    expect([plus(a, b), minus(a, b), times(a, b), over(a, b)].map(resultOf)).toEqual(
      ['10', '4', '21', '2.333333'].map(amount),
    );
    expect(resultOf(times({ percent: n('30') }, n('105')))).toBe(n('31.5'));
    expect(resultOf(times(over(n('1'), b), b))).toBe(n('1'));
    expect(resultOf(over(n('-1'), n('2000000')))).toBe(-1n);
    expect(() => resultOf(over(a, 0n))).toThrow(RangeError);
  });

  it('is equal where the shown numbers give exactly the shown result', () => {
    expect(told(over(n('51'), n('3')), '17')).toBe('51 ÷ 3 = 17');
    expect(told(plus(n('0.1'), n('0.2')), '0.3')).toBe('0,1 + 0,2 = 0,3');
    const shares = plus(times({ percent: n('70') }, n('96')), times({ percent: n('30') }, n('105')));
    expect(told(shares, '98.7')).toBe('70% × 96 + 30% × 105 = 98,7');
    expect(equation(over(n('3'), n('5')), percentageOf(n('0.6')), 2).en).toBe('3 ÷ 5 = 60%');
    expect(told(minus(n('1'), n('3')), '-2')).toBe('1 − 3 = −2');
  });

  it('is about equal where a shown number or the result is rounded, or a millionth was shared out', () => {
    expect(told(WAITING, '93.333333')).toBe('100 × (45 − 17) ÷ (45 − 15) ≈ 93,33');
    expect(told(WAITING, '93.333333', 6)).toBe('100 × (45 − 17) ÷ (45 − 15) ≈ 93,333333');
    expect(told(times(n('93.333333'), n('3')), '279.999999')).toBe('93,33 × 3 ≈ 280');
    expect(told(times(n('93.333333'), n('3')), '279.999999', 6)).toBe('93,333333 × 3 = 279,999999');
    // Both would be equal by what is shown of them, but what is shown is rounded.
    expect(told(times(n('2.004'), n('2')), '4.008')).toBe('2 × 2 ≈ 4,01');
    expect(told(times(n('2.001'), n('2')), '4')).toBe('2 × 2 ≈ 4');
    expect(told(times(n('2'), n('2')), '4.001')).toBe('2 × 2 ≈ 4');
    expect(told(over(n('10'), n('2')), '5.000001', 6)).toBe('10 ÷ 2 ≈ 5,000001');
    expect(equation(over(n('25'), n('30')), percentageOf(n('0.833333')), 6).id).toBe('25 ÷ 30 ≈ 83,3333%');
    expect(equation(over(n('1'), n('3')), { percent: n('33.33') }, 2).id).toBe('1 ÷ 3 ≈ 33,33%');
  });

  it('a number by itself is no calculation', () => {
    expect(told(n('96'), '96')).toBe('96');
    expect(equation(n('0.6'), percentageOf(n('0.6')), 2).id).toBe('60%');
  });
});
