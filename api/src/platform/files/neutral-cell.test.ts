import fc from 'fast-check';
import { neutralCell } from './neutral-cell.js';

it.each([
  ['=HYPERLINK("http://evil","x")', `'=HYPERLINK("http://evil","x")`],
  ['+62 812', "'+62 812"],
  ['-1+cmd|calc', "'-1+cmd|calc"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', "'\t=1+1"],
  ['\r=1', "'\r=1"],
  ['＝1+1', "'＝1+1"],
])('neutralises %j', (text, neutral) => expect(neutralCell(text)).toBe(neutral));

it.each(['-', '--', '- ', '', 'Sari = Wulandari', "O'Brien", '198609262015051901', 'A-1'])(
  'leaves %j alone',
  (text) => expect(neutralCell(text)).toBe(text),
);

it('gives nothing that begins a formula, and loses no character', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.constantFrom('', '=', '+', '-', '@', '\t', '\r'), fc.string()),
      ([sign, rest]) => {
        const neutral = neutralCell(sign + rest);
        expect(neutral.endsWith(sign + rest)).toBe(true);
        expect(/^[=@\t\r]/.test(neutral) || /^[+-].*[^\s+-]/s.test(neutral)).toBe(false);
      },
    ),
  );
});
