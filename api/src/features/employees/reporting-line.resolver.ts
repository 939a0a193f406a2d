import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { localDate } from '../../domain/calendar.js';
import { appraiserOn, reviewAuthorityOn, type ReportingLine } from '../../domain/people/reporting-line.js';
import type { Context } from '../../platform/graphql/context.js';
import { groupBy } from '../../platform/group-by.js';
import { Employee } from './employee.object.js';
import { namedEmployee } from './employee.resolver.js';
import type { HasEmployees } from './employee.store.js';
import type { HasService } from './service.store.js';
import type { HasUnits } from './unit.store.js';

type Ask = Context<HasEmployees & HasUnits & HasService>;

/** The request's loader of reporting lines: one statement for all people that a page names. */
export function lineLoader(context: Ask, region: string): DataLoader<string, readonly ReportingLine[]> {
  return context.loader(
    `reporting lines ${region}`,
    () =>
      new DataLoader<string, readonly ReportingLine[]>(async (ids) => {
        const lines = groupBy(
          await context.read(region).service.linesOf(ids),
          ({ employeeId }) => employeeId,
        );
        return ids.map((id) => lines.get(id) ?? []);
      }),
  );
}

@Resolver(() => Employee)
export class ReportingLineResolver {
  @FieldResolver(() => Employee, {
    nullable: true,
    description:
      'Pejabat penilai: who appraises this person today; null where nobody is on record (RL rules), or nobody whom you may know.',
  })
  async appraiser(@Root() { regionCode, id }: Employee, @Ctx() context: Ask): Promise<Employee | null> {
    const lines = await lineLoader(context, regionCode).load(id);
    return named(context, regionCode, appraiserOn(localDate(context.now()), lines, id));
  }

  @FieldResolver(() => Employee, {
    nullable: true,
    description:
      'Atasan pejabat penilai: who rules on objections of this person today; null where nobody is on record (RL3), or you may not know that one, or the appraiser between.',
  })
  async reviewAuthority(@Root() { regionCode, id }: Employee, @Ctx() context: Ask): Promise<Employee | null> {
    const today = localDate(context.now());
    const loader = lineLoader(context, regionCode);
    const lines = await loader.load(id);
    const appraiser = appraiserOn(today, lines, id);
    if (appraiser === null) return null;
    const above = [...lines, ...(await loader.load(appraiser))];
    return named(context, regionCode, reviewAuthorityOn(today, above, id));
  }
}

async function named(context: Ask, regionCode: string, id: string | null): Promise<Employee | null> {
  return id === null ? null : namedEmployee(context, regionCode, id);
}
