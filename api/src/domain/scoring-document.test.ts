import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatAmount } from './amount.js';
import { refusalTables } from '../testing/refusal-tables.js';
import { FIRST_POLICY } from './scoring/policy.js';

const SOURCE = join(import.meta.dirname, '..');
const DOCUMENT = readFileSync(join(SOURCE, '../docs/SCORING.md'), 'utf8');

/** The rules by id: heading and text. */
const rules = new Map(
  DOCUMENT.split(/^### /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...text] = section.split('\n');
      return [heading.split(' ')[0]!, { heading, text: text.join('\n') }];
    }),
);

const FAMILIES = [...DOCUMENT.matchAll(/^## ([A-Z]{2}): /gm)].map((match) => match[1]!);
const ID = `(?:${FAMILIES.join('|')})\\d+`;

/** Only tests that run: what is skipped or still to do proves nothing. */
const tests = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .flatMap((path) => [
    ...readFileSync(join(SOURCE, path), 'utf8').matchAll(
      new RegExp(`\\b(?:it|test)\\(\\s*(['"\`])(${ID} .*?)\\1`, 'g'),
    ),
  ])
  .map((match) => match[2]!);

it('the document counts the rules of each family from 1, each once', () => {
  const headings = [...DOCUMENT.matchAll(/^### (\S+)/gm)].map((match) => match[1]!);
  expect(headings.length).toBeGreaterThan(150);
  expect(headings).toHaveLength(rules.size);
  const seen = new Map<string, number>();
  for (const id of headings) {
    expect(id).toMatch(new RegExp(`^${ID}$`));
    const family = id.slice(0, 2);
    seen.set(family, (seen.get(family) ?? 0) + 1);
    expect(id).toBe(`${family}${seen.get(family)}`);
  }
});

it('every rule has a sentence, an example and a source', () => {
  for (const { text } of rules.values()) expect(text).toMatch(/^\n\S.*\.\n\n- Example: .+\n- Source: .+/);
});

it('every rule has a test of its name', () => {
  const untested = [...rules.values()].filter(({ heading }) => !tests.includes(heading));
  expect(untested.map(({ heading }) => heading)).toEqual([]);
});

it('no test names a rule that the document does not have', () => {
  const unknown = tests.filter((name) => !rules.has(name.split(' ')[0]!));
  expect(unknown).toEqual([]);
});

it('every refusal that the rules can give has its rule', () => {
  // What is said of files, of a person's number and to other programs is told where it is read; a person's own data and
  // what citizens say are not scored.
  const {
    NIP_REFUSALS: _nip,
    PERIOD_REFUSALS: _period,
    DATA_CORRECTION_REFUSALS: _correction,
    DATA_ANSWER_REFUSALS: _answer,
    COMPLAINT_REFUSALS: _complaint,
    COMPLAINANT_REFUSALS: _complainant,
    COMPLAINT_ANSWER_REFUSALS: _complaintAnswer,
    OPENING_REFUSALS: _opening,
    ERASURE_REFUSALS: _erasure,
    COUNTER_REFUSALS: _counter,
    FEEDBACK_REFUSALS: _feedback,
    REVIEW_REFUSALS: _review,
    WAVE_REFUSALS: _wave,
    CONTACT_OPENING_REFUSALS: _contactOpening,
    CONTACT_ERASURE_REFUSALS: _contactErasure,
    PLAN_REFUSALS: _plan,
    ENTRY_REFUSALS: _entry,
    OUTCOME_REFUSALS: _outcome,
    REVISION_REFUSALS: _revision,
    REPORT_REFUSALS: _report,
    MINUTES_SIGNATURE_REFUSALS: _minutesSignature,
    ATTENDANCE_REFUSALS: _attendance,
    SESSION_REFUSALS: _session,
    OUTCOME_WITHDRAWAL_REFUSALS: _outcomeWithdrawal,
    PHOTO_REFUSALS: _photo,
    PUBLISH_REFUSALS: _publish,
    SCAN_REFUSALS: _scan,
    PROVISION_REFUSALS: _provision_refusals,
    COUNTER_READING_REFUSALS: _counter_reading_refusals,
    SCIM_REFUSALS: _scim_refusals,
    WEBHOOK_REFUSALS: _webhook_refusals,
    IMPORT_REFUSALS: _import_refusals,
    ...ofRules
  } = refusalTables;
  const codes = Object.values(ofRules).flatMap(Object.keys);
  expect(codes.filter((code) => !new RegExp(`\\b${code}\\b`).test(DOCUMENT))).toEqual([]);
});

it('the document has the numbers of the policy in force', () => {
  const { version, cap, minimumCoverage, bands } = FIRST_POLICY;
  const textOf = (id: string) => rules.get(id)!.text;
  expect(textOf('WR7')).toContain(`policy ${version}`);
  expect(textOf('AT4')).toContain(`cap ${formatAmount(cap)}`);
  expect(textOf('WR4')).toContain(`minimum ${formatAmount(minimumCoverage)}`);
  const [above, meets, decide] = [bands.above, bands.meets, bands.decide].map(formatAmount);
  expect(textOf('UR4')).toContain(
    `From ${above} ABOVE_TARGET, from ${meets} ON_TARGET, from ${decide} NEEDS_SUPPORT`,
  );
});
