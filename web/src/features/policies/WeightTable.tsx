import type { Language } from '../../lib/text/language.js';
import { sumOf, writeDecimal } from './decimal-text.js';
import { newWeight, weightPath, type TypedWeight, type TypedWeights } from './policy-form.js';
import { POLICY_WORDS } from './policy-words.js';
import { Refused } from './Refused.js';
import type { Told } from './use-command.js';

const WHOLE = '100';

interface WeightTableProps {
  readonly weights: TypedWeights;
  readonly told: Told | null;
  readonly language: Language;
  readonly onChange: (weights: TypedWeights) => void;
  readonly onRemove: () => void;
}

/** The weights of one role, to be changed; their sum is told while one types. */
export function WeightTable({ weights: set, told, language, onChange, onRemove }: WeightTableProps) {
  const { role, weights } = set;
  const rename = (at: number, part: Partial<TypedWeight>) =>
    onChange({ ...set, weights: weights.map((typed) => (typed.row === at ? { ...typed, ...part } : typed)) });
  const named = (what: string, indicator: string) => [what, role, indicator].filter(Boolean).join(' ');
  return (
    <fieldset className="weights">
      <legend>{role.trim() || POLICY_WORDS.role[language]}</legend>
      <div className="field">
        <label>
          {POLICY_WORDS.role[language]}
          <input
            type="text"
            value={role}
            autoComplete="off"
            onChange={(typed) => onChange({ ...set, role: typed.target.value })}
          />
        </label>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{POLICY_WORDS.indicator[language]}</th>
            <th scope="col">{POLICY_WORDS.weight[language]}</th>
            <th scope="col">
              <span className="for-ears">{POLICY_WORDS.remove[language]}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {weights.map(({ row, indicator, weight }, n) => {
            const refused = told?.field === weightPath(role, indicator);
            return (
              <tr key={row}>
                <td>
                  <input
                    type="text"
                    value={indicator}
                    autoComplete="off"
                    aria-label={named(POLICY_WORDS.indicator[language], String(n + 1))}
                    onChange={(typed) => rename(row, { indicator: typed.target.value })}
                  />
                  <Refused told={told} at={[weightPath(role, indicator)]} language={language} />
                </td>
                <td>
                  <input
                    type="text"
                    inputMode="decimal"
                    value={weight}
                    autoComplete="off"
                    aria-label={named(POLICY_WORDS.weight[language], indicator)}
                    aria-invalid={refused}
                    onChange={(typed) => rename(row, { weight: typed.target.value })}
                  />
                </td>
                <td>
                  <button
                    type="button"
                    className="quiet-button"
                    aria-label={named(POLICY_WORDS.remove[language], indicator)}
                    onClick={() =>
                      onChange({ ...set, weights: weights.filter((typed) => typed.row !== row) })
                    }
                  >
                    ×
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <WeightSum typed={weights.map(({ weight }) => weight)} language={language} />
      <Refused told={told} at={[weightPath(role)]} language={language} />
      <p className="policy-actions">
        <button
          type="button"
          className="quiet-button"
          onClick={() => onChange({ ...set, weights: [...weights, newWeight(weights)] })}
        >
          {POLICY_WORDS.addWeight[language]}
        </button>
        <button type="button" className="quiet-button" onClick={onRemove}>
          {POLICY_WORDS.removeRole[language]}
        </button>
      </p>
    </fieldset>
  );
}

interface WeightSumProps {
  readonly typed: readonly string[];
  readonly language: Language;
}

/** What the weights add up to, exactly, and whether that is what it must be. */
export function WeightSum({ typed, language }: WeightSumProps) {
  const sum = sumOf(typed);
  const verdict =
    sum === null ? POLICY_WORDS.sumUnknown : sum === WHOLE ? POLICY_WORDS.sumRight : POLICY_WORDS.sumWrong;
  return (
    <output className="weight-sum" data-right={sum === WHOLE}>
      {POLICY_WORDS.sum[language]} <strong>{sum === null ? '…' : writeDecimal(sum, language)}</strong> ·{' '}
      {verdict[language]}
    </output>
  );
}
