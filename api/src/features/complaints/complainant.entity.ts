import { defineEntity, p } from '@mikro-orm/core';

/**
 * Who complains, sealed. Which complaint it belongs to can be worked out with the server's key alone, and so can what
 * it says; it has a day and no moment, so that two tables side by side tell little of what belongs together.
 */
export const ComplainantEntity = defineEntity({
  name: 'Complainant',
  tableName: 'complainant',
  properties: {
    regionCode: p.text().primary(),
    locator: p.blob().primary(),
    sealed: p.blob(),
    createdOn: p.date(),
    /** From when on its time runs; null while nobody has answered. */
    answeredOn: p.date().nullable(),
  },
});
