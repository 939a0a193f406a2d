import type { WallLevel } from '@pantau/schema';
import { useId } from 'react';
import type { Language } from '../../lib/text/language.js';
import { Refused } from '../policies/Refused.js';
import type { Told } from '../policies/use-command.js';
import { DEVICES_WORDS, LEVEL_WORDS } from './devices-words.js';

const LEVELS = ['OFFICE', 'VISITORS'] as const satisfies readonly WallLevel[];

interface LevelChoiceProps {
  /** Null: nothing is chosen yet. */
  readonly value: WallLevel | null;
  readonly told: Told | null;
  readonly language: Language;
  readonly onChange: (level: WallLevel) => void;
}

/** Who sees a screen; one must be chosen, for nobody but the chooser knows the room. */
export function LevelChoice({ value, told, language, onChange }: LevelChoiceProps) {
  const id = useId();
  return (
    <fieldset className="entry">
      <legend>{DEVICES_WORDS.level[language]}</legend>
      {LEVELS.map((level) => (
        <label key={level} className="choice">
          <input type="radio" name={id} required checked={value === level} onChange={() => onChange(level)} />
          <span>
            <strong>{LEVEL_WORDS[level].name[language]}</strong>{' '}
            <span className="hint">{LEVEL_WORDS[level].what[language]}</span>
          </span>
        </label>
      ))}
      <Refused told={told} at={['level']} language={language} />
    </fieldset>
  );
}
