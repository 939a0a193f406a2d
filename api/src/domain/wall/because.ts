import { ONE, type Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import { displayAmount, displayChange } from './display-amount.js';

/** A change of a unit's score, told by the one observation that moved it. */
export interface BecauseOfObservation {
  readonly kind: 'OBSERVATION' | 'CORRECTION';
  readonly unitName: string;
  /** Points; null where the unit had no value before or after. */
  readonly delta: Amount | null;
  readonly indicatorName: Sentence;
  /** As the catalogue has it, in Indonesian: 'menit', '%'. */
  readonly measureUnit: string;
  readonly value: Amount;
  readonly target: Amount;
}

/** A change of a unit's score, told by how many observations a file brought. */
export interface BecauseOfImport {
  readonly kind: 'IMPORT';
  readonly unitName: string;
  readonly delta: Amount | null;
  readonly observations: number;
}

export type Because = BecauseOfObservation | BecauseOfImport;

/** The reason of a change as the wall tells it. It knows no person, no note and no observer. */
export function because(b: Because): Sentence {
  const moved = b.delta === null ? { id: '', en: '' } : displayChange(b.delta);
  const reason = reasonOf(b);
  return { id: sentence(b.unitName, moved.id, reason.id), en: sentence(b.unitName, moved.en, reason.en) };
}

function sentence(unitName: string, moved: string, reason: string): string {
  return `${unitName}${moved === '' ? '' : ` ${moved}`}: ${reason}`;
}

function reasonOf(b: Because): Sentence {
  if (b.kind === 'IMPORT') {
    const count = displayAmount(BigInt(b.observations) * ONE);
    return {
      id: `${count.id} pengamatan masuk dari berkas`,
      en: `${count.en} ${b.observations === 1 ? 'observation' : 'observations'} came in from a file`,
    };
  }
  const [value, target] = [displayAmount(b.value), displayAmount(b.target)];
  const verb =
    b.kind === 'OBSERVATION'
      ? { id: 'tercatat', en: 'recorded as' }
      : { id: 'dikoreksi menjadi', en: 'corrected to' };
  const inUnit = (number: string) => (b.measureUnit === '%' ? `${number}%` : `${number} ${b.measureUnit}`);
  return {
    id: `${midSentence(b.indicatorName.id)} ${verb.id} ${inUnit(value.id)}, target ${inUnit(target.id)}`,
    en: `${midSentence(b.indicatorName.en)} ${verb.en} ${inUnit(value.en)}, target ${inUnit(target.en)}`,
  };
}

/** 'Waktu tunggu' becomes 'waktu tunggu'; abbreviations such as 'IKM' and 'KTP-el' stay. */
function midSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
