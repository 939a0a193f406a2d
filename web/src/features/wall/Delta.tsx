import { formatDelta } from '../../lib/text/format-number.js';
import type { Language } from '../../lib/text/language.js';

/** How far a value moved last, in points, with its direction; nothing where it moved less than can be seen. */
export function Delta({ delta, language }: { readonly delta: string; readonly language: Language }) {
  const text = formatDelta(delta, language);
  const up = text.startsWith('+');
  if (/^[0.,]+$/.test(text)) return null;
  return (
    <span className="delta">
      <svg className="arrow" viewBox="0 0 20 20" aria-hidden="true">
        <path d={up ? 'M10 3 19 17H1z' : 'M10 17 1 3h18z'} fill="currentColor" />
      </svg>
      {text}
    </span>
  );
}
