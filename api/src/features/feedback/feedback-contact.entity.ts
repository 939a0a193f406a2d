import { defineEntity, p } from '@mikro-orm/core';

/** How whoever left feedback is reached, sealed; it stands to the feedback as a complainant does to a complaint. */
export const FeedbackContactEntity = defineEntity({
  name: 'FeedbackContact',
  tableName: 'feedback_contact',
  properties: {
    regionCode: p.text().primary(),
    locator: p.blob().primary(),
    sealed: p.blob(),
    createdOn: p.date(),
  },
});
