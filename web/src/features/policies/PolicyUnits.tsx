import type { PolicyUnits_MoveFragment } from '@pantau/schema';
import { formatFigure } from '../../lib/text/format-number.js';
import type { Language } from '../../lib/text/language.js';
import { StateGlyph } from '../wall/StateGlyph.js';
import { STATE_WORDS } from '../wall/wall-words.js';
import { POLICY_WORDS } from './policy-words.js';

interface PolicyUnitsProps {
  /** In office order. */
  readonly units: readonly PolicyUnits_MoveFragment[];
  readonly language: Language;
}

/** The units that would be shown another value or state. */
export function PolicyUnits({ units, language }: PolicyUnitsProps) {
  return (
    <section aria-labelledby="units">
      <h3 id="units">{POLICY_WORDS.units[language]}</h3>
      {units.length === 0 ? (
        <p>{POLICY_WORDS.noUnits[language]}</p>
      ) : (
        <>
          <p className="hint">{POLICY_WORDS.unitsHint[language]}</p>
          <table className="policy-table">
            <thead>
              <tr>
                <th scope="col">{POLICY_WORDS.unit[language]}</th>
                <th scope="col">{POLICY_WORDS.before[language]}</th>
                <th scope="col">{POLICY_WORDS.after[language]}</th>
              </tr>
            </thead>
            <tbody>
              {units.map(({ unit, before, after }) => (
                <tr key={unit.id}>
                  <th scope="row">{unit.name}</th>
                  <td data-label={POLICY_WORDS.before[language]}>
                    <Standing {...before} language={language} />
                  </td>
                  <td data-label={POLICY_WORDS.after[language]}>
                    <Standing {...after} language={language} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

type StandingProps = PolicyUnits_MoveFragment['before'] & { readonly language: Language };

function Standing({ value, state, language }: StandingProps) {
  const figure = value === null ? null : formatFigure(value, language);
  return (
    <span className="standing" data-state={state}>
      {figure && <strong>{figure.whole + figure.decimals}</strong>}
      <StateGlyph state={state} />
      {STATE_WORDS[state][language]}
    </span>
  );
}
