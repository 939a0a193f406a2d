import { divideRounded, ONE, type Amount } from '../amount.js';
import { howMany } from '../explanation/how-many.js';
import { paragraph } from '../explanation/paragraph.js';
import type { Sentence } from '../outcome.js';
import {
  ELEMENTS,
  satisfactionIndex,
  SURVEY_CODES,
  type ElementAnswers,
  type SatisfactionIndex,
  type SurveyElement,
} from '../survey/satisfaction-index.js';
import { displayAmount } from '../wall/display-amount.js';
import type { LeaveOutReason } from './feedback-standing.js';

/**
 * Answers that a mean needs. Of fewer a mean is no measure, and whoever gave one of them could work out the others'.
 * More than the three people below whom a unit shows no score: these are strangers, who have not agreed to anything.
 */
export const FEWEST_ANSWERS = 5;

/** What one unit's counters were told in a time, counted. */
export interface FeedbackTally {
  /** Feedback that is in the figures. */
  readonly counted: number;
  readonly waiting: number;
  readonly leftOut: ReadonlyMap<LeaveOutReason, number>;
  /** The answers that are in the figures, by element; an element that nobody rated is left out. */
  readonly answers: readonly ElementAnswers[];
}

/** One element; the mean (NRR) is null where too few answered. */
export interface ElementSummary {
  readonly element: SurveyElement;
  readonly answers: number;
  readonly mean: Amount | null;
}

/** What the figures of feedback are, and in words how they came to be. */
export interface FeedbackSummary {
  readonly elements: readonly ElementSummary[];
  /** Null where an element has too few answers: the index is defined over all nine. */
  readonly index: SatisfactionIndex | null;
  readonly sentence: Sentence;
}

/** The figures of a unit's feedback, by the rules of the survey (SI of docs/SCORING.md), and what is not in them and why. */
export function summariseFeedback({ counted, waiting, leftOut, answers }: FeedbackTally): FeedbackSummary {
  const of = new Map(answers.map((row) => [row.element, row]));
  const elements = SURVEY_CODES.map((element): ElementSummary => {
    const { sum = 0, respondents = 0 } = of.get(element) ?? {};
    const mean = respondents < FEWEST_ANSWERS ? null : divideRounded(BigInt(sum) * ONE, BigInt(respondents));
    return { element, answers: respondents, mean };
  });
  const lacking = elements.filter(({ mean }) => mean === null);
  const reckoned = lacking.length > 0 ? null : satisfactionIndex(answers);
  const index = reckoned?.ok === true ? reckoned.value : null;
  return {
    elements,
    index,
    sentence: paragraph(
      howManyCount(counted),
      index === null ? whyNone(lacking) : reckoning(elements, index),
      waiting === 0 ? null : whatWaits(waiting),
      ...[...leftOut].filter(([, count]) => count > 0).map(([reason, count]) => LEFT_OUT[reason](count)),
    ),
  };
}

const FEEDBACK = { id: 'penilaian', one: 'piece of feedback', many: 'pieces of feedback' };

function howManyCount(counted: number): Sentence {
  const all = howMany(counted, FEEDBACK);
  return { id: `${all.id} dihitung.`, en: `${all.en} ${counted === 1 ? 'counts' : 'count'}.` };
}

function reckoning(elements: readonly ElementSummary[], { index }: SatisfactionIndex): Sentence {
  const total = displayAmount(elements.reduce((sum, { mean }) => sum + (mean ?? 0n), 0n));
  const value = displayAmount(index);
  return {
    id: `Rata-rata kesembilan unsur berjumlah ${total.id}; dibagi 9 dan dikali 25, dari pecahan yang tidak dibulatkan, indeksnya ${value.id}.`,
    en: `The means of the nine elements add up to ${total.en}; divided by 9 and times 25, of fractions that are not rounded, the index is ${value.en}.`,
  };
}

function whyNone(lacking: readonly ElementSummary[]): Sentence {
  if (lacking.length === SURVEY_CODES.length) {
    return {
      id: `Indeks belum ada: belum ada unsur yang mendapat ${FEWEST_ANSWERS} jawaban.`,
      en: `There is no index yet: no element has ${FEWEST_ANSWERS} answers.`,
    };
  }
  const named = lacking.map(({ element }) => element).join(', ');
  const [first] = lacking;
  const name = first !== undefined && lacking.length === 1 ? ELEMENTS[first.element] : null;
  return {
    id: `Indeks belum ada: ${named}${name === null ? '' : ` (${name.id})`} belum mendapat ${FEWEST_ANSWERS} jawaban, dan indeks memerlukan kesembilan unsur.`,
    en: `There is no index yet: ${named}${name === null ? '' : ` (${name.en})`} ${lacking.length === 1 ? 'has' : 'have'} fewer than ${FEWEST_ANSWERS} answers, and the index takes all nine elements.`,
  };
}

function whatWaits(waiting: number): Sentence {
  const all = howMany(waiting, FEEDBACK);
  return {
    id: `${all.id} belum dihitung: datang lebih banyak dari biasanya dalam satu jam, dan menunggu dilihat fasilitator.`,
    en: `${all.en} ${waiting === 1 ? 'does' : 'do'} not count yet: more came within an hour than usual, and a facilitator has to look.`,
  };
}

const LEFT_OUT: Readonly<Record<LeaveOutReason, (count: number) => Sentence>> = {
  REPEATED: (count) => ({
    id: `${howMany(count, FEEDBACK).id} tidak dihitung karena berulang dari orang yang sama.`,
    en: `${howMany(count, FEEDBACK).en} left out: the same person again and again.`,
  }),
  NO_VISIT: (count) => ({
    id: `${howMany(count, FEEDBACK).id} tidak dihitung karena bukan dari pengunjung loket.`,
    en: `${howMany(count, FEEDBACK).en} left out: not of somebody who was at the counter.`,
  }),
  TRIAL: (count) => ({
    id: `${howMany(count, FEEDBACK).id} tidak dihitung karena percobaan kantor sendiri.`,
    en: `${howMany(count, FEEDBACK).en} left out: a trial by the office itself.`,
  }),
};
