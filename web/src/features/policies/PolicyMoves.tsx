import type { PolicyMoves_MoveFragment, PolicyScoreFiguresFragment } from '@pantau/schema';
import type { ReactNode } from 'react';
import { formatDelta, formatFigure } from '../../lib/text/format-number.js';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { PREDICATE_WORDS } from '../scores/score-words.js';
import { POLICY_WORDS } from './policy-words.js';

interface PolicyMovesProps {
  /** In the order in which they were added. */
  readonly moves: readonly PolicyMoves_MoveFragment[];
  readonly region: string;
  readonly period: string;
  readonly language: Language;
  /** What stands below the list: how to see more. */
  readonly children?: ReactNode;
}

/** The people who would be shown something else, before and after; never sorted by it. */
export function PolicyMoves({ moves, region, period, language, children }: PolicyMovesProps) {
  const search = searchInLanguage(`?${new URLSearchParams({ region, period })}`, language);
  return (
    <section aria-labelledby="moved">
      <h3 id="moved">{POLICY_WORDS.moved[language]}</h3>
      {moves.length === 0 ? (
        <p>{POLICY_WORDS.noMoved[language]}</p>
      ) : (
        <>
          <p className="hint">{POLICY_WORDS.movedHint[language]}</p>
          <ul className="moves">
            {moves.map(({ employee, before, after, delta }) => (
              <li key={employee.id}>
                <a href={`/scores/${employee.id}${search}`}>{employee.name}</a>
                <span className="move">
                  {valueOf(before, language)} <Arrow language={language} />{' '}
                  <strong>{valueOf(after, language)}</strong>
                  {delta !== null && <span className="hint"> {formatDelta(delta, language)}</span>}
                </span>
                {predicateOf(before, language) !== predicateOf(after, language) && (
                  <span className="move hint">
                    {predicateOf(before, language)} <Arrow language={language} />{' '}
                    {predicateOf(after, language)}
                  </span>
                )}
              </li>
            ))}
          </ul>
          {children}
        </>
      )}
    </section>
  );
}

function Arrow({ language }: { readonly language: Language }) {
  return (
    <>
      <span aria-hidden="true">→</span>
      <span className="for-ears">{POLICY_WORDS.becomes[language]}</span>
    </>
  );
}

function valueOf({ value }: PolicyScoreFiguresFragment, language: Language): string {
  if (value === null) return POLICY_WORDS.noValue[language];
  const { whole, decimals } = formatFigure(value, language);
  return whole + decimals;
}

function predicateOf({ proposal }: PolicyScoreFiguresFragment, language: Language): string {
  return (proposal ? PREDICATE_WORDS[proposal.predicate] : POLICY_WORDS.noProposal)[language];
}
