import { Arg, Query, Resolver } from 'type-graphql';
import { divideRounded, formatAmount, ONE } from '../../domain/amount.js';
import { satisfactionIndex } from '../../domain/survey/satisfaction-index.js';
import { toRefusal } from '../../platform/graphql/refusal.object.js';
import {
  ElementMean,
  SatisfactionIndex,
  SatisfactionIndexRefused,
  SatisfactionIndexResult,
  SurveyElementInput,
} from './satisfaction-index.object.js';

@Resolver()
export class SatisfactionIndexResolver {
  @Query(() => SatisfactionIndexResult, {
    description:
      'A calculator of the satisfaction index of a survey (SKM; SI rules of SCORING.md). It records nothing.',
  })
  satisfactionIndex(
    @Arg('elements', () => [SurveyElementInput], {
      description: 'The answers to the nine elements, in any order.',
    })
    elements: SurveyElementInput[],
  ): typeof SatisfactionIndexResult {
    const read = satisfactionIndex(elements);
    if (!read.ok) return toRefusal(SatisfactionIndexRefused, read.refusal);
    const inOrder = elements.toSorted((a, b) => (a.element < b.element ? -1 : 1));
    return Object.assign(new SatisfactionIndex(), {
      index: formatAmount(read.value.index),
      grade: read.value.grade,
      elements: inOrder.map(({ element, sum, respondents }) =>
        Object.assign(new ElementMean(), {
          element,
          mean: formatAmount(divideRounded(BigInt(sum) * ONE, BigInt(respondents))),
        }),
      ),
    });
  }
}
