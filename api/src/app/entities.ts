import { AccountEntity } from '../features/accounts/account.entity.js';
import { RoleGrantEntity } from '../features/accounts/role-grant.entity.js';
import { SessionEntity } from '../features/accounts/session.entity.js';
import { ComplainantEntity } from '../features/complaints/complainant.entity.js';
import { ComplaintEntity } from '../features/complaints/complaint.entity.js';
import { CommitmentEntity, CommitmentStepEntity } from '../features/forum/commitment.entity.js';
import { ForumEntryEntity } from '../features/forum/entry.entity.js';
import { ForumMinutesEntity } from '../features/forum/minutes.entity.js';
import { ForumOutcomeEntity } from '../features/forum/outcome.entity.js';
import { ForumPhotoEntity } from '../features/forum/photo.entity.js';
import { ForumSeriesEntity } from '../features/forum/series.entity.js';
import { ForumSessionEntity } from '../features/forum/session.entity.js';
import { FeedbackContactEntity } from '../features/feedback/feedback-contact.entity.js';
import { FeedbackEntity } from '../features/feedback/feedback.entity.js';
import { ServiceCounterEntity } from '../features/feedback/service-counter.entity.js';
import { SurveyWaveEntity } from '../features/feedback/survey-wave.entity.js';
import { WallDeviceEntity } from '../features/devices/wall-device.entity.js';
import { ServiceTokenEntity } from '../features/services/service-token.entity.js';
import { ConfirmationEntity } from '../features/appraisals/confirmation.entity.js';
import { ContestEntity } from '../features/contests/contest.entity.js';
import { RulingEntity } from '../features/contests/ruling.entity.js';
import { CalendarDayEntity } from '../features/employees/calendar-day.entity.js';
import { PlacementEntity } from '../features/scores/placement.entity.js';
import { PolicyEntity } from '../features/policies/policy.entity.js';
import { TargetVersionEntity } from '../features/indicators/target-version.entity.js';
import { PeriodChangeEntity } from '../features/indicators/period-change.entity.js';
import { ReportingLineEntity } from '../features/employees/reporting-line.entity.js';
import { LeaveEntity } from '../features/employees/leave.entity.js';
import { AssignmentEntity } from '../features/employees/assignment.entity.js';
import { EmployeeEntity } from '../features/employees/employee.entity.js';
import { UnitEntity } from '../features/employees/unit.entity.js';
import { IndicatorEntity } from '../features/indicators/indicator.entity.js';
import { PeriodEntity } from '../features/indicators/period.entity.js';
import { TargetEntity } from '../features/indicators/target.entity.js';
import { MeasurementEntity } from '../features/observations/measurement.entity.js';
import { ObservationEntity } from '../features/observations/observation.entity.js';
import { WebhookDeliveryEntity } from '../features/integration/webhooks/webhook-delivery.entity.js';
import { WebhookEntity } from '../features/integration/webhooks/webhook.entity.js';
import { CorrectionRequestEntity } from '../features/privacy/correction-request.entity.js';
import { ImportDraftEntity } from '../features/integration/import/import-draft.entity.js';
import { ImportFindingEntity } from '../features/integration/import/import-finding.entity.js';
import { ImportRowEntity } from '../features/integration/import/import-row.entity.js';
import { DeliveryEntity, DeliveryStandEntity } from '../features/integration/export/delivery.entity.js';
import { RegionEntity } from '../features/regions/region.entity.js';
import { EmployeeScoreEntity } from '../features/scores/employee-score.entity.js';
import { UnitScoreEntity } from '../features/scores/unit-score.entity.js';

/** Every table that a room owns. `migrations.test.ts` compares them with what the migrations make. */
export const entities = [
  RegionEntity,
  AccountEntity,
  RoleGrantEntity,
  SessionEntity,
  WallDeviceEntity,
  ServiceTokenEntity,
  WebhookEntity,
  WebhookDeliveryEntity,
  UnitEntity,
  EmployeeEntity,
  IndicatorEntity,
  PeriodEntity,
  TargetEntity,
  ObservationEntity,
  MeasurementEntity,
  EmployeeScoreEntity,
  AssignmentEntity,
  LeaveEntity,
  ReportingLineEntity,
  PeriodChangeEntity,
  TargetVersionEntity,
  PolicyEntity,
  PlacementEntity,
  UnitScoreEntity,
  CalendarDayEntity,
  ContestEntity,
  RulingEntity,
  ConfirmationEntity,
  CorrectionRequestEntity,
  ComplaintEntity,
  ComplainantEntity,
  ForumSeriesEntity,
  ForumSessionEntity,
  ForumEntryEntity,
  ForumOutcomeEntity,
  CommitmentEntity,
  CommitmentStepEntity,
  ForumMinutesEntity,
  ForumPhotoEntity,
  ServiceCounterEntity,
  FeedbackEntity,
  FeedbackContactEntity,
  SurveyWaveEntity,
  ImportDraftEntity,
  ImportRowEntity,
  ImportFindingEntity,
  DeliveryEntity,
  DeliveryStandEntity,
];
