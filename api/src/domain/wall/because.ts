import { ONE, type Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import { BERAKHLAK, type CoreValue } from '../people/berakhlak.js';
import { displayAmount, displayChange } from './display-amount.js';

/** A change of a score, told by the one observation that moved it. */
export interface BecauseOfObservation {
  readonly kind: 'OBSERVATION' | 'CORRECTION' | 'WITHDRAWAL';
  /** Points; null where there was no value before or after. */
  readonly delta: Amount | null;
  readonly indicatorName: Sentence;
  /** As the catalogue has it, in Indonesian: 'menit', '%'. */
  readonly measureUnit: string;
  readonly value: Amount;
  readonly target: Amount;
}

/** A change of a score, told by how many observations a file brought. */
export interface BecauseOfImport {
  readonly kind: 'IMPORT';
  readonly delta: Amount | null;
  readonly observations: number;
}

/** A change told by an observation of behaviour: which core value, never how it was seen, so that nobody is pointed at. */
export interface BecauseOfBehaviour {
  readonly kind: 'BEHAVIOUR';
  readonly delta: Amount | null;
  readonly coreValue: CoreValue;
}

/** A change told by what the office decided: told to the person whom it moved, for it is no happening of service. */
export interface BecauseOfOffice {
  readonly kind: 'PLAN' | 'MOVE' | 'POLICY';
  readonly delta: Amount | null;
}

export type Because = BecauseOfObservation | BecauseOfImport | BecauseOfBehaviour | BecauseOfOffice;

/** Why the score of whatever `what` names moved. It knows no person, no note and no observer. */
export function because(what: Sentence, b: Because): Sentence {
  const moved = b.delta === null ? { id: '', en: '' } : displayChange(b.delta);
  const reason = reasonOf(b);
  return { id: sentence(what.id, moved.id, reason.id), en: sentence(what.en, moved.en, reason.en) };
}

function sentence(what: string, moved: string, reason: string): string {
  return `${what}${moved === '' ? '' : ` ${moved}`}: ${reason}`;
}

function reasonOf(b: Because): Sentence {
  if (isOfOffice(b)) return OFFICE[b.kind];
  if (b.kind === 'IMPORT') {
    const count = displayAmount(BigInt(b.observations) * ONE);
    return {
      id: `${count.id} pengamatan masuk dari berkas`,
      en: `${count.en} ${b.observations === 1 ? 'observation' : 'observations'} came in from a file`,
    };
  }
  if (b.kind === 'BEHAVIOUR') {
    const { name } = BERAKHLAK.find(({ value }) => value === b.coreValue)!;
    return { id: `pengamatan perilaku ${name.id}`, en: `behaviour observed, ${name.en}` };
  }
  const [value, target] = [displayAmount(b.value), displayAmount(b.target)];
  const inUnit = (number: string) => (b.measureUnit === '%' ? `${number}%` : `${number} ${b.measureUnit}`);
  if (b.kind === 'WITHDRAWAL') {
    return {
      id: `${midSentence(b.indicatorName.id)}, catatan ${inUnit(value.id)} ditarik`,
      en: `${midSentence(b.indicatorName.en)}, record of ${inUnit(value.en)} withdrawn`,
    };
  }
  const verb = VERBS[b.kind];
  return {
    id: `${midSentence(b.indicatorName.id)} ${verb.id} ${inUnit(value.id)}, target ${inUnit(target.id)}`,
    en: `${midSentence(b.indicatorName.en)} ${verb.en} ${inUnit(value.en)}, target ${inUnit(target.en)}`,
  };
}

const OFFICE = {
  PLAN: { id: 'rencana kerja berubah', en: 'the work plan changed' },
  MOVE: { id: 'penempatan berubah', en: 'the place of service changed' },
  POLICY: { id: 'aturan penilaian baru berlaku', en: 'a new scoring policy holds' },
} as const satisfies Record<BecauseOfOffice['kind'], Sentence>;

function isOfOffice(b: Because): b is BecauseOfOffice {
  return b.kind in OFFICE;
}

const VERBS = {
  OBSERVATION: { id: 'tercatat', en: 'recorded as' },
  CORRECTION: { id: 'dikoreksi menjadi', en: 'corrected to' },
} as const satisfies Record<Exclude<BecauseOfObservation['kind'], 'WITHDRAWAL'>, Sentence>;

/** 'Waktu tunggu' becomes 'waktu tunggu'; abbreviations such as 'IKM' and 'KTP-el' stay. */
function midSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
