import type { Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import { wholeNumber } from './arithmetic.js';
import { displayMinute } from './display-minute.js';
import { explanationNode, type ExplanationNode } from './explanation-node.js';
import { howMany, OTHER_OBSERVATIONS } from './how-many.js';
import { paragraph } from './paragraph.js';
import { OTHERS, type Reckoning } from './reckoning.js';
import type { CountedObservations, ListedObservation, OtherObservations } from './score-to-explain.js';

/** How the observations of one target are told. */
export interface ObservationWords extends Pick<Reckoning, 'brought'> {
  readonly measureUnit: Sentence | null;
  /** What was observed: '17 menit'. */
  readonly inWords: (value: Amount) => Sentence;
  /** What the others come to by themselves; null where that says nothing. Asked where there are some. */
  readonly othersValue: (others: OtherObservations) => Amount | null;
}

/** The observations below a node, each with its evidence, and those that are not listed as one line (rule EX3). */
export function explainObservations(
  parentId: string,
  { shown, others }: CountedObservations,
  words: ObservationWords,
): ExplanationNode[] {
  const listed = shown.flatMap((observation) => explainListed(parentId, observation, words));
  return others.count === 0 ? listed : [...listed, explainOthers(parentId, others, words)];
}

function explainListed(
  parentId: string,
  observation: ListedObservation,
  { measureUnit, inWords, brought }: ObservationWords,
): ExplanationNode[] {
  const { id: observationId, value, note, supersedes, contested } = observation;
  const id = `${parentId}/${observationId}`;
  const [on, seen] = [displayMinute(observation.observedOn), inWords(value)];
  const { sentence, ...figures } = brought(observation);
  const node = explanationNode({
    ...figures,
    id,
    parentId,
    kind: 'OBSERVATION',
    name: { id: `Pengamatan ${on.id}`, en: `Observation of ${on.en}` },
    value,
    measureUnit,
    sentence: paragraph(
      { id: `Diamati: ${seen.id}.`, en: `Observed: ${seen.en}.` },
      sentence,
      recorded(observation),
      supersedes ? CORRECTION : null,
      contested ? CONTESTED : null,
    ),
    observationId,
    contested,
  });
  if (note === null) return [node];
  const evidence = explanationNode({
    id: `${id}/evidence`,
    parentId: id,
    kind: 'EVIDENCE',
    name: { id: 'Catatan pengamat', en: 'Note of the observer' },
    ruleId: 'EX7',
    sentence: { id: note, en: note },
    observationId,
  });
  return [node, evidence];
}

function recorded({ recordedOn, source }: ListedObservation): Sentence {
  const on = displayMinute(recordedOn);
  const from = source === null ? '' : ` (${source})`;
  return { id: `Dicatat ${on.id}${from}.`, en: `Recorded on ${on.en}${from}.` };
}

const CORRECTION: Sentence = {
  id: 'Ini koreksi; catatan yang digantikannya tetap tersimpan.',
  en: 'This is a correction; what it replaced stays in the record.',
};

const CONTESTED: Sentence = {
  id: 'Ada keberatan atas pengamatan ini; selama belum diputus, pengamatan tetap dihitung.',
  en: 'This observation is contested; until that is decided, it counts.',
};

function explainOthers(
  parentId: string,
  others: OtherObservations,
  { measureUnit, brought, othersValue }: ObservationWords,
): ExplanationNode {
  const many = howMany(others.count, OTHER_OBSERVATIONS);
  const { contribution, terms, sentence } = brought(others);
  return explanationNode({
    id: `${parentId}/${OTHERS}`,
    parentId,
    kind: 'OTHER_OBSERVATIONS',
    name: { id: `dan ${many.id}`, en: `and ${many.en}` },
    value: othersValue(others),
    measureUnit,
    contribution,
    ruleId: 'EX3',
    terms: [
      {
        name: { id: 'banyak pengamatan', en: 'number of observations' },
        value: wholeNumber(others.count),
        measureUnit: null,
      },
      ...terms,
    ],
    sentence,
  });
}
