import { AMOUNT_REFUSALS } from '../domain/amount.js';
import { COMPLAINANT_REFUSALS } from '../domain/complaint/accept-complainant.js';
import { COMPLAINT_ANSWER_REFUSALS } from '../domain/complaint/accept-complaint-answer.js';
import { COMPLAINT_REFUSALS } from '../domain/complaint/accept-complaint.js';
import {
  CONTACT_ERASURE_REFUSALS,
  CONTACT_OPENING_REFUSALS,
} from '../domain/feedback/accept-contact-opening.js';
import { COUNTER_REFUSALS } from '../domain/feedback/accept-counter.js';
import { FEEDBACK_REFUSALS } from '../domain/feedback/accept-feedback.js';
import { WAVE_REFUSALS } from '../domain/feedback/close-wave.js';
import { REVIEW_REFUSALS } from '../domain/feedback/accept-review.js';
import { ERASURE_REFUSALS } from '../domain/complaint/accept-erasure.js';
import { OPENING_REFUSALS } from '../domain/complaint/accept-opening.js';
import { DELIVERY_REFUSALS } from '../domain/integration/accept-since.js';
import { DUE_REFUSALS } from '../domain/forum/accept-due.js';
import { ENTRY_REFUSALS } from '../domain/forum/accept-entry.js';
import { WEBHOOK_REFUSALS } from '../domain/integration/accept-webhook.js';
import { OUTCOME_REFUSALS } from '../domain/forum/accept-outcome.js';
import { PLAN_REFUSALS } from '../domain/forum/accept-plan.js';
import { REPORT_REFUSALS } from '../domain/forum/accept-report.js';
import { REVISION_REFUSALS } from '../domain/forum/accept-revision.js';
import { SCAN_REFUSALS } from '../domain/forum/accept-scan.js';
import { SIGNATURE_REFUSALS as MINUTES_SIGNATURE_REFUSALS } from '../domain/forum/accept-signature.js';
import { PERIOD_REFUSALS } from '../domain/calendar.js';
import { CORRECTION_REFUSALS } from '../domain/observation/accept-correction.js';
import { OBSERVATION_REFUSALS } from '../domain/observation/accept-observation.js';
import { NIP_REFUSALS } from '../domain/people/nip.js';
import { TARGET_REFUSALS } from '../domain/scoring/attainment.js';
import { CREDIT_REFUSALS } from '../domain/appraisal/credit-points.js';
import { CONFIRMATION_REFUSALS } from '../domain/appraisal/accept-confirmation.js';
import { CONTEST_REFUSALS } from '../domain/contest/accept-contest.js';
import { RULING_REFUSALS } from '../domain/contest/accept-ruling.js';
import { WITHDRAWAL_REFUSALS } from '../domain/observation/accept-withdrawal.js';
import { PERIOD_CHANGE_REFUSALS } from '../domain/period/period-state.js';
import { DRAFT_REFUSALS, DROP_REFUSALS, SIGNATURE_REFUSALS } from '../domain/scoring/accept-policy.js';
import { POLICY_REFUSALS } from '../domain/scoring/read-policy.js';
import { DATA_ANSWER_REFUSALS, DATA_CORRECTION_REFUSALS } from '../domain/privacy/accept-data-correction.js';
import { SURVEY_REFUSALS } from '../domain/survey/satisfaction-index.js';
import { PHOTO_REFUSALS } from '../features/forum/photos/keep-photo.js';
import { PUBLISH_REFUSALS } from '../features/forum/photos/publish-photo.js';
import { SESSION_REFUSALS } from '../features/forum/take-outcome.js';
import { ATTENDANCE_REFUSALS } from '../features/forum/take-part.js';
import { WITHDRAWAL_REFUSALS as OUTCOME_WITHDRAWAL_REFUSALS } from '../features/forum/withdraw-outcome.js';
import { IMPORT_REFUSALS } from '../domain/integration/accept-import.js';
import { PROVISION_REFUSALS } from '../features/employees/provision-employee.js';
import { COUNTER_READING_REFUSALS } from '../domain/integration/accept-readings.js';
import { SCIM_REFUSALS } from '../domain/integration/scim-filter.js';
import type { RefusalRow } from '../domain/outcome.js';

/** Every closed list of refusals that the rules can give, by its name. */
export const refusalTables: Record<string, Record<string, RefusalRow>> = {
  AMOUNT_REFUSALS,
  PERIOD_REFUSALS,
  NIP_REFUSALS,
  PROVISION_REFUSALS,
  COUNTER_READING_REFUSALS,
  SCIM_REFUSALS,
  TARGET_REFUSALS,
  OBSERVATION_REFUSALS,
  CORRECTION_REFUSALS,
  WITHDRAWAL_REFUSALS,
  POLICY_REFUSALS,
  DRAFT_REFUSALS,
  SIGNATURE_REFUSALS,
  DROP_REFUSALS,
  CONTEST_REFUSALS,
  RULING_REFUSALS,
  PERIOD_CHANGE_REFUSALS,
  CONFIRMATION_REFUSALS,
  CREDIT_REFUSALS,
  DELIVERY_REFUSALS,
  SURVEY_REFUSALS,
  DATA_CORRECTION_REFUSALS,
  DATA_ANSWER_REFUSALS,
  COMPLAINT_REFUSALS,
  COMPLAINANT_REFUSALS,
  COMPLAINT_ANSWER_REFUSALS,
  OPENING_REFUSALS,
  ERASURE_REFUSALS,
  COUNTER_REFUSALS,
  FEEDBACK_REFUSALS,
  REVIEW_REFUSALS,
  WAVE_REFUSALS,
  CONTACT_OPENING_REFUSALS,
  CONTACT_ERASURE_REFUSALS,
  PLAN_REFUSALS,
  ENTRY_REFUSALS,
  OUTCOME_REFUSALS,
  WEBHOOK_REFUSALS,
  DUE_REFUSALS,
  REVISION_REFUSALS,
  REPORT_REFUSALS,
  MINUTES_SIGNATURE_REFUSALS,
  ATTENDANCE_REFUSALS,
  SESSION_REFUSALS,
  SCAN_REFUSALS,
  OUTCOME_WITHDRAWAL_REFUSALS,
  PHOTO_REFUSALS,
  PUBLISH_REFUSALS,
  IMPORT_REFUSALS,
};
