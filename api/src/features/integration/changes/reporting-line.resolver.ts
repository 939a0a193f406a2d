import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/graphql/context.js';
import { Employee } from '../../employees/employee.object.js';
import { employeeOf, namedEmployee } from '../../employees/employee.resolver.js';
import type { HasEmployees } from '../../employees/employee.store.js';
import type { HasUnits } from '../../employees/unit.store.js';
import { ReportingLine } from './change.object.js';

type Ask = Context<HasEmployees & HasUnits>;

@Resolver(() => ReportingLine)
export class ReportingLineRowResolver {
  @FieldResolver(() => Employee, { description: 'Who is appraised.' })
  employee(@Root() { regionCode, employeeId }: ReportingLine, @Ctx() context: Ask): Promise<Employee> {
    return employeeOf(context, regionCode, employeeId);
  }

  @FieldResolver(() => Employee, {
    nullable: true,
    description:
      'Pejabat penilai: who appraises; null where nobody does from this day on, or nobody whom you may know.',
  })
  async appraiser(
    @Root() { regionCode, appraiserId }: ReportingLine,
    @Ctx() context: Ask,
  ): Promise<Employee | null> {
    return appraiserId === null ? null : namedEmployee(context, regionCode, appraiserId);
  }
}
