import type { ContestWithRulingFragment } from '@pantau/schema';
import { useId } from 'react';
import type { Language } from '../../lib/text/language.js';
import { Refused } from '../policies/Refused.js';
import type { Told } from '../policies/use-command.js';
import { LEVEL_WORDS } from '../scores/score-words.js';
import { CONTEST_WORDS } from './contest-words.js';

/** The values of a behaviour, the highest first. */
const LEVELS = ['1', '0', '-1'];

interface RightValueProps {
  readonly indicator: ContestWithRulingFragment['observation']['indicator'];
  readonly value: string;
  readonly told: Told | null;
  readonly language: Language;
  readonly onChange: (value: string) => void;
}

/** The value that an observation should have had: a number in its unit, or for a behaviour one of three words. */
export function RightValue({ indicator, value, told, language, onChange }: RightValueProps) {
  const id = useId();
  const refused = told?.field === 'value';
  const described = {
    id,
    value,
    'aria-describedby': refused ? `${id}told` : undefined,
    'aria-invalid': refused,
  };
  const behaviour = indicator.kind === 'BEHAVIOUR';
  return (
    <div className="entry right-value">
      <label htmlFor={id}>
        {CONTEST_WORDS.value[language]}
        {!behaviour && ` (${indicator.measureUnit})`}
      </label>
      {behaviour ? (
        <select {...described} onChange={(chosen) => onChange(chosen.target.value)}>
          <option value="">{CONTEST_WORDS.choose[language]}</option>
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {LEVEL_WORDS[level]?.[language]}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...described}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          onChange={(typed) => onChange(typed.target.value)}
        />
      )}
      <Refused told={told} at={['value']} id={`${id}told`} language={language} />
    </div>
  );
}
