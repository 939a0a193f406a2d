import { Field, InputType, registerEnumType } from 'type-graphql';
import { Uuid } from '../../platform/graphql/scalars.js';
import type { ScoreOrder } from './score.store.js';

export const SCORE_ORDERS = {
  EMPLOYEE: 'EMPLOYEE',
  EMPLOYEE_DESC: 'EMPLOYEE_DESC',
} as const satisfies { [K in ScoreOrder]: K };
registerEnumType(SCORE_ORDERS, {
  name: 'EmployeeScoreOrder',
  description: 'The order of a list of scores. There is none by value or predicate: nobody is ranked.',
  valuesConfig: {
    EMPLOYEE: {
      description:
        'Employee after employee in the order in which they were added, of each period after period.',
    },
    EMPLOYEE_DESC: { description: 'The other way round.' },
  },
});

@InputType({ description: 'Which scores a list has; all that is set has to hold.' })
export class EmployeeScoreFilter {
  @Field(() => [String], {
    nullable: true,
    description:
      'Only those of these periods, by their codes such as "2026-11"; at most 200. Empty: of all periods.',
  })
  periods?: string[] | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'Only of those who work now in this unit or in one below it.',
  })
  unit?: string | null;

  @Field(() => [Uuid], { nullable: true, description: 'Only of these employees; at most 200 ids.' })
  employees?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only those with a value; false: only those with too little data for one.',
  })
  hasValue?: boolean | null;

  @Field(() => Uuid, {
    nullable: true,
    description:
      'Only those that wait for the verdict of this employee: their period is closed, this is the appraiser on record on its last day, and none was confirmed, or the score moved since.',
  })
  verdictDueFrom?: string | null;
}
