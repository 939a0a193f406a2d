import { divideRounded, ONE, type Amount } from '../amount.js';
import { ok, refused, type Outcome, type RefusalRow, type Sentence } from '../outcome.js';
import { displayAmount } from '../wall/display-amount.js';

/** Unsur pelayanan: what a satisfaction survey (SKM) asks about, U1 to U9. */
export type SurveyElement = 'U1' | 'U2' | 'U3' | 'U4' | 'U5' | 'U6' | 'U7' | 'U8' | 'U9';

/** The answers to one element, each 1 to 4. */
export interface ElementAnswers {
  readonly element: SurveyElement;
  /** All answers added up. */
  readonly sum: number;
  /** People who answered it. */
  readonly respondents: number;
}

/** Mutu pelayanan: A very good, B good, C not so good, D not good. */
export type ServiceGrade = 'A' | 'B' | 'C' | 'D';

/** Indeks kepuasan masyarakat (IKM) of a unit; it is never the result of one person. */
export interface SatisfactionIndex {
  /** 25 to 100, at two decimals. */
  readonly index: Amount;
  readonly grade: ServiceGrade;
}

/** What each element is called. */
export const ELEMENTS: Readonly<Record<SurveyElement, Sentence>> = {
  U1: { id: 'persyaratan', en: 'requirements' },
  U2: { id: 'sistem, mekanisme, dan prosedur', en: 'system and procedure' },
  U3: { id: 'waktu penyelesaian', en: 'time to completion' },
  U4: { id: 'biaya/tarif', en: 'cost' },
  U5: { id: 'produk spesifikasi jenis pelayanan', en: 'what the service delivers' },
  U6: { id: 'kompetensi pelaksana', en: 'competence of the staff' },
  U7: { id: 'perilaku pelaksana', en: 'behaviour of the staff' },
  U8: { id: 'sarana dan prasarana', en: 'facilities' },
  U9: { id: 'penanganan pengaduan, saran, dan masukan', en: 'handling of complaints and suggestions' },
};

/** The nine elements, U1 first. */
export const SURVEY_CODES = Object.keys(ELEMENTS) as readonly SurveyElement[];

/** Answers go from 1 to this. */
export const BEST_ANSWER = 4;

/** More than any survey has: beyond it something went wrong on the way. */
const MOST_ANSWERS = 1_000_000_000;

const MOST_IN_WORDS = displayAmount(BigInt(MOST_ANSWERS) * ONE);

const named = (element: SurveyElement): Sentence => ({
  id: `Unsur ${element} (${ELEMENTS[element].id})`,
  en: `Element ${element} (${ELEMENTS[element].en})`,
});

/** Why there is no index: for each element, U1 first, in the order in which it is looked at. */
export const SURVEY_REFUSALS = {
  ELEMENT_MISSING: {
    when: 'One of the nine elements is not there: the index is defined over all of them.',
    field: 'elements',
    mender: 'SENDER',
    message: (element: SurveyElement): Sentence => ({
      id: `${named(element).id} tidak ada. Kirim kesembilan unsur, U1 sampai U9.`,
      en: `${named(element).en} is missing. Send all nine elements, U1 to U9.`,
    }),
  },
  ELEMENT_TWICE: {
    when: 'An element is there more than once, so that nobody can tell which of them holds.',
    field: 'elements',
    mender: 'SENDER',
    message: (element: SurveyElement): Sentence => ({
      id: `${named(element).id} ada lebih dari sekali. Gabungkan jawabannya menjadi satu baris.`,
      en: `${named(element).en} is there more than once. Put its answers together into one row.`,
    }),
  },
  COUNT_OUT_OF_RANGE: {
    when: `The sum of the answers or the number of respondents is no whole number from 0 to ${MOST_IN_WORDS.en}.`,
    field: 'elements',
    mender: 'SENDER',
    message: (element: SurveyElement): Sentence => ({
      id: `${named(element).id}: jumlah jawaban dan responden harus bilangan bulat 0 sampai ${MOST_IN_WORDS.id}. Perbaiki, lalu kirim lagi.`,
      en: `${named(element).en}: the sum of answers and the respondents must be whole numbers from 0 to ${MOST_IN_WORDS.en}. Correct them and send them again.`,
    }),
  },
  NO_RESPONDENTS: {
    when: 'Nobody answered an element: a mean of nothing would be a guess.',
    field: 'elements',
    mender: 'SENDER',
    message: (element: SurveyElement): Sentence => ({
      id: `${named(element).id} belum dijawab siapa pun. Hitung indeks sesudah semua unsur terjawab.`,
      en: `${named(element).en} was answered by nobody. Compute the index once all elements are answered.`,
    }),
  },
  ANSWERS_OUT_OF_RANGE: {
    when: `The sum of the answers cannot come about from so many answers of 1 to ${BEST_ANSWER}.`,
    field: 'elements',
    mender: 'SENDER',
    message: (element: SurveyElement, respondents: number): Sentence => ({
      id: `${named(element).id}: ${respondents} jawaban bernilai 1-${BEST_ANSWER} berjumlah ${respondents} sampai ${BEST_ANSWER * respondents}. Periksa jumlah dan respondennya.`,
      en: `${named(element).en}: ${respondents} answers of 1-${BEST_ANSWER} add up to ${respondents} to ${BEST_ANSWER * respondents}. Check the sum and the respondents.`,
    }),
  },
} as const satisfies Record<string, RefusalRow>;

export type SurveyRefusalCode = keyof typeof SURVEY_REFUSALS;

/**
 * The index of a survey (PermenPANRB 14/2017; rules SI in docs/SCORING.md): the mean of each element (NRR) by a weight
 * of exactly one ninth, times 25, rounded once to two decimals half away from zero. The grade is that of the rounded
 * index.
 */
export function satisfactionIndex(
  answers: readonly ElementAnswers[],
): Outcome<SatisfactionIndex, SurveyRefusalCode> {
  let total: Fraction = { numerator: 0n, denominator: 1n };
  for (const element of SURVEY_CODES) {
    const read = readElement(
      element,
      answers.filter((row) => row.element === element),
    );
    if (!read.ok) return read;
    total = addFractions(total, read.value);
  }
  const hundredths = divideRounded(
    total.numerator * TO_INDEX * HUNDREDTHS,
    total.denominator * BigInt(SURVEY_CODES.length),
  );
  return ok({ index: hundredths * MILLIONTHS_IN_HUNDREDTH, grade: gradeOf(hundredths) });
}

/** Answers of 1 to 4 become an index of 25 to 100. */
const TO_INDEX = 25n;
const HUNDREDTHS = 100n;
const MILLIONTHS_IN_HUNDREDTH = 10_000n;

/** The grade begins at this many hundredths. */
const GRADES = [
  ['A', 88_31n],
  ['B', 76_61n],
  ['C', 65_00n],
] as const;

function gradeOf(hundredths: bigint): ServiceGrade {
  return GRADES.find(([, from]) => hundredths >= from)?.[0] ?? 'D';
}

/** Exact: means of different numbers of respondents are added before anything is rounded. */
interface Fraction {
  readonly numerator: bigint;
  /** Positive. */
  readonly denominator: bigint;
}

function addFractions(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** The mean answer of an element, from the rows that name it. */
function readElement(
  element: SurveyElement,
  rows: readonly ElementAnswers[],
): Outcome<Fraction, SurveyRefusalCode> {
  const because = (code: SurveyRefusalCode, message: Sentence) =>
    refused(code, { ...SURVEY_REFUSALS[code], field: `elements.${element}`, message });
  const told = SURVEY_REFUSALS;
  const [row, another] = rows;
  if (row === undefined) return because('ELEMENT_MISSING', told.ELEMENT_MISSING.message(element));
  if (another !== undefined) return because('ELEMENT_TWICE', told.ELEMENT_TWICE.message(element));

  const { sum, respondents } = row;
  if (!isCount(sum) || !isCount(respondents)) {
    return because('COUNT_OUT_OF_RANGE', told.COUNT_OUT_OF_RANGE.message(element));
  }
  if (respondents === 0) return because('NO_RESPONDENTS', told.NO_RESPONDENTS.message(element));
  if (sum < respondents || sum > BEST_ANSWER * respondents) {
    return because('ANSWERS_OUT_OF_RANGE', told.ANSWERS_OUT_OF_RANGE.message(element, respondents));
  }
  return ok({ numerator: BigInt(sum), denominator: BigInt(respondents) });
}

function isCount(n: number): boolean {
  return Number.isInteger(n) && n >= 0 && n <= MOST_ANSWERS;
}
