/** Steps each way of the field that a signature is drawn on. */
export const FIELD = 1_000;
/** Steps that a hand has to move before it is another point: finer than that nobody sees. */
const FINE = 4;
/** Numbers of a whole signature: a tenth of what the server takes, and enough for any name. */
const MOST_NUMBERS = 1_600;
const MOST_STROKES = 100;
/** Numbers of one stroke: as many values as the server lets any list have. */
const MOST_OF_ONE = 200;

/** Each stroke is x, y, x, y, … on the field. */
export type Strokes = readonly (readonly number[])[];

/** A point of the screen on the field; what is outside is on its edge. */
export function onField(
  point: { readonly x: number; readonly y: number },
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): readonly [number, number] {
  const step = (at: number, from: number, length: number) =>
    Math.min(FIELD, Math.max(0, Math.round(((at - from) / Math.max(1, length)) * FIELD)));
  return [step(point.x, box.left, box.width), step(point.y, box.top, box.height)];
}

/** The signature with a new stroke begun; the same where there are enough. A point alone is a dot. */
export function begun(strokes: Strokes, [x, y]: readonly [number, number]): Strokes {
  return strokes.length >= MOST_STROKES || isFull(strokes) ? strokes : [...strokes, [x, y, x, y]];
}

/**
 * The signature with its last stroke led on; the same where the hand has hardly moved, or it is full. A stroke that has
 * become too long for a list is gone on with in another one, from the point where it ends.
 */
export function ledOn(strokes: Strokes, [x, y]: readonly [number, number]): Strokes {
  const last = strokes.at(-1);
  if (last === undefined || isFull(strokes)) return strokes;
  const [fromX, fromY] = last.slice(-2) as [number, number];
  if (Math.hypot(x - fromX, y - fromY) < FINE) return strokes;
  if (last.length < MOST_OF_ONE) return [...strokes.slice(0, -1), [...last, x, y]];
  return strokes.length < MOST_STROKES ? [...strokes, [fromX, fromY, x, y]] : strokes;
}

/** A stroke as the path of a drawing. */
export function pathOf(stroke: readonly number[]): string {
  const points: string[] = [];
  for (let n = 0; n < stroke.length; n += 2) points.push(`${stroke[n]} ${stroke[n + 1]}`);
  return `M${points.join('L')}`;
}

function isFull(strokes: Strokes): boolean {
  return strokes.reduce((sum, { length }) => sum + length, 0) >= MOST_NUMBERS;
}
