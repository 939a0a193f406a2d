import fc from 'fast-check';
import { amount, formatAmount, type Amount } from '../amount.js';
import {
  satisfactionIndex,
  SURVEY_REFUSALS,
  type ElementAnswers,
  type SatisfactionIndex,
  type SurveyElement,
} from './satisfaction-index.js';

const CODES = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'] as const;

/** A sum and the people behind it, for U1 to U9. */
function survey(...answers: readonly (readonly [sum: number, respondents: number])[]): ElementAnswers[] {
  return answers.map(([sum, respondents], place) => ({ element: CODES[place]!, sum, respondents }));
}

function indexOf(answers: readonly ElementAnswers[]): SatisfactionIndex {
  const outcome = satisfactionIndex(answers);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

function shown(answers: readonly ElementAnswers[]) {
  const { index, grade } = indexOf(answers);
  return `${formatAmount(index)} ${grade}`;
}

function refusalOf(answers: readonly ElementAnswers[]) {
  const outcome = satisfactionIndex(answers);
  return outcome.ok ? null : outcome.refusal;
}

/** Eight elements answered by one person each, `fours` of them with 4 and the rest with 3 or whatever `otherwise` is. */
function eight(fours: number, otherwise = 3) {
  return CODES.slice(1).map((_, place) => [place < fours ? 4 : otherwise, 1] as const);
}

const MIXED = [920, 915, 905, 960, 918, 922, 931, 890, 872].map((sum) => [sum, 250] as const);

const element = fc
  .record({ respondents: fc.integer({ min: 1, max: 5000 }), share: fc.integer({ min: 0, max: 3000 }) })
  .map(
    ({ respondents, share }) =>
      [respondents + Math.floor((respondents * share) / 1000), respondents] as const,
  );
const surveys = fc.array(element, { minLength: 9, maxLength: 9 }).map((answers) => survey(...answers));

it('SI1 each element weighs exactly one ninth', () => {
  const { index } = indexOf(survey(...MIXED));
  expect(formatAmount(index)).toBe('91.48');
  // What a weight rounded to two or to three places would have made of the same answers.
  const weighed = (weight: Amount) =>
    formatAmount((MIXED.reduce((sum, [answers]) => sum + BigInt(answers), 0n) * weight * 25n) / 250n);
  expect([weighed(amount('0.11')), weighed(amount('0.111'))]).toEqual(['90.563', '91.3863']);
  fc.assert(
    fc.property(surveys, fc.constantFrom(...CODES), fc.constantFrom(...CODES), (answers, a, b) => {
      const swapped = answers.map((row) => ({
        ...row,
        element: row.element === a ? b : row.element === b ? a : row.element,
      }));
      expect(satisfactionIndex(swapped)).toEqual(satisfactionIndex(answers));
    }),
  );
});

it('SI2 each element is the mean of the people who answered it', () => {
  // U1 has mean 2 from 10 people, the others 4 from 30 each: (2 + 8 × 4) / 9 × 25. All 250 answers in one pot would give 98.
  expect(shown(survey([20, 10], ...CODES.slice(1).map(() => [120, 30] as const)))).toBe('94.44 A');
  fc.assert(
    fc.property(surveys, fc.integer({ min: 2, max: 9 }), fc.constantFrom(...CODES), (answers, times, of) => {
      const more = answers.map((row) =>
        row.element === of ? { ...row, sum: row.sum * times, respondents: row.respondents * times } : row,
      );
      expect(satisfactionIndex(more)).toEqual(satisfactionIndex(answers));
    }),
  );
});

it('SI3 where all answer everything the index is 25 times the mean of all answers', () => {
  expect(shown(survey(...CODES.map(() => [350, 100] as const)))).toBe('87.5 B');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 9, maxLength: 9 }),
      (people, shares) => {
        const sums = shares.map((share) => people + Math.floor((people * share) / 1000));
        const total = BigInt(sums.reduce((sum, n) => sum + n, 0));
        const { index } = indexOf(survey(...sums.map((sum) => [sum, people] as const)));
        const [given, exact] = [index * 9n * BigInt(people), total * 25_000_000n];
        const apart = given < exact ? exact - given : given - exact;
        expect(2n * apart <= 10_000n * 9n * BigInt(people)).toBe(true);
      },
    ),
  );
});

it('SI4 the index is rounded once, to two decimals, half away from zero', () => {
  expect(shown(survey([18_949, 5000], ...eight(4)))).toBe('88.31 A');
  // 88.304999: rounded to three places first it would go up.
  expect(shown(survey([94_744_991, 25_000_000], ...eight(4)))).toBe('88.3 B');
  expect(shown(survey([1, 1], ...eight(8)))).toBe('91.67 A');
});

it('SI5 the grade is that of the rounded index', () => {
  const edges = [
    // 88.305, 88.304999
    survey([18_949, 5000], ...eight(4)),
    survey([94_744_991, 25_000_000], ...eight(4)),
    // 76.605, 76.604999
    survey([17_889, 5000], ...eight(0)),
    survey([89_444_991, 25_000_000], ...eight(0)),
    // 64.995, 64.994999
    survey([16_991, 5000], ...eight(2, 2)),
    survey([84_954_991, 25_000_000], ...eight(2, 2)),
  ];
  expect(edges.map(shown)).toEqual(['88.31 A', '88.3 B', '76.61 B', '76.6 C', '65 C', '64.99 D']);
  const ends = [1, 4].map((answer) => shown(survey(...CODES.map(() => [answer, 1] as const))));
  expect(ends).toEqual(['25 D', '100 A']);
});

describe('SI6 all nine elements are there, each once', () => {
  const answers = survey(...MIXED);
  const names = [
    ['U1', 'persyaratan', 'requirements'],
    ['U2', 'sistem, mekanisme, dan prosedur', 'system and procedure'],
    ['U3', 'waktu penyelesaian', 'time to completion'],
    ['U4', 'biaya/tarif', 'cost'],
    ['U5', 'produk spesifikasi jenis pelayanan', 'what the service delivers'],
    ['U6', 'kompetensi pelaksana', 'competence of the staff'],
    ['U7', 'perilaku pelaksana', 'behaviour of the staff'],
    ['U8', 'sarana dan prasarana', 'facilities'],
    ['U9', 'penanganan pengaduan, saran, dan masukan', 'handling of complaints and suggestions'],
  ] as const;

  it('SI6 all nine elements are there, each once', () => {
    for (const [code, id, en] of names) {
      expect(refusalOf(answers.filter((row) => row.element !== code))).toEqual({
        code: 'ELEMENT_MISSING',
        field: `elements.${code}`,
        mender: 'SENDER',
        message: {
          id: `Unsur ${code} (${id}) tidak ada. Kirim kesembilan unsur, U1 sampai U9.`,
          en: `Element ${code} (${en}) is missing. Send all nine elements, U1 to U9.`,
        },
      });
    }
    for (const row of answers) {
      expect(refusalOf([...answers, row])).toMatchObject({
        code: 'ELEMENT_TWICE',
        field: `elements.${row.element}`,
        mender: 'SENDER',
      });
    }
    expect(refusalOf([])).toMatchObject({ code: 'ELEMENT_MISSING', field: 'elements.U1' });
  });

  it('says what to do with an element that is there twice', () => {
    expect(refusalOf([...answers, answers[2]!])?.message).toEqual({
      id: 'Unsur U3 (waktu penyelesaian) ada lebih dari sekali. Gabungkan jawabannya menjadi satu baris.',
      en: 'Element U3 (time to completion) is there more than once. Put its answers together into one row.',
    });
  });
});

/** A good survey whose U3 is these answers. */
function withThird(sum: number, respondents: number) {
  return survey(...MIXED).map((row) => (row.element === 'U3' ? { ...row, sum, respondents } : row));
}

it('SI7 sums and respondents are whole numbers', () => {
  const wrong = [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1_000_000_001];
  for (const n of wrong) {
    for (const refusal of [refusalOf(withThird(n, 250)), refusalOf(withThird(500, n))]) {
      expect(refusal).toEqual({
        code: 'COUNT_OUT_OF_RANGE',
        field: 'elements.U3',
        mender: 'SENDER',
        message: {
          id: 'Unsur U3 (waktu penyelesaian): jumlah jawaban dan responden harus bilangan bulat 0 sampai 1.000.000.000. Perbaiki, lalu kirim lagi.',
          en: 'Element U3 (time to completion): the sum of answers and the respondents must be whole numbers from 0 to 1,000,000,000. Correct them and send them again.',
        },
      });
    }
  }
  expect(refusalOf(withThird(1_000_000_000, 1_000_000_000))).toBeNull();
  expect(refusalOf(withThird(1_000_000_000, 250_000_000))).toBeNull();
});

it('SI8 an element that nobody answered has no mean', () => {
  for (const sum of [0, 5]) {
    expect(refusalOf(withThird(sum, 0))).toEqual({
      code: 'NO_RESPONDENTS',
      field: 'elements.U3',
      mender: 'SENDER',
      message: {
        id: 'Unsur U3 (waktu penyelesaian) belum dijawab siapa pun. Hitung indeks sesudah semua unsur terjawab.',
        en: 'Element U3 (time to completion) was answered by nobody. Compute the index once all elements are answered.',
      },
    });
  }
});

it('SI9 the sum can come about from answers of 1 to 4', () => {
  for (const sum of [0, 249, 1001]) {
    expect(refusalOf(withThird(sum, 250))).toEqual({
      code: 'ANSWERS_OUT_OF_RANGE',
      field: 'elements.U3',
      mender: 'SENDER',
      message: {
        id: 'Unsur U3 (waktu penyelesaian): 250 jawaban bernilai 1-4 berjumlah 250 sampai 1000. Periksa jumlah dan respondennya.',
        en: 'Element U3 (time to completion): 250 answers of 1-4 add up to 250 to 1000. Check the sum and the respondents.',
      },
    });
  }
  for (const sum of [250, 1000]) expect(refusalOf(withThird(sum, 250))).toBeNull();
});

it('SI10 a better answer never lowers the index', () => {
  expect(shown(survey([1, 1], ...eight(8)))).toBe('91.67 A');
  expect(shown(survey([2, 1], ...eight(8)))).toBe('94.44 A');
  fc.assert(
    fc.property(surveys, fc.constantFrom(...CODES), fc.integer({ min: 1, max: 900 }), (answers, of, more) => {
      const before = indexOf(answers);
      const better = answers.map((row) =>
        row.element === of ? { ...row, sum: Math.min(4 * row.respondents, row.sum + more) } : row,
      );
      const after = indexOf(better);
      expect(after.index >= before.index && after.grade <= before.grade).toBe(true);
      expect(before.index >= amount('25') && after.index <= amount('100')).toBe(true);
    }),
  );
});

it('SI11 the order of the elements decides nothing', () => {
  const shuffled = fc.shuffledSubarray([...CODES], { minLength: 9, maxLength: 9 });
  const wrong: readonly Partial<ElementAnswers>[] = [
    {},
    { respondents: 0 },
    { sum: 0 },
    { sum: -1 },
    { element: 'U1' },
  ];
  fc.assert(
    fc.property(
      surveys,
      shuffled,
      fc.array(fc.tuple(fc.constantFrom(...CODES), fc.constantFrom(...wrong)), { maxLength: 2 }),
      (good, order, troubles) => {
        const answers = good.map((row) => ({
          ...row,
          ...troubles.find(([of]: [SurveyElement, unknown]) => of === row.element)?.[1],
        }));
        const place = (row: ElementAnswers) => order.indexOf(row.element);
        const ordered = [...answers].sort((a, b) => place(a) - place(b));
        expect(satisfactionIndex(ordered)).toEqual(satisfactionIndex(answers));
      },
    ),
  );
  const two = survey([5, 1], [0, 0], ...MIXED.slice(2)).toReversed();
  expect(refusalOf(two)).toMatchObject({ code: 'ANSWERS_OUT_OF_RANGE', field: 'elements.U1' });
});

it('SI12 of several troubles with an element the first is told', () => {
  const troubles = [
    survey(...MIXED).slice(1),
    [...survey([0, 0.5], ...MIXED.slice(1)), ...survey([0, 0])],
    survey([-1, 0], ...MIXED.slice(1)),
    survey([5, 0], ...MIXED.slice(1)),
    survey([5, 1], ...MIXED.slice(1)),
  ];
  expect(troubles.map((answers) => refusalOf(answers)?.code)).toEqual(Object.keys(SURVEY_REFUSALS));
});
