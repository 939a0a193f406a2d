import type { Sentence } from '../outcome.js';
import { LOOK_PURPOSES, type LookPurpose } from './look-purpose.js';
import { isPersonalField, PERSONAL_FIELDS } from './personal-field.js';
import { seenAsWords } from './seen-as.js';

/** What one actor looked at on one day. */
export interface Look {
  readonly actorKind: string;
  /** Null where the person looked at does not know it anyway. */
  readonly name: string | null;
  readonly seenAs: readonly string[];
  readonly fields: readonly string[];
  readonly purposes: readonly string[];
  /** How many answers held something of the person. */
  readonly count: number;
}

const PROGRAMS: Readonly<Record<string, Sentence>> = {
  SERVICE: { id: 'Layanan', en: 'The service' },
  DEVICE: { id: 'Layar', en: 'The screen' },
};
const COMMAND: Sentence = {
  id: 'Petugas di server Pantau',
  en: 'Somebody at the Pantau server',
};

const LOOKED: Sentence = { id: 'melihat', en: 'looked at' };
/** Another program keeps what it is given. */
const RECEIVED: Sentence = { id: 'menerima', en: 'received' };

/** Tells a person who looked, at what and for what; one sentence in each language. */
export function lookSentence(look: Look): Sentence {
  const who = whoLooked(look);
  const what = listed(look.fields.filter(isPersonalField).map((field) => PERSONAL_FIELDS[field]));
  const purposes = look.purposes.filter((text): text is LookPurpose => Object.hasOwn(LOOK_PURPOSES, text));
  const why = listed(purposes.map((purpose) => LOOK_PURPOSES[purpose]));
  const times: Sentence =
    look.count === 1
      ? { id: '', en: '' }
      : { id: ` sebanyak ${look.count} kali`, en: ` ${look.count} times` };
  const verb = look.actorKind === 'SERVICE' ? RECEIVED : LOOKED;
  return {
    id: `${who.id} ${verb.id} ${what.id || 'data'} Anda${times.id}${why.id && `, untuk ${why.id}`}.`,
    en: `${who.en} ${verb.en} your ${what.en || 'data'}${times.en}${why.en && `, for ${why.en}`}.`,
  };
}

function whoLooked({ actorKind, name, seenAs }: Look): Sentence {
  if (actorKind === 'COMMAND' || actorKind === 'SYSTEM') return COMMAND;
  const program = PROGRAMS[actorKind];
  if (program !== undefined) {
    const named = name === null ? '' : ` ${name}`;
    return { id: `${program.id}${named}`, en: `${program.en}${named}` };
  }
  const role = listed((seenAs.length === 0 ? [null] : seenAs).map((one) => seenAsWords(one)));
  return name === null
    ? { id: capital(role.id), en: capital(role.en) }
    : { id: `${name} (${role.id})`, en: `${name} (${role.en})` };
}

/** Each words once, with "dan" and "and" before the last. */
function listed(words: readonly Sentence[]): Sentence {
  const join = (texts: readonly string[], and: string) => {
    const [last, ...before] = [...new Set(texts)].toReversed();
    return before.length === 0 ? (last ?? '') : `${before.toReversed().join(', ')} ${and} ${last}`;
  };
  return {
    id: join(
      words.map(({ id }) => id),
      'dan',
    ),
    en: join(
      words.map(({ en }) => en),
      'and',
    ),
  };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
