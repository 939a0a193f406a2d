import { Arg, Int, Query, Resolver } from 'type-graphql';
import { formatAmount } from '../../domain/amount.js';
import { creditPoints, type FunctionalLevel } from '../../domain/appraisal/credit-points.js';
import type { Predicate } from '../../domain/scoring/predicate.js';
import { toRefusal } from '../../platform/graphql/refusal.object.js';
import { PREDICATES } from '../scores/score.enums.js';
import {
  CreditPoints,
  CreditPointsRefused,
  CreditPointsResult,
  FUNCTIONAL_LEVELS,
} from './credit-points.object.js';

@Resolver()
export class CreditPointsResolver {
  @Query(() => CreditPointsResult, {
    description:
      'A calculator of angka kredit (CP rules of SCORING.md). It looks nobody up and records nothing; what counts is what regional HR sets.',
  })
  creditPoints(
    @Arg('level', () => FUNCTIONAL_LEVELS, { description: 'Jenjang jabatan fungsional.' })
    level: FunctionalLevel,
    @Arg('predicate', () => PREDICATES, { description: 'The predicate over these months.' })
    predicate: Predicate,
    @Arg('months', () => Int, { description: 'Months of one year, 1 to 12.' }) months: number,
  ): typeof CreditPointsResult {
    const points = creditPoints(level, predicate, months);
    if (!points.ok) return toRefusal(CreditPointsRefused, points.refusal);
    return Object.assign(new CreditPoints(), {
      points: formatAmount(points.value),
      level,
      predicate,
      months,
    });
  }
}
