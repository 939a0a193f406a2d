import { PERIOD_REFUSALS } from './calendar.js';
import { refusalTables } from '../testing/refusal-tables.js';
import { refused } from './outcome.js';

const rows = Object.entries(refusalTables).flatMap(([table, codes]) =>
  Object.entries(codes).map(([code, row]) => [table, code, row] as const),
);

it.each(rows)('%s %s says when, what and how to mend it', (_table, code, row) => {
  expect(code).toMatch(/^[A-Z]+(?:_[A-Z0-9]+)+$/);
  expect(row.when).toMatch(/^[A-Z].{20,}\.$/);
  if (typeof row.message === 'function') return;
  for (const text of [row.message.id, row.message.en]) {
    // Two sentences at least, or one with a colon or a semicolon: the trouble, and the way out.
    expect(text).toMatch(/^[A-Z].+[.;:,] .+\.$/s);
    expect(text.length).toBeLessThan(200);
  }
  expect(row.message.id).not.toBe(row.message.en);
});

it('a refusal carries nothing of its row but what people need', () => {
  expect(refused('PERIOD_CODE_UNKNOWN', PERIOD_REFUSALS.PERIOD_CODE_UNKNOWN).refusal).toEqual({
    code: 'PERIOD_CODE_UNKNOWN',
    field: 'period',
    mender: 'SENDER',
    message: PERIOD_REFUSALS.PERIOD_CODE_UNKNOWN.message,
  });
});
