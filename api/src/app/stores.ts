import type { EntityManager } from '@mikro-orm/postgresql';
import {
  createWorkingCalendarStore,
  type HasWorkingCalendar,
} from '../features/employees/calendar-day.store.js';
import { createAccountStore, type HasAccounts } from '../features/accounts/account.store.js';
import { createTrailStore, type HasTrail } from '../platform/audit/trail-store.js';
import { createSessionStore, type HasSessions } from '../features/accounts/session.store.js';
import { createComplainantStore, type HasComplainants } from '../features/complaints/complainant.store.js';
import { createComplaintStore, type HasComplaints } from '../features/complaints/complaint.store.js';
import { createCommitmentStore, type HasCommitments } from '../features/forum/commitment.store.js';
import { createForumPhotoStore, type HasForumPhotos } from '../features/forum/photos/photo.store.js';
import { createForumStore, type HasForum } from '../features/forum/forum.store.js';
import { createConfirmationStore, type HasConfirmations } from '../features/appraisals/confirmation.store.js';
import { createContestStore, type HasContests } from '../features/contests/contest.store.js';
import { createEmployeeStore, type HasEmployees } from '../features/employees/employee.store.js';
import { createUnitStore, type HasUnits } from '../features/employees/unit.store.js';
import {
  createFeedbackContactStore,
  type HasFeedbackContacts,
} from '../features/feedback/feedback-contact.store.js';
import { createFeedbackStore, type HasFeedback } from '../features/feedback/feedback.store.js';
import {
  createServiceCounterStore,
  type HasServiceCounters,
} from '../features/feedback/service-counter.store.js';
import { createSurveyWaveStore, type HasSurveyWaves } from '../features/feedback/survey-wave.store.js';
import { createImportStore, type HasImports } from '../features/integration/import/import.store.js';
import { createIndicatorStore, type HasIndicators } from '../features/indicators/indicator.store.js';
import { createObservationStore, type HasObservations } from '../features/observations/observation.store.js';
import { createServiceStore, type HasService } from '../features/employees/service.store.js';
import { createScimUserStore, type HasScimUsers } from '../features/integration/scim/scim-user.store.js';
import { createPolicyStore, type HasPolicies } from '../features/policies/policy.store.js';
import {
  createDataCorrectionStore,
  type HasDataCorrections,
} from '../features/privacy/data-correction.store.js';
import { createMyDataStore, type HasMyData } from '../features/privacy/my-data.store.js';
import { createLookStore, type HasLooks } from '../features/privacy/look.store.js';
import { createScoreStore, type HasScores } from '../features/scores/score.store.js';
import { createDeviceStore, type HasDevices } from '../features/devices/device.store.js';
import { createServiceTokenStore, type HasServiceTokens } from '../features/services/service-token.store.js';
import { createWebhookStore, type HasWebhooks } from '../features/integration/webhooks/webhook.store.js';
import { createRegionStore, type HasRegions } from '../features/regions/region.store.js';
import { createExportStore, type HasExports } from '../features/integration/export/export.store.js';
import { createAuditStore, type HasAudit } from '../platform/audit/audit-store.js';
import { beginTrail, NO_TRAIL, type Trail } from '../platform/audit/trail.js';
import {
  createChangedRowsStore,
  type HasChangedRows,
} from '../features/integration/changes/changed-rows.store.js';
import { createChangeStore, type HasChanges } from '../platform/changes/change-store.js';
import type { HasClock } from '../platform/clock.js';
import { sqlOf } from '../platform/database/sql.js';

/** Everything that a verb can ask for; each names only what it uses. */
export type Stores = HasClock &
  HasAudit &
  HasWorkingCalendar &
  HasAccounts &
  HasSessions &
  HasTrail &
  HasDevices &
  HasServiceTokens &
  HasWebhooks &
  HasContests &
  HasConfirmations &
  HasPolicies &
  HasService &
  HasChanges &
  HasRegions &
  HasUnits &
  HasEmployees &
  HasIndicators &
  HasObservations &
  HasScores &
  HasDataCorrections &
  HasComplaints &
  HasComplainants &
  HasForum &
  HasForumPhotos &
  HasCommitments &
  HasServiceCounters &
  HasFeedback &
  HasFeedbackContacts &
  HasSurveyWaves &
  HasLooks &
  HasScimUsers &
  HasMyData &
  HasImports &
  HasExports &
  HasChangedRows;

/**
 * The stores of one region over one entity manager: inside its transaction where it has one. Observations can be added
 * to only where somebody closes the trail; other evidence also where `trail.write` covers it at the end.
 */
export function openStores(
  em: EntityManager,
  regionCode: string,
  now: Date,
  closed: Trail | null = null,
): Stores {
  const trail = closed ?? beginTrail();
  return {
    regionCode,
    now,
    changes: createChangeStore(sqlOf(em), regionCode),
    audit: createAuditStore(sqlOf(em), regionCode),
    regions: createRegionStore(em),
    units: createUnitStore(em, regionCode),
    employees: createEmployeeStore(em, regionCode),
    accounts: createAccountStore(em, regionCode, trail),
    sessions: createSessionStore(em, regionCode),
    trail: createTrailStore(sqlOf(em), regionCode, now, trail),
    devices: createDeviceStore(em, regionCode),
    serviceTokens: createServiceTokenStore(em, regionCode),
    webhooks: createWebhookStore(em, regionCode),
    service: createServiceStore(em, regionCode, trail),
    workingCalendar: createWorkingCalendarStore(em, regionCode),
    contests: createContestStore(em, regionCode, trail),
    confirmations: createConfirmationStore(em, regionCode, trail),
    policies: createPolicyStore(em, regionCode, trail),
    indicators: createIndicatorStore(em, regionCode, trail),
    observations: createObservationStore(em, regionCode, closed ?? NO_TRAIL),
    scores: createScoreStore(em, regionCode),
    dataCorrections: createDataCorrectionStore(em, regionCode, trail),
    complaints: createComplaintStore(em, regionCode, trail),
    complainants: createComplainantStore(em, regionCode),
    forum: createForumStore(em, regionCode, trail),
    forumPhotos: createForumPhotoStore(em, regionCode),
    commitments: createCommitmentStore(em, regionCode),
    serviceCounters: createServiceCounterStore(em, regionCode),
    feedback: createFeedbackStore(em, regionCode, trail),
    feedbackContacts: createFeedbackContactStore(em, regionCode),
    surveyWaves: createSurveyWaveStore(em, regionCode),
    looks: createLookStore(em),
    scimUsers: createScimUserStore(em, regionCode),
    myData: createMyDataStore(em, regionCode),
    imports: createImportStore(em, regionCode),
    exports: createExportStore(em, regionCode),
    changedRows: createChangedRowsStore(em, regionCode),
  };
}
