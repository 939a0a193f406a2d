import type { ExplanationTree_NodeFragment } from '@pantau/schema';
import type { ReactNode } from 'react';
import type { Language } from '../../lib/text/language.js';
import { contributionSpans, type Span } from './contribution-spans.js';
import { explanationTree, type Branch } from './explanation-tree.js';
import { ExplanationRow } from './ExplanationRow.js';
import { RuleChip } from './RuleChip.js';
import { SCORE_WORDS } from './score-words.js';
import { unitOfNode } from './unit-of-node.js';

/** How many levels stand open at first: the figure, and what it is made of. */
const OPEN_LEVELS = 2;

interface ExplanationTreeProps {
  /** Depth first, parents before children, as the server gives them. */
  readonly nodes: readonly ExplanationTree_NodeFragment[];
  readonly policyVersion: string;
  /** The query string for links to other pages of scores. */
  readonly search: string;
  readonly language: Language;
  /** What stands beside a row: something to do about it. */
  readonly beside?: ((branch: Branch) => ReactNode) | undefined;
}

/** A figure taken apart down to the single observation: each row says in a sentence how it came about. */
export function ExplanationTree({ nodes, ...rest }: ExplanationTreeProps) {
  return (
    <div className="tree">
      <Branches {...rest} branches={explanationTree(nodes)} />
    </div>
  );
}

interface BranchesProps extends Omit<ExplanationTreeProps, 'nodes'> {
  readonly branches: readonly Branch[];
  /** Stands before the rows. */
  readonly first?: ReactNode;
}

function Branches({ branches, first, ...rest }: BranchesProps) {
  const spans = contributionSpans(branches.map(({ node }) => node.contribution));
  return (
    <ul>
      {first && <li className="node-link">{first}</li>}
      {branches.map((branch, n) => (
        <Node key={branch.node.id} {...rest} branch={branch} span={spans[n] ?? null} />
      ))}
    </ul>
  );
}

interface NodeProps extends Omit<BranchesProps, 'branches' | 'first'> {
  readonly branch: Branch;
  readonly span: Span | null;
}

function Node({ branch, span, policyVersion, search, language, beside }: NodeProps) {
  const { node, depth, children } = branch;
  const unit = unitOfNode(branch);
  const href = unit && `/scores/unit/${unit}${search}`;
  const row = { branch, span, language };
  return (
    <li className="node">
      <RuleChip node={node} policyVersion={policyVersion} language={language} />
      {children.length === 0 ? (
        <div className="row" data-kind={node.kind}>
          <ExplanationRow {...row} href={href} />
        </div>
      ) : (
        <details open={depth < OPEN_LEVELS}>
          <summary className="row" data-kind={node.kind}>
            <ExplanationRow {...row} href={null} />
          </summary>
          <Branches
            branches={children}
            policyVersion={policyVersion}
            search={search}
            language={language}
            beside={beside}
            first={href && <a href={href}>{SCORE_WORDS.openUnit[language]}</a>}
          />
        </details>
      )}
      {beside?.(branch)}
    </li>
  );
}
