import { audiences } from '../../../domain/access/audience.js';

/** Those to whom confirmed predicates are handed on: regional HR's programs, and leadership for its own units. */
export const EXPORTERS = audiences('LEADERSHIP', 'HR_PREDICATES');
/** Those who keep the list of deliveries beside whoever took them. */
export const DELIVERY_KEEPERS = audiences('ADMINISTRATOR');
/** Those who may know somebody's name and post. */
export const NAME_READERS = audiences(
  ...(['SELF', 'APPRAISER', 'LAST_APPRAISER', 'REVIEW', 'SUPERIOR', 'LEADERSHIP'] as const),
  ...(['OBSERVER', 'ADMINISTRATOR'] as const),
  ...(['HR_PEOPLE', 'HR_SCORES', 'HR_PREDICATES', 'HR_PROVISION'] as const),
);
/** Those who may read somebody's whole NIP. */
export const NIP_READERS = audiences('SELF', 'ADMINISTRATOR', 'HR_NIP', 'HR_PROVISION');
