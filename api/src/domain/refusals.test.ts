import { AMOUNT_REFUSALS } from './amount.js';
import { PERIOD_REFUSALS } from './calendar.js';
import { CORRECTION_REFUSALS } from './observation/accept-correction.js';
import { OBSERVATION_REFUSALS } from './observation/accept-observation.js';
import { refused, type RefusalRow } from './outcome.js';
import { NIP_REFUSALS } from './people/nip.js';
import { TARGET_REFUSALS } from './scoring/attainment.js';

const tables: Record<string, Record<string, RefusalRow>> = {
  AMOUNT_REFUSALS,
  PERIOD_REFUSALS,
  NIP_REFUSALS,
  TARGET_REFUSALS,
  OBSERVATION_REFUSALS,
  CORRECTION_REFUSALS,
};

const rows = Object.entries(tables).flatMap(([table, codes]) =>
  Object.entries(codes).map(([code, row]) => [table, code, row] as const),
);

it.each(rows)('%s %s says when, what and how to mend it', (_table, code, row) => {
  expect(code).toMatch(/^[A-Z]+(?:_[A-Z]+)+$/);
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
