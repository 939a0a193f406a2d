import fc from 'fast-check';
import pg from 'pg';
import { withoutValues } from './without-values.js';

const { escapeLiteral } = pg;

describe('a statement without its values', () => {
  it.each([
    ['select name from employee where nip = $1 and id in ($2, $13)', null],
    ['select "employee"."2nd" from "o\'brien" limit 50', 'select "employee"."2nd" from "o\'brien" limit ?'],
    [`update a set b = 'it''s', c = E'it\\'s', d = 1.5`, 'update a set b = ?, c = ?, d = ?'],
    [`select $$Sari$$, $x$ Sari $$ $x$, e1, t_2`, 'select ?, ?, e1, t_2'],
    [`select 'never ended Sari`, 'select ?'],
    [`select a -- Sari\n from b /* Sari */`, 'select a from b'],
  ])('%s', (text, expected) => {
    expect(withoutValues(text)).toBe(expected ?? text);
  });

  it('holds no text that was written into it as PostgreSQL quotes it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 })), fc.nat(), (values, number) => {
        const marked = values.map((value) => `«${value}»`);
        const text = `select ${[...marked.map((value) => escapeLiteral(value)), number].join(', ')} from a`;
        expect(withoutValues(text)).not.toMatch(/[«»]|\d/);
      }),
    );
  });

  it('is short', () => {
    expect(withoutValues(`select ${'a, '.repeat(9_000)}`)).toHaveLength(2_000);
  });
});
