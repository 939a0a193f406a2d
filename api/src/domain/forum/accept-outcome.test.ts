import fc from 'fast-check';
import { acceptOutcome, OUTCOME_REFUSALS, readOutcome, type OutcomeContext } from './accept-outcome.js';
import type { OutcomeKind } from './entry.js';

const KINDS = ['ISSUE', 'PROPOSAL', 'DECISION', 'COMMITMENT', 'QUESTION', 'PRAISE'] as const;
const KNOWN: OutcomeContext = {
  ...{
    heldOn: '2026-11-24',
    isHoliday: () => false,
    item: null,
    links: [null, null],
    owner: null,
    code: null,
  },
};
const promise = {
  kind: 'COMMITMENT' as const,
  text: 'Lampu jalan',
  ownerRole: null,
  dueOn: null,
  workingDays: 5,
};
const said = { kind: 'ISSUE' as const, text: 'Lampu jalan', ownerRole: null, dueOn: null, workingDays: null };
const words = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 3_000 }))
    .map(([one, n]) => one.repeat(n)),
  fc.constantFrom('', '\n\t ', '\ud83d', '\u202e', '🙂'.repeat(1_000), 'a'.repeat(1_001)),
);
const found = fc.option(fc.boolean());
const context: fc.Arbitrary<OutcomeContext> = fc.record({
  ...{ heldOn: fc.constant('2026-11-24'), isHoliday: fc.constant(() => false), item: found, owner: found },
  links: fc.array(found, { maxLength: 4 }),
  code: fc.constantFrom('FREE', 'TAKEN', 'UNREADABLE', null),
});
const input = fc.record({
  kind: fc.constantFrom<OutcomeKind>(...KINDS),
  ...{ text: words, ownerRole: fc.option(words), dueOn: fc.option(fc.string()) },
  workingDays: fc.option(fc.integer()),
});

it('whatever comes is taken, or refused with a code of the list and words in both languages', () => {
  fc.assert(
    fc.property(input, context, (one, around) => {
      const answer = acceptOutcome(one, around);
      if (answer.ok) return;
      expect(Object.keys(OUTCOME_REFUSALS)).toContain(answer.refusal.code);
      expect(answer.refusal.message.id).not.toBe('');
      expect(answer.refusal.message.en).not.toBe('');
    }),
  );
});

it('what is taken is a text of one to a thousand characters that everybody can read, and taken again as it is', () => {
  fc.assert(
    fc.property(words, (text) => {
      const read = readOutcome(text);
      if (!read.ok) return;
      expect([...read.value].length).toBeGreaterThanOrEqual(1);
      expect([...read.value].length).toBeLessThanOrEqual(1_000);
      expect(read.value).not.toMatch(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u);
      expect(read.value.isWellFormed()).toBe(true);
      expect(readOutcome(read.value)).toEqual(read);
    }),
  );
});

it('a promise, and nothing else, has an owner and a last day', () => {
  fc.assert(
    fc.property(input, context, (one, around) => {
      const answer = acceptOutcome(one, around);
      if (!answer.ok) return;
      expect(answer.value.promise !== null).toBe(one.kind === 'COMMITMENT');
      if (one.kind === 'COMMITMENT') expect(around.owner).toBe(true);
    }),
  );
});

it.each([
  ['nothing', { ...said, text: ' \n ' }, {}, 'OUTCOME_TEXT_MISSING'],
  ['too much', { ...said, text: 'a'.repeat(1_001) }, {}, 'OUTCOME_TEXT_LENGTH'],
  ['a megabyte that runs backwards', { ...said, text: '\u202e'.repeat(350_000) }, {}, 'NOTE_TOO_LONG'],
  ['what runs backwards', { ...said, text: 'Loket \u202eputut' }, {}, 'NOTE_UNREADABLE'],
  ['an item from nowhere', said, { item: false }, 'OUTCOME_ITEM_UNKNOWN'],
  ['a link to nowhere', said, { links: [true, false] }, 'OUTCOME_LINK_UNKNOWN'],
  ['a code of digits', said, { code: 'UNREADABLE' }, 'TRACKING_CODE_UNREADABLE'],
  ['a code of somebody else', said, { code: 'TAKEN' }, 'TRACKING_CODE_TAKEN'],
  ['an issue with an owner', said, { owner: true }, 'COMMITMENT_ONLY'],
  ['a promise of nobody', promise, {}, 'COMMITMENT_OWNER_MISSING'],
  ['a promise of a unit from nowhere', promise, { owner: false }, 'COMMITMENT_OWNER_MISSING'],
  [
    'a post that is a story',
    { ...promise, ownerRole: 'a'.repeat(81) },
    { owner: true },
    'COMMITMENT_ROLE_LENGTH',
  ],
  ['a promise for no day', { ...promise, workingDays: null }, { owner: true }, 'DUE_MISSING'],
] as const)('%s is not taken', (_, one, around, code) => {
  expect(acceptOutcome(one, { ...KNOWN, ...around })).toMatchObject({ refusal: { code } });
});

it('a post has eighty characters, as people count them', () => {
  const ownerRole = '🙂'.repeat(80);
  expect(acceptOutcome({ ...promise, ownerRole }, { ...KNOWN, owner: true })).toMatchObject({
    value: { promise: { ownerRole } },
  });
});
