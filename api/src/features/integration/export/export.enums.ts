import { registerEnumType } from 'type-graphql';
import {
  EXPORT_FINDINGS,
  type ExportFindingCode,
  type ExportMender,
} from '../../../domain/integration/export-findings.js';
import type { RowChange, RowPart } from '../../../domain/integration/row-changes.js';
import type { DeliveryRow } from './delivery.entity.js';

export const ROW_CHANGES = { NEW: 'NEW', CHANGED: 'CHANGED', WITHDRAWN: 'WITHDRAWN' } as const satisfies {
  [K in RowChange]: K;
};
registerEnumType(ROW_CHANGES, {
  name: 'KinerjaPeriodikChange',
  description: 'What became of a row since the delivery that this one is compared with.',
  valuesConfig: {
    NEW: { description: 'It was not there: add it.' },
    CHANGED: { description: 'It was there and says something else now: replace it.' },
    WITHDRAWN: { description: 'It was there and stands no more: take it back, or wait for the next.' },
  },
});

export const PARTS = {
  RESULT: 'RESULT',
  PERSON: 'PERSON',
  APPRAISER: 'APPRAISER',
  CODES: 'CODES',
} as const satisfies { [K in RowPart]: K };
registerEnumType(PARTS, {
  name: 'KinerjaPeriodikPart',
  description: 'What of a row differs.',
  valuesConfig: {
    RESULT: { description: 'Ratings, predicate, or that they were confirmed anew.' },
    PERSON: { description: 'Name, NIP, post or unit of the person.' },
    APPRAISER: { description: 'Name, NIP, post or unit of the appraiser.' },
    CODES: {
      description: "SIASN's codes, as they are set on the server; not told where the result differs too.",
    },
  },
});

const MENDERS = {
  UNIT_ADMIN: 'UNIT_ADMIN',
  REGIONAL_HR: 'REGIONAL_HR',
  APPRAISER: 'APPRAISER',
  EMPLOYEE: 'EMPLOYEE',
} as const satisfies { [K in ExportMender]: K };
registerEnumType(MENDERS, {
  name: 'ExportMender',
  description: 'Who can put right what the validation report says.',
  valuesConfig: {
    UNIT_ADMIN: { description: 'The administration of the unit.' },
    REGIONAL_HR: { description: 'Regional HR (BKPSDM).' },
    APPRAISER: { description: 'Pejabat penilai of the person.' },
    EMPLOYEE: { description: 'The person, by asking for a correction.' },
  },
});
export const EXPORT_MENDERS = MENDERS;

export const FINDING_CODES = Object.fromEntries(Object.keys(EXPORT_FINDINGS).map((code) => [code, code])) as {
  [K in ExportFindingCode]: K;
};
registerEnumType(FINDING_CODES, {
  name: 'ExportFindingCode',
  description: 'What the validation report says of a row (KP rules of SCORING.md).',
  valuesConfig: Object.fromEntries(
    Object.entries(EXPORT_FINDINGS).map(([code, { when }]) => [code, { description: when }]),
  ),
});

export const DELIVERY_TAKERS = {
  PERSON: 'PERSON',
  SERVICE: 'SERVICE',
  COMMAND: 'COMMAND',
} as const satisfies { [K in DeliveryRow['takenByKind']]: K };
registerEnumType(DELIVERY_TAKERS, {
  name: 'DeliveryTaker',
  description: 'What kind of actor took a delivery.',
  valuesConfig: {
    PERSON: { description: 'Somebody with an account, who downloaded a file.' },
    SERVICE: { description: 'A program with a token.' },
    COMMAND: { description: 'A command on the server itself.' },
  },
});
