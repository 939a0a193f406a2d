import type { EntityManager } from '@mikro-orm/postgresql';
import { sealedRows, type SealedRows } from '../../platform/database/sealed-rows.js';
import { sqlOf } from '../../platform/database/sql.js';

export interface HasFeedbackContacts {
  /** Where contacts that came with feedback stand. */
  readonly feedbackContacts: SealedRows;
}

export function createFeedbackContactStore(em: EntityManager, regionCode: string): SealedRows {
  return sealedRows(sqlOf(em), 'feedback_contact', regionCode);
}
