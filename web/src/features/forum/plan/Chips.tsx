import { useId, type ReactNode } from 'react';
import type { Language } from '../../../lib/text/language.js';
import { Refused } from '../../policies/Refused.js';
import type { Told } from '../../policies/use-command.js';

interface ChipsProps {
  readonly field: string;
  readonly legend: string;
  readonly of: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly told: Told | null;
  readonly language: Language;
  readonly onTap: (id: string) => void;
  /** Another way to choose, behind the chips. */
  readonly children?: ReactNode;
}

/** Few things to choose from, each by one tap. */
export function Chips({ field, legend, of, chosen, told, language, onTap, children }: ChipsProps) {
  const id = useId();
  return (
    <fieldset className="chips" aria-describedby={told?.field === field ? `${id}told` : undefined}>
      <legend>{legend}</legend>
      {of.map((one) => (
        <button
          key={one.id}
          type="button"
          className="chip"
          aria-pressed={chosen.includes(one.id)}
          onClick={() => onTap(one.id)}
        >
          {one.name}
        </button>
      ))}
      {children}
      <Refused told={told} at={[field]} id={`${id}told`} language={language} />
    </fieldset>
  );
}
