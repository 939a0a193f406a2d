import { formatAmount, nodeValue, unitOf, type NodeValue } from './node-value.js';
import type { Language } from '../../lib/text/language.js';
import type { Span } from './contribution-spans.js';
import { ContributionBar } from './ContributionBar.js';
import type { Branch } from './explanation-tree.js';
import { SCORE_WORDS } from './score-words.js';

interface ExplanationRowProps {
  readonly branch: Branch;
  /** Where its contribution lies among those of its siblings. */
  readonly span: Span | null;
  /** Where its name leads; null: nowhere. */
  readonly href: string | null;
  readonly language: Language;
}

/** One step of an explanation: what it is, its value, how that came about in a sentence, and its part of the whole. */
export function ExplanationRow({ branch, span, href, language }: ExplanationRowProps) {
  const { node, parent } = branch;
  const name = language === 'id' ? node.name : node.nameEn;
  const contributed =
    node.contribution !== null &&
    parent !== null &&
    [
      formatAmount(node.shownContribution ?? node.contribution, parent.measureUnit, language),
      unitOf(parent, language),
    ]
      .filter(Boolean)
      .join(' ');
  return (
    <>
      <span className="row-name">
        {href === null ? name : <a href={href}>{name}</a>}
        {node.contested && (
          <>
            {' '}
            <span className="contested">{SCORE_WORDS.contested[language]}</span>
          </>
        )}
      </span>{' '}
      <span className="row-value">
        <Value value={nodeValue(branch, language)} />
      </span>{' '}
      <span className="row-how">{language === 'id' ? node.sentence : node.sentenceEn}</span>{' '}
      {contributed && (
        <span className="row-share">
          {span && <ContributionBar span={span} />}
          <span>
            {SCORE_WORDS.contributes[language]} {contributed}
          </span>
        </span>
      )}
    </>
  );
}

function Value({ value }: { readonly value: NodeValue }) {
  switch (value.kind) {
    case 'FIGURE':
      return (
        <>
          <span className="row-figure">{value.figure}</span> <span className="row-unit">{value.unit}</span>
        </>
      );
    case 'WORD':
      return <span className="row-word">{value.word}</span>;
    case 'LACKING':
      return <span className="row-none">{value.why}</span>;
    case 'NONE':
      return null;
  }
}
