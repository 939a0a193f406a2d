import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalTables } from '../testing/refusal-tables.js';
import { repositoryRoot } from './repository-root.js';

const schema = readFileSync(join(repositoryRoot, 'schema/schema.graphql'), 'utf8');

it('the schema names every reason for which a forum takes nothing, and no other', () => {
  const { PLAN_REFUSALS, ENTRY_REFUSALS, OUTCOME_REFUSALS, REVISION_REFUSALS, REPORT_REFUSALS } =
    refusalTables;
  const { MINUTES_SIGNATURE_REFUSALS, ATTENDANCE_REFUSALS, SESSION_REFUSALS } = refusalTables;
  const { OUTCOME_WITHDRAWAL_REFUSALS, PUBLISH_REFUSALS } = refusalTables;
  const tables = [
    ...[PLAN_REFUSALS, ENTRY_REFUSALS, OUTCOME_REFUSALS, REVISION_REFUSALS, REPORT_REFUSALS],
    ...[MINUTES_SIGNATURE_REFUSALS, ATTENDANCE_REFUSALS, SESSION_REFUSALS],
    ...[OUTCOME_WITHDRAWAL_REFUSALS, PUBLISH_REFUSALS],
  ];
  const known = new Set([...tables.flatMap((table) => Object.keys(table!)), 'IDEMPOTENCY_CONFLICT']);
  const [, told] = /"""\n([^"]+)\n"""\ntype ForumRefused /.exec(schema)!;
  expect(new Set(told!.match(/[A-Z]+(?:_[A-Z]+)+/g))).toEqual(known);
});
