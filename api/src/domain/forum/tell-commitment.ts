import type { CommitmentChanged, Happening } from '../facts.js';
import type { Sentence } from '../outcome.js';
import { localDay } from '../local-day.js';

/** A wall is read from four metres: longer promises are cut. In characters as people count them (code points). */
const LONGEST = 110;

/** What happened to a promise, as a wall tells it; null where there is nothing to tell. It names no person. */
export function tellCommitment({ commitment, because, kept }: CommitmentChanged): Happening | null {
  const { unitId, unitName } = commitment;
  const sentence = sentenceOf(commitment, because, kept);
  return sentence && { unitId, unitName, delta: null, sentence };
}

function sentenceOf(
  { unitName: unit, text, dueOn, state }: CommitmentChanged['commitment'],
  because: CommitmentChanged['because'],
  kept: CommitmentChanged['kept'],
): Sentence | null {
  const what = shortened(text);
  const day = localDay(dueOn);
  switch (because) {
    case 'MADE':
      return {
        id: `${unit} berjanji di forum: «${what}», paling lambat ${day.id}`,
        en: `${unit} promised in the forum: “${what}”, by ${day.en}`,
      };
    case 'LATE':
      return {
        id: `Janji ${unit} lewat tenggat ${day.id}: «${what}»`,
        en: `A promise of ${unit} is past its last day, ${day.en}: “${what}”`,
      };
    case 'ESCALATED':
      return {
        id: `Janji ${unit} masih tertunda dan perlu bantuan unit di atasnya: «${what}»`,
        en: `A promise of ${unit} is still late and needs help from the unit above: “${what}”`,
      };
    case 'REPORTED':
      return reported(unit, what, state, kept === '100');
    case 'CHANGED':
    case 'WITHDRAWN':
      return null;
  }
}

/** Cut between characters: half of one is a text that no database takes. */
function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= LONGEST) return text;
  return `${characters
    .slice(0, LONGEST - 1)
    .join('')
    .trimEnd()}…`;
}

function reported(
  unit: string,
  what: string,
  state: CommitmentChanged['commitment']['state'],
  inTime: boolean,
): Sentence {
  if (state === 'DONE') {
    return inTime
      ? {
          id: `${unit} menepati janji tepat waktu: «${what}»`,
          en: `${unit} kept a promise in time: “${what}”`,
        }
      : { id: `${unit} menyelesaikan janji: «${what}»`, en: `${unit} has done what it promised: “${what}”` };
  }
  return state === 'CANNOT'
    ? {
        id: `${unit} menjelaskan mengapa janji tidak dapat dipenuhi: «${what}»`,
        en: `${unit} explains why a promise cannot be kept: “${what}”`,
      }
    : { id: `${unit} mulai mengerjakan janji: «${what}»`, en: `${unit} has begun with a promise: “${what}”` };
}
