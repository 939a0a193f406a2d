import fc from 'fast-check';
import { formatAmount } from '../amount.js';
import { SURVEY_CODES, type SurveyElement } from '../survey/satisfaction-index.js';
import { acceptContactErasure, acceptContactOpening } from './accept-contact-opening.js';
import { acceptCounter } from './accept-counter.js';
import { acceptFeedback, tooMuchFeedback, type FeedbackInput } from './accept-feedback.js';
import { readPeriod } from '../calendar.js';
import { acceptWave, type WaveContext, waveClosesFrom } from './close-wave.js';
import { acceptReview } from './accept-review.js';
import { standingOf } from './feedback-standing.js';
import { FEWEST_ANSWERS, summariseFeedback, type FeedbackTally } from './summarise-feedback.js';

const OPEN = { open: true };
const GIVEN: FeedbackInput = {
  ratings: [
    { element: 'U3', rating: 4 },
    { element: 'U7', rating: 1 },
  ],
  text: 'Antreannya cepat.',
  contact: null,
};
const codeOf = (change: Partial<FeedbackInput>, counter: { open: boolean } | null = OPEN) => {
  const outcome = acceptFeedback({ ...GIVEN, ...change }, counter);
  return outcome.ok ? null : outcome.refusal.code;
};
const rated = (rating: number) => codeOf({ ratings: [{ element: 'U1', rating }] });

describe('feedback', () => {
  it('is taken with what it says, tidied; neither text nor contact is asked for', () => {
    const messy = { text: ' Antreannya cepat.\r\n', contact: ' 0812\t5550 1234 ' };
    const ratings = new Map([
      ['U3', 4],
      ['U7', 1],
    ]);
    expect(acceptFeedback({ ...GIVEN, ...messy }, OPEN)).toEqual({
      ok: true,
      value: { ratings, text: 'Antreannya cepat.', contact: '0812 5550 1234' },
    });
    expect(acceptFeedback({ ...GIVEN, text: ' ', contact: ' ' }, OPEN)).toMatchObject({
      value: { text: null, contact: null },
    });
  });

  it('is refused with the reason', () => {
    expect(codeOf({}, null)).toBe('FEEDBACK_COUNTER_UNKNOWN');
    expect(codeOf({}, { open: false })).toBe('FEEDBACK_COUNTER_CLOSED');
    expect(codeOf({ ratings: [] })).toBe('FEEDBACK_RATING_MISSING');
    expect(codeOf({ ratings: [GIVEN.ratings[0]!, GIVEN.ratings[0]!] })).toBe('FEEDBACK_RATING_TWICE');
    expect([0, 5, 1.5, -1, Number.NaN].map(rated)).toEqual(
      Array.from({ length: 5 }, () => 'FEEDBACK_RATING_OUT_OF_RANGE'),
    );
    expect([1, 2, 3, 4].map(rated)).toEqual([null, null, null, null]);
    expect(codeOf({ text: 'x'.repeat(1_000) })).toBeNull();
    expect(codeOf({ text: 'x'.repeat(1_001) })).toBe('FEEDBACK_TEXT_LENGTH');
    expect(codeOf({ text: 'Cepat\u202esekali' })).toBe('NOTE_UNREADABLE');
    expect(codeOf({ contact: '0812' })).toBe('FEEDBACK_CONTACT_LENGTH');
    expect(codeOf({ contact: 'x'.repeat(120) })).toBeNull();
    expect(codeOf({ contact: 'x'.repeat(121) })).toBe('FEEDBACK_CONTACT_LENGTH');
    expect(codeOf({ contact: 'ratna\u0007@warga.example' })).toBe('FEEDBACK_CONTACT_UNREADABLE');
  });

  it('beyond what any office has visitors waits, in minutes', () => {
    const { refusal } = tooMuchFeedback(61);
    expect(refusal).toMatchObject({ code: 'FEEDBACK_TOO_MANY', field: null });
    expect(refusal.message.id).toContain('2 menit');
    expect(refusal.message.en).toContain('2 min');
  });
});

it('what waits is decided on once, and what counted from the beginning is taken out by nobody', () => {
  const code = (...[decision, reason, feedback]: Parameters<typeof acceptReview>) => {
    const outcome = acceptReview(decision, reason, feedback);
    return outcome.ok ? null : outcome.refusal.code;
  };
  const waiting = { standing: 'WAITING' } as const;
  expect(code('COUNT', null, waiting)).toBeNull();
  expect(code('LEAVE_OUT', 'REPEATED', waiting)).toBeNull();
  expect(code('LEAVE_OUT', null, waiting)).toBe('REVIEW_REASON_MISSING');
  expect(code('COUNT', 'TRIAL', waiting)).toBe('REVIEW_REASON_UNWANTED');
  expect(code('LEAVE_OUT', 'REPEATED', { standing: 'COUNTED' })).toBe('FEEDBACK_NOT_WAITING');
  expect(code('COUNT', null, { standing: 'LEFT_OUT' })).toBe('FEEDBACK_NOT_WAITING');
  expect(code('COUNT', null, null)).toBe('FEEDBACK_UNKNOWN');
  expect(standingOf('WAITING', null)).toBe('WAITING');
  expect(standingOf('WAITING', 'COUNT')).toBe('COUNTED');
  expect(standingOf('WAITING', 'LEAVE_OUT')).toBe('LEFT_OUT');
  expect(standingOf('COUNTED', null)).toBe('COUNTED');
});

it('a contact is opened with a reason, and erased by its code, where there is one', () => {
  const opened = (reason: string, contact: Parameters<typeof acceptContactOpening>[1]) => {
    const outcome = acceptContactOpening(reason, contact);
    return outcome.ok ? outcome.value : outcome.refusal.code;
  };
  const kept = { left: true, kept: true };
  expect(opened(' Menjawab sarannya. ', kept)).toBe('Menjawab sarannya.');
  expect(opened('Ingin tau', kept)).toBe('OPENING_REASON_LENGTH');
  expect(opened('Menjawab sarannya.', { left: false, kept: false })).toBe('FEEDBACK_WITHOUT_CONTACT');
  expect(opened('Menjawab sarannya.', { left: true, kept: false })).toBe('FEEDBACK_CONTACT_GONE');
  expect(opened('Menjawab sarannya.', null)).toBe('FEEDBACK_UNKNOWN');
  const erased = (contact: Parameters<typeof acceptContactErasure>[0]) => {
    const outcome = acceptContactErasure(contact);
    return outcome.ok ? null : outcome.refusal.code;
  };
  expect(erased({ kept: true })).toBeNull();
  expect(erased({ kept: false })).toBe('FEEDBACK_CONTACT_GONE');
  expect(erased(null)).toBe('FEEDBACK_CODE_UNKNOWN');
});

it('a counter has a name and a unit, which has not too many', () => {
  const code = (name: string, unitKnown = true, counters = 0) => {
    const outcome = acceptCounter(name, { unitKnown, counters });
    return outcome.ok ? outcome.value : outcome.refusal.code;
  };
  expect(code('  Loket   1 ')).toBe('Loket 1');
  expect(code('Loket 1', true, 99)).toBe('Loket 1');
  expect(code('Loket 1', true, 100)).toBe('COUNTERS_TOO_MANY');
  expect(code('Loket 1', false)).toBe('COUNTER_UNIT_UNKNOWN');
  expect(code(' ')).toBe('NAME_MISSING');
});

const tally = (change: Partial<FeedbackTally> = {}): FeedbackTally => ({
  ...{ counted: 0, waiting: 0, leftOut: new Map(), answers: [] },
  ...change,
});
const answersOf = (respondents: number, sum: number, change: Partial<Record<SurveyElement, number>> = {}) =>
  SURVEY_CODES.map((element) => ({ element, sum, respondents: change[element] ?? respondents })).map((row) =>
    row.respondents === respondents ? row : { ...row, sum: row.respondents * 3 },
  );

describe('the summary', () => {
  it('has the mean of each element and the index that the survey rules give, and says how', () => {
    // 17 of 5 answers: 3.4; nine times 3.4 / 9 × 25 = 85.
    const { elements, index, sentence } = summariseFeedback(tally({ counted: 5, answers: answersOf(5, 17) }));
    expect(elements.map(({ mean }) => formatAmount(mean!))).toEqual(Array.from({ length: 9 }, () => '3.4'));
    expect(index && { ...index, index: formatAmount(index.index) }).toEqual({ index: '85', grade: 'B' });
    expect(sentence.id).toBe(
      '5 penilaian dihitung. Rata-rata kesembilan unsur berjumlah 30,6; dibagi 9 dan dikali 25, dari pecahan yang tidak dibulatkan, indeksnya 85.',
    );
  });

  it('tells no mean of fewer answers than it takes, and then no index', () => {
    const { elements, index, sentence } = summariseFeedback(
      tally({ counted: 9, answers: answersOf(9, 27, { U4: FEWEST_ANSWERS - 1 }) }),
    );
    expect(elements.filter(({ mean }) => mean === null)).toEqual([{ element: 'U4', answers: 4, mean: null }]);
    expect(index).toBeNull();
    expect(sentence.en).toBe(
      '9 pieces of feedback count. There is no index yet: U4 (cost) has fewer than 5 answers, and the index takes all nine elements.',
    );
    expect(summariseFeedback(tally()).sentence.en).toBe(
      '0 pieces of feedback count. There is no index yet: no element has 5 answers.',
    );
    expect(summariseFeedback(tally()).elements.map(({ answers }) => answers)).toEqual(
      Array.from({ length: 9 }, () => 0),
    );
  });

  it('says what is not in it and why', () => {
    const leftOut = new Map([
      ['REPEATED', 2],
      ['TRIAL', 1],
    ] as const);
    const { sentence } = summariseFeedback(tally({ counted: 1, waiting: 3, leftOut }));
    expect(sentence.en).toMatch(/^1 piece of feedback counts\./);
    expect(sentence.en).toContain('3 pieces of feedback do not count yet');
    expect(sentence.en).toContain('2 pieces of feedback left out: the same person');
    expect(sentence.en).toContain('1 piece of feedback left out: a trial');
    expect(sentence.id).toContain('2 penilaian tidak dihitung karena berulang');
  });

  it('of any answers has means of 1 to 4 or none, and an index exactly where all nine have one', () => {
    const element = fc.integer({ min: 0, max: 40 }).chain((respondents) =>
      fc.record({
        respondents: fc.constant(respondents),
        sum: fc.integer({ min: respondents, max: 4 * respondents }),
      }),
    );
    fc.assert(
      fc.property(fc.array(element, { minLength: 9, maxLength: 9 }), (rows) => {
        const answers = rows.map((row, n) => ({ ...row, element: SURVEY_CODES[n]! }));
        const { elements, index } = summariseFeedback(tally({ answers }));
        for (const { mean, answers: n } of elements) {
          expect(mean === null).toBe(n < FEWEST_ANSWERS);
          if (mean !== null) expect(mean >= 1_000_000n && mean <= 4_000_000n).toBe(true);
        }
        expect(index !== null).toBe(elements.every(({ mean }) => mean !== null));
      }),
    );
  });
});

describe('a survey wave', () => {
  const period = readPeriod('2026-Q4');
  const WAVE: WaveContext = {
    ...{ period: period.ok ? period.value : null, closed: false, indicatorKnown: true, headInUnit: true },
    ...{ tally: tally({ counted: 5, answers: answersOf(5, 17) }), now: new Date('2026-12-28T03:00:00Z') },
  };
  const wave = (change: Partial<WaveContext> = {}) => acceptWave({ ...WAVE, ...change });
  const code = (change: Partial<WaveContext>) => {
    const outcome = wave(change);
    return outcome.ok ? null : outcome.refusal.code;
  };

  it('is closed with the index of its quarter, and says how it was reckoned', () => {
    expect(wave()).toMatchObject({
      value: { value: '85', observedAt: WAVE.now, note: { id: expect.stringContaining('indeksnya 85.') } },
    });
    // After the quarter it is logged within it all the same: on its last evening in Jakarta.
    expect(wave({ now: new Date('2027-01-05T03:00:00Z') })).toMatchObject({
      value: { observedAt: new Date('2026-12-31T16:59:00Z') },
    });
  });

  it('is closed on no day that somebody chooses: in the last seven of the quarter, or later', () => {
    expect(code({ now: new Date('2026-12-24T16:59:59Z') })).toBe('WAVE_TOO_EARLY');
    expect(code({ now: new Date('2026-12-24T17:00:00Z') })).toBeNull();
  });

  it('is refused with the reason', () => {
    const month = readPeriod('2026-12');
    expect(code({ period: null })).toBe('WAVE_QUARTER_UNKNOWN');
    expect(code({ period: month.ok ? month.value : null })).toBe('WAVE_QUARTER_UNKNOWN');
    expect(code({ closed: true })).toBe('WAVE_CLOSED');
    expect(code({ tally: { ...WAVE.tally, waiting: 1 } })).toBe('WAVE_FEEDBACK_WAITING');
    expect(code({ tally: tally({ counted: 5, answers: answersOf(5, 17, { U9: 4 }) }) })).toBe(
      'WAVE_INDEX_MISSING',
    );
    expect(code({ indicatorKnown: false })).toBe('WAVE_INDICATOR_MISSING');
    expect(code({ headInUnit: false })).toBe('WAVE_HEAD_ELSEWHERE');
  });
});

it('a wave may be closed on the last seven days of its quarter and later', () => {
  expect([waveClosesFrom('2026-12-31'), waveClosesFrom('2026-09-30')]).toEqual(['2026-12-25', '2026-09-24']);
});
