import { OperationTypeNode, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { buildSchema, type PubSub } from 'type-graphql';
import { AccountResolver, RoleGrantResolver } from '../features/accounts/account.resolver.js';
import { SignInResolver } from '../features/accounts/sign-in.resolver.js';
import { ViewerResolver } from '../features/accounts/viewer.resolver.js';
import { ConfirmationResolver } from '../features/appraisals/confirmation.resolver.js';
import { CreditPointsResolver } from '../features/appraisals/credit-points.resolver.js';
import { DistributionResolver } from '../features/appraisals/distribution.resolver.js';
import { PeriodResolver } from '../features/appraisals/period.resolver.js';
import { ScoreConfirmationResolver } from '../features/appraisals/score-confirmation.resolver.js';
import { ComplaintResolver } from '../features/complaints/complaint.resolver.js';
import { FilingResolver } from '../features/complaints/filing.resolver.js';
import { FollowingResolver } from '../features/complaints/following.resolver.js';
import { ContestResolver, ContestRulingResolver } from '../features/contests/contest.resolver.js';
import {
  ContestedObservationResolver,
  ContestedScoreResolver,
} from '../features/contests/contested.resolver.js';
import { DeviceResolver } from '../features/devices/device.resolver.js';
import { PairingResolver } from '../features/devices/pairing.resolver.js';
import { CalendarDayResolver } from '../features/employees/calendar-day.resolver.js';
import { EmployeeResolver } from '../features/employees/employee.resolver.js';
import { ReportingLineResolver } from '../features/employees/reporting-line.resolver.js';
import { UnitResolver } from '../features/employees/unit.resolver.js';
import {
  ScoreExplanationResolver,
  UnitScoreExplanationResolver,
} from '../features/explanations/explanation.resolver.js';
import { CommitmentResolver } from '../features/forum/commitment.resolver.js';
import { ForumEntryResolver } from '../features/forum/entry.resolver.js';
import { HallResolver } from '../features/forum/hall.resolver.js';
import { ForumPhotoResolver } from '../features/forum/photos/photo.resolver.js';
import { ForumPlanningResolver } from '../features/forum/planning.resolver.js';
import { PublicForumResolver } from '../features/forum/public-forum.resolver.js';
import { ForumSeriesResolver, ForumSessionResolver } from '../features/forum/session.resolver.js';
import { ForumSessionSubscription } from '../features/forum/session.subscription.js';
import { CounterResolver } from '../features/feedback/counter.resolver.js';
import { FeedbackResolver } from '../features/feedback/feedback.resolver.js';
import { LeavingResolver } from '../features/feedback/leaving.resolver.js';
import { SurveyWaveResolver } from '../features/feedback/survey-wave.resolver.js';
import {
  DeliveryResolver,
  KinerjaPeriodikCheckResolver,
  KinerjaPeriodikResolver,
} from '../features/integration/export/export.resolver.js';
import { IndicatorResolver } from '../features/indicators/indicator.resolver.js';
import { NodeResolver } from '../features/integration/nodes/node.resolver.js';
import { ObservationResolver } from '../features/observations/observation.resolver.js';
import { ChangesResolver } from '../features/integration/changes/changes.resolver.js';
import { ReportingLineRowResolver } from '../features/integration/changes/reporting-line.resolver.js';
import { PeriodPolicyResolver } from '../features/policies/period-policy.resolver.js';
import { PolicyResolver } from '../features/policies/policy.resolver.js';
import { AuditEntryResolver } from '../features/privacy/audit-entry.resolver.js';
import { DataCorrectionResolver } from '../features/privacy/data-correction.resolver.js';
import { LookResolver } from '../features/privacy/look.resolver.js';
import { PurposeResolver } from '../features/privacy/purpose.resolver.js';
import { RegionResolver } from '../features/regions/region.resolver.js';
import { MyScoreSubscription } from '../features/scores/my-score.subscription.js';
import { PolicyPreviewResolver, PolicyUnitMoveResolver } from '../features/scores/preview.resolver.js';
import {
  EmployeeScoreResolver,
  ScorePartResolver,
  UnitScoreResolver,
} from '../features/scores/score.resolver.js';
import { WebhookResolver } from '../features/integration/webhooks/webhook.resolver.js';
import { ServiceResolver } from '../features/services/service.resolver.js';
import { SatisfactionIndexResolver } from '../features/surveys/satisfaction-index.resolver.js';
import { ReasonsSubscription } from '../features/wall/reasons.subscription.js';
import { UnitSubscription } from '../features/wall/unit.subscription.js';
import { WallSubscription } from '../features/wall/wall.subscription.js';
import { ImportChangeResolver } from '../features/integration/import/change.resolver.js';
import { ImportResolver } from '../features/integration/import/import.resolver.js';
import { CountersResolver } from '../features/integration/counters/counters.resolver.js';
import { countWhenAsked } from '../platform/graphql/connection.js';
import type { Context } from '../platform/graphql/context.js';
import { guardSchema, type SchemaPolicy } from '../platform/graphql/guard-schema.js';
import { readFieldsPlainly } from '../platform/graphql/plain-fields.js';
import { takeBeforehand } from '../platform/graphql/read-beforehand.js';
import { sealCursors } from '../platform/graphql/seal-cursors.js';
import { fields } from './policies/fields.js';
import { allow } from './policies/may-do.js';
import { verbs, type Verb } from './policies/verbs.js';

/** type-graphql asks for one wherever a subscription exists, also where none of them uses it. */
const noPubSub: PubSub = {
  publish: () => {
    throw new Error('changes reach subscribers through the change feed, never through a pub/sub');
  },
  subscribe: () => {
    throw new Error('changes reach subscribers through the change feed, never through a pub/sub');
  },
};

/** The executable schema. Fails where a field has no row in the policy tables. */
export async function createGraphqlSchema(policy: SchemaPolicy = fields): Promise<GraphQLSchema> {
  const schema = await createUnguardedSchema();
  countWhenAsked(schema);
  describeRoots(schema);
  takeBeforehand(schema);
  guardSchema(schema, policy);
  sealCursors(schema);
  guardRootFields(schema);
  return schema;
}

/** The rooms' resolvers with nothing before them: what the guard is put on, and what tests hold the second net to. */
export function createUnguardedSchema(): Promise<GraphQLSchema> {
  readFieldsPlainly();
  return buildSchema({
    resolvers: [
      RegionResolver,
      ChangesResolver,
      ReportingLineRowResolver,
      SignInResolver,
      ViewerResolver,
      AccountResolver,
      RoleGrantResolver,
      UnitResolver,
      EmployeeResolver,
      ReportingLineResolver,
      CalendarDayResolver,
      IndicatorResolver,
      ObservationResolver,
      CountersResolver,
      EmployeeScoreResolver,
      ScorePartResolver,
      UnitScoreResolver,
      PolicyResolver,
      PeriodPolicyResolver,
      PolicyPreviewResolver,
      PolicyUnitMoveResolver,
      ConfirmationResolver,
      ScoreConfirmationResolver,
      PeriodResolver,
      DistributionResolver,
      CreditPointsResolver,
      SatisfactionIndexResolver,
      ContestResolver,
      ContestRulingResolver,
      ContestedObservationResolver,
      ContestedScoreResolver,
      ScoreExplanationResolver,
      UnitScoreExplanationResolver,
      LookResolver,
      DataCorrectionResolver,
      FilingResolver,
      FollowingResolver,
      ComplaintResolver,
      ForumSeriesResolver,
      ForumSessionResolver,
      HallResolver,
      ForumPhotoResolver,
      ForumPlanningResolver,
      ForumEntryResolver,
      CommitmentResolver,
      ForumSessionSubscription,
      PublicForumResolver,
      LeavingResolver,
      CounterResolver,
      FeedbackResolver,
      SurveyWaveResolver,
      PurposeResolver,
      AuditEntryResolver,
      WallSubscription,
      UnitSubscription,
      ReasonsSubscription,
      MyScoreSubscription,
      PairingResolver,
      DeviceResolver,
      ServiceResolver,
      NodeResolver,
      ImportResolver,
      ImportChangeResolver,
      KinerjaPeriodikResolver,
      KinerjaPeriodikCheckResolver,
      DeliveryResolver,
      WebhookResolver,
    ],
    pubSub: noPubSub,
    validate: false,
    authMode: 'error',
  });
}

/** type-graphql makes the three of them and has no place for what they are. */
function describeRoots(schema: GraphQLSchema): void {
  const roots: readonly (readonly [GraphQLObjectType | null | undefined, string])[] = [
    [
      schema.getQueryType(),
      'What can be asked. Reading changes nothing, and each field is given to those alone who may see it.',
    ],
    [
      schema.getMutationType(),
      'What can be done. Every wish has a key of its own and may be sent again; what cannot be done comes back as a value.',
    ],
    [
      schema.getSubscriptionType(),
      'What can be followed over a websocket (graphql-transport-ws) or as server-sent events: a snapshot first, then each change in commit order.',
    ],
  ];
  for (const [root, description] of roots) if (root) root.description = description;
}

/** Puts the policy table in front of every root field, for HTTP and websocket alike. */
function guardRootFields(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const field of roots.flatMap((root) => Object.values(root?.getFields() ?? {}))) {
    if (!(field.name in verbs))
      throw new Error(`the root field ${field.name} has no row in app/policies/verbs.ts`);
    const verb = field.name as Verb;
    for (const stage of ['resolve', 'subscribe'] as const) {
      const inner = field[stage];
      if (inner === undefined) continue;
      field[stage] = (source, args: object, context: Context, info) => {
        try {
          allow(context.actor, verb, args);
        } catch (error) {
          // Questions that are not open to somebody are asked by every page that shows what it may; commands are not.
          if (info.operation.operation !== OperationTypeNode.MUTATION) throw error;
          return context.tellDenied(verb, error).then(() => Promise.reject(error as Error));
        }
        return inner(source, args, context, info);
      };
    }
  }
}
