import type { Language } from '../../../lib/text/language.js';
import type { Told } from '../../policies/use-command.js';
import { Chips } from './Chips.js';
import { PLAN_WORDS } from './plan-words.js';

/** As many chips as one looks through on a phone. */
const MOST_CHIPS = 8;

interface ConcernedUnitsProps {
  /** All but the one that invites. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly value: readonly string[];
  readonly told: Told | null;
  readonly language: Language;
  readonly onChange: (value: readonly string[]) => void;
}

/** The units that are to be there: by a tap where there are few, from a list where there are many. */
export function ConcernedUnits({ units, value, told, language, onChange }: ConcernedUnitsProps) {
  const few = units.length <= MOST_CHIPS;
  const shown = few ? units : units.filter(({ id }) => value.includes(id));
  const toggle = (id: string) =>
    onChange(value.includes(id) ? value.filter((one) => one !== id) : [...value, id]);
  if (units.length === 0) return null;
  return (
    <Chips
      field="concerned"
      legend={PLAN_WORDS.concerned[language]}
      of={shown}
      chosen={value}
      told={told}
      language={language}
      onTap={toggle}
    >
      {!few && (
        <select
          className="chip"
          aria-label={`${PLAN_WORDS.concerned[language]}: ${PLAN_WORDS.otherUnit[language]}`}
          value=""
          onChange={({ target }) => toggle(target.value)}
        >
          <option value="">{PLAN_WORDS.otherUnit[language]}</option>
          {units
            .filter(({ id }) => !value.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      )}
    </Chips>
  );
}
