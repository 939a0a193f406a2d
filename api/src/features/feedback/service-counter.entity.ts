import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A counter of a unit. The code on its sheet is worked out of its id and generation; only a hash of it stands here. */
export const ServiceCounterEntity = defineEntity({
  name: 'ServiceCounter',
  tableName: 'service_counter',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    unitId: p.uuid(),
    name: p.text(),
    /** Whether it takes feedback. */
    open: p.boolean(),
    /** Which code it has; renewing it makes the next one, and the sheets with those before good for nothing. */
    codeGeneration: p.integer(),
    codeHash: p.blob().lazy(),
    madeAt: p.datetime().columnType('timestamptz'),
    madeBy: p.text(),
  },
});

export type ServiceCounterRow = Omit<InferEntity<typeof ServiceCounterEntity>, 'codeHash'>;
