import type { Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';

/** What a node of an explanation is about. */
export type ExplanationKind =
  | 'SCORE'
  | 'WORK_RESULT'
  | 'BEHAVIOUR'
  | 'INDICATOR'
  | 'CORE_VALUE'
  | 'TARGET'
  | 'REALISATION'
  | 'OBSERVATION'
  | 'OTHER_OBSERVATIONS'
  | 'EVIDENCE'
  | 'COVERAGE'
  | 'PREDICATE'
  | 'UNIT'
  | 'PEOPLE';

/** One number that went into the value of a node. */
export interface ExplanationTerm {
  readonly name: Sentence;
  readonly value: Amount;
  /** Null for a count, a weight or a share. */
  readonly measureUnit: Sentence | null;
}

/** One number of an explanation: where it comes from, in figures and as a sentence. */
export interface ExplanationNode {
  /** A path that stays the same while the numbers move: 'score/results/ADM-03/target'. Unique in an explanation. */
  readonly id: string;
  /** Null for the root alone. A parent stands before its children. */
  readonly parentId: string | null;
  readonly kind: ExplanationKind;
  readonly name: Sentence;
  /** In `measureUnit`; null where there is no number (yet): the sentence tells why. */
  readonly value: Amount | null;
  /** Null for a share from 0 to 1, for a plain number and where there is none. */
  readonly measureUnit: Sentence | null;
  /**
   * How much of the parent's value comes from here, in the parent's unit; the contributions of siblings add up exactly
   * to that value. Null where the node adds nothing.
   */
  readonly contribution: Amount | null;
  /** A heading of docs/SCORING.md. */
  readonly ruleId: string;
  readonly terms: readonly ExplanationTerm[];
  readonly sentence: Sentence;
  readonly observationId: string | null;
  /** Whether somebody contests this very observation. */
  readonly contested: boolean;
}

/** A node that has no value, contribution, terms or observation but those given. */
export function explanationNode(
  about: Pick<ExplanationNode, 'id' | 'parentId' | 'kind' | 'name' | 'ruleId' | 'sentence'> &
    Partial<ExplanationNode>,
): ExplanationNode {
  return {
    value: null,
    measureUnit: null,
    contribution: null,
    terms: [],
    observationId: null,
    contested: false,
    ...about,
  };
}
