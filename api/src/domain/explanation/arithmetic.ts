import { amount, divideRounded, ONE, type Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import { ALL_PLACES, displayAmount, roundForDisplay } from '../wall/display-amount.js';

/** A number written with a percent sign: 70 per cent is seven tenths. */
export interface Percentage {
  readonly percent: Amount;
}

/** A calculation that can be both written for people and worked out. */
export type Arithmetic = Amount | Percentage | Operation;

interface Operation {
  readonly operator: '+' | '−' | '×' | '÷';
  readonly left: Arithmetic;
  readonly right: Arithmetic;
}

/** `left + right`. */
export function plus(left: Arithmetic, right: Arithmetic): Arithmetic {
  return { operator: '+', left, right };
}

/** `left − right`. */
export function minus(left: Arithmetic, right: Arithmetic): Arithmetic {
  return { operator: '−', left, right };
}

/** `left × right`. */
export function times(left: Arithmetic, right: Arithmetic): Arithmetic {
  return { operator: '×', left, right };
}

/** `left ÷ right`; the right one is not zero. */
export function over(left: Arithmetic, right: Arithmetic): Arithmetic {
  return { operator: '÷', left, right };
}

/** `a + b + …`, in this order; of nothing it is 0. */
export function sumOf(parts: readonly Amount[]): Arithmetic {
  const [first = 0n, ...others] = parts;
  return others.reduce<Arithmetic>(plus, first);
}

/** A share from 0 to 1 as per cent: 0.6 is written 60%. */
export function percentageOf(share: Amount): Percentage {
  return { percent: share * 100n };
}

/** A whole number, such as a number of days. */
export function wholeNumber(count: number): Amount {
  return BigInt(count) * ONE;
}

/**
 * A calculation with what it comes to, rounded to so many places for display: '100 × (45 − 17) ÷ (45 − 15) ≈ 93,33'.
 * The sign is '=' where exactly the numbers that are shown give exactly the result that is shown, else '≈' (rule EX6).
 * A number by itself is no calculation: there the result stands alone.
 */
export function equation(arithmetic: Arithmetic, result: Amount | Percentage, places: number): Sentence {
  const to = write(result, places);
  if (!isOperation(arithmetic)) return to;
  const isExact = [...numbersOf(arithmetic), ...numbersOf(result)].every(
    (number) => roundForDisplay(number, placesFor(number, places)) === number,
  );
  const sign = isExact && isEqual(workOut(arithmetic), workOut(result)) ? '=' : '≈';
  const from = write(arithmetic, places);
  return { id: `${from.id} ${sign} ${to.id}`, en: `${from.en} ${sign} ${to.en}` };
}

/** A calculation or a number as people write it, rounded to so many places for display. */
export function write(arithmetic: Arithmetic, places: number): Sentence {
  if (typeof arithmetic === 'bigint') return displayAmount(arithmetic, placesFor(arithmetic, places));
  if (!isOperation(arithmetic)) {
    const { id, en } = write(arithmetic.percent, places);
    return { id: `${id}%`, en: `${en}%` };
  }
  const { operator, left, right } = arithmetic;
  const binding = BINDING[operator];
  // 45 − (17 − 2) and 100 ÷ (4 ÷ 2) need their brackets, (45 − 17) − 2 does not.
  const after = operator === '−' || operator === '÷' ? binding + 1 : binding;
  const [from, to] = [writeOperand(left, binding, places), writeOperand(right, after, places)];
  return { id: `${from.id} ${operator} ${to.id}`, en: `${from.en} ${operator} ${to.en}` };
}

/** What is not zero is not shown as zero, however small. */
function placesFor(number: Amount, places: number): number {
  return roundForDisplay(number, places) === 0n ? ALL_PLACES : places;
}

const BINDING = { '+': 1, '−': 1, '×': 2, '÷': 2 } as const;

/** In brackets where it binds less than the operation that it stands in, or is a number with a minus. */
function writeOperand(operand: Arithmetic, binding: number, places: number): Sentence {
  const text = write(operand, places);
  const isLoose = isOperation(operand) ? BINDING[operand.operator] < binding : text.id.startsWith('−');
  return isLoose ? { id: `(${text.id})`, en: `(${text.en})` } : text;
}

function isOperation(arithmetic: Arithmetic): arithmetic is Operation {
  return typeof arithmetic === 'object' && 'operator' in arithmetic;
}

function numbersOf(arithmetic: Arithmetic): readonly Amount[] {
  if (typeof arithmetic === 'bigint') return [arithmetic];
  if (!isOperation(arithmetic)) return [arithmetic.percent];
  return [...numbersOf(arithmetic.left), ...numbersOf(arithmetic.right)];
}

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const HUNDRED = amount('100');

function workOut(arithmetic: Arithmetic): Fraction {
  if (typeof arithmetic === 'bigint') return { over: arithmetic, under: ONE };
  if (!isOperation(arithmetic)) return { over: arithmetic.percent, under: HUNDRED };
  const [a, b] = [workOut(arithmetic.left), workOut(arithmetic.right)];
  switch (arithmetic.operator) {
    case '+':
      return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
    case '−':
      return { over: a.over * b.under - b.over * a.under, under: a.under * b.under };
    case '×':
      return { over: a.over * b.over, under: a.under * b.under };
    case '÷':
      return { over: a.over * b.under, under: a.under * b.over };
  }
}

function isEqual(a: Fraction, b: Fraction): boolean {
  return a.over * b.under === b.over * a.under;
}

/**
 * What a calculation comes to, rounded once to six places, half away from zero.
 * @throws RangeError where it divides by zero
 */
export function resultOf(arithmetic: Arithmetic): Amount {
  const { over, under } = workOut(arithmetic);
  return divideRounded(over * ONE, under);
}
