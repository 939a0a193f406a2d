import { useEffect, useRef, type PointerEvent } from 'react';
import { begun, FIELD, ledOn, onField, pathOf, type Strokes } from './strokes.js';

interface SignaturePadProps {
  readonly label: string;
  readonly strokes: Strokes;
  readonly onChange: (strokes: Strokes) => void;
}

/** A field to sign on by finger, pen or mouse. */
export function SignaturePad({ label, strokes, onChange }: SignaturePadProps) {
  const drawing = useRef<number | null>(null);
  // The newest, also where several movements come before anything is drawn.
  const held = useRef(strokes);
  useEffect(() => {
    held.current = strokes;
  }, [strokes]);
  const at = (event: PointerEvent<SVGSVGElement>) =>
    onField({ x: event.clientX, y: event.clientY }, event.currentTarget.getBoundingClientRect());
  const change = (next: Strokes) => {
    if (next === held.current) return;
    held.current = next;
    onChange(next);
  };
  return (
    <div className="pad">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${FIELD} ${FIELD}`}
        preserveAspectRatio="none"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drawing.current = event.pointerId;
          change(begun(held.current, at(event)));
        }}
        onPointerMove={(event) => {
          if (drawing.current === event.pointerId) change(ledOn(held.current, at(event)));
        }}
        onPointerUp={() => (drawing.current = null)}
        onPointerCancel={() => (drawing.current = null)}
      >
        {strokes.map((stroke, n) => (
          // oxlint-disable-next-line react/no-array-index-key -- strokes are only ever added at the end
          <path key={n} d={pathOf(stroke)} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
      {strokes.length === 0 && <span aria-hidden="true">{label}</span>}
    </div>
  );
}
