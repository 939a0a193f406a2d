import type { Amount } from '../amount.js';
import type { Sentence } from '../outcome.js';
import type { ScoringPolicy } from '../scoring/policy.js';
import type { Rating } from '../scoring/rating.js';
import { ALL_PLACES, displayAmount } from '../wall/display-amount.js';
import { explanationNode, type ExplanationNode } from './explanation-node.js';
import { paragraph } from './paragraph.js';
import { placesBeside } from './places-beside.js';
import { PREDICATES_IN_WORDS, RATINGS_IN_WORDS } from './predicate-in-words.js';
import type { ScoreToExplain } from './score-to-explain.js';
import { POINTS } from './with-unit.js';

/** The predicate that both ratings propose, or why nothing is proposed yet; only an appraiser sets one. */
export function explainPredicate(parentId: string, { score, policy }: ScoreToExplain): ExplanationNode {
  const { workResult, behaviour, proposed } = score;
  const { above, meets } = policy.bands;
  const sides = [
    { name: { id: 'hasil kerja', en: 'work result' }, ...workResult },
    { name: { id: 'perilaku kerja', en: 'behaviour' }, ...behaviour },
  ];
  const points = (name: Sentence, value: Amount) => ({ name, value, measureUnit: POINTS });
  return explanationNode({
    id: `${parentId}/predicate`,
    parentId,
    kind: 'PREDICATE',
    name: { id: 'Usulan predikat', en: 'Proposed predicate' },
    terms: [
      ...sides.flatMap(({ name, value }) => (value === null ? [] : [points(name, value)])),
      points({ id: 'di atas ekspektasi mulai', en: 'above expectations from' }, above),
      points({ id: 'sesuai ekspektasi mulai', en: 'as expected from' }, meets),
    ],
    ruleId: proposed === null ? 'PM5' : 'PM1',
    sentence: paragraph(
      ...sides.map(({ name, value, rating }) => rated(name, value, rating, policy)),
      proposed === null ? NOTHING_PROPOSED : proposes(PREDICATES_IN_WORDS[proposed]),
    ),
  });
}

function rated(name: Sentence, value: Amount | null, rating: Rating | null, policy: ScoringPolicy): Sentence {
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  if (value === null || rating === null) {
    return { id: `${capital(name.id)}: belum cukup data.`, en: `${capital(name.en)}: not enough data yet.` };
  }
  const { above, meets } = policy.bands;
  const told = displayAmount(value, placesBeside(value, [above, meets], policy.shownPlaces));
  const word = RATINGS_IN_WORDS[rating];
  const edge = displayAmount(rating === 'ABOVE' ? above : meets, ALL_PLACES);
  const side = rating === 'BELOW' ? { id: 'di bawah', en: 'below' } : { id: 'mulai', en: 'from' };
  return {
    id: `${capital(name.id)} ${told.id} poin: ${word.id} (${side.id} ${edge.id}).`,
    en: `${capital(name.en)} ${told.en} points: ${word.en} (${side.en} ${edge.en}).`,
  };
}

function proposes({ id, en }: Sentence): Sentence {
  return {
    id: `Keduanya bersama: ${id}. Ini usulan sistem; penilai yang menetapkan.`,
    en: `Both together: ${en}. The system proposes it; the appraiser decides.`,
  };
}

const NOTHING_PROPOSED: Sentence = {
  id: 'Usulan baru ada setelah keduanya cukup data; penilai yang menetapkan predikat.',
  en: 'A proposal needs enough data on both; the appraiser sets the predicate.',
};
