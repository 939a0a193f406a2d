import type { ContentCanvas } from 'pdfmake/interfaces.js';
import { SIGNATURE_FIELD } from '../../../domain/forum/accept-signature.js';

/** Points; the field of the tablet is square. */
const SIDE = 70;

/** A signature as lines: sharp at every size, and no picture that could be cut out as a whole. */
export function drawSignature(strokes: readonly (readonly number[])[]): ContentCanvas {
  const scale = SIDE / SIGNATURE_FIELD;
  const frame = { type: 'rect' as const, x: 0, y: 0, w: SIDE, h: SIDE, lineWidth: 0, lineColor: 'white' };
  const lines = strokes
    .filter((stroke) => stroke.length >= 4)
    .map((stroke) => ({
      type: 'polyline' as const,
      lineWidth: 1,
      lineColor: '#12306b',
      points: Array.from({ length: stroke.length / 2 }, (_, n) => ({
        x: stroke[2 * n]! * scale,
        y: stroke[2 * n + 1]! * scale,
      })),
    }));
  return { canvas: [frame, ...lines], alignment: 'center' };
}
