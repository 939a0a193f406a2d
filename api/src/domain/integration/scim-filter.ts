import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';

/** What can be compared (RFC 7644 §3.4.2.2). */
export type Comparator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';

/** A filter as a tree. Names of attributes are in lower case: SCIM tells none apart by it. */
export type ScimFilter =
  | {
      readonly kind: 'compare';
      readonly attribute: string;
      readonly by: Comparator;
      readonly value: ScimValue;
    }
  | { readonly kind: 'present'; readonly attribute: string }
  | { readonly kind: 'not'; readonly of: ScimFilter }
  | { readonly kind: 'and'; readonly of: readonly ScimFilter[] }
  | { readonly kind: 'or'; readonly of: readonly ScimFilter[] };

export type ScimValue = string | number | boolean | null;

/** Longest filter, in characters; of a program that looks somebody up it has fewer than a hundred. */
export const FILTER_LETTERS = 1_000;
/** Comparisons in one filter. */
export const FILTER_TERMS = 20;
/** Parentheses inside of each other. */
export const FILTER_DEPTH = 5;

/** Why a question or a change that came as SCIM is not understood. */
export const SCIM_REFUSALS = {
  FILTER_UNREADABLE: {
    when: 'A filter is none of RFC 7644, or compares something else than texts, numbers and truth values.',
    field: 'filter',
    mender: 'SENDER',
    message: {
      id: 'Filter tidak terbaca. Contoh yang benar: userName eq "…" and active eq true.',
      en: 'The filter cannot be read. One that can: userName eq "…" and active eq true.',
    },
  },
  FILTER_TOO_LARGE: {
    when: `A filter has more than ${FILTER_LETTERS} characters, ${FILTER_TERMS} comparisons or ${FILTER_DEPTH} levels of parentheses.`,
    field: 'filter',
    mender: 'SENDER',
    message: {
      id: `Filter terlalu besar: paling banyak ${FILTER_LETTERS} karakter, ${FILTER_TERMS} perbandingan, ${FILTER_DEPTH} tingkat kurung. Bagi menjadi beberapa.`,
      en: `The filter is too large: at most ${FILTER_LETTERS} characters, ${FILTER_TERMS} comparisons, ${FILTER_DEPTH} levels. Ask in several.`,
    },
  },
  FILTER_ATTRIBUTE: {
    when: 'A filter compares an attribute that cannot be filtered by, or in a way that does not fit it.',
    field: 'filter',
    mender: 'SENDER',
    message: {
      id: 'Atribut atau perbandingan ini tidak dapat disaring. Pakai id, userName, externalId, active, displayName, title, department.',
      en: 'This cannot be filtered by, or not like this. Use id, userName, externalId, active, displayName, title, department.',
    },
  },
  VERSION_PASSED: {
    when: 'The version of `If-Match` is not the one of now: somebody else changed the person meanwhile.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Data orang ini sudah berubah sejak Anda membacanya. Baca lagi, lalu kirim perubahannya.',
      en: 'This person has changed since you read them. Read them again, and send the change anew.',
    },
  },
  OPERATIONS_TOO_MANY: {
    when: 'A PATCH has more than 50 operations.',
    field: 'Operations',
    mender: 'SENDER',
    message: {
      id: 'Satu PATCH berisi paling banyak 50 operasi. Bagi menjadi beberapa permintaan.',
      en: 'A PATCH has at most 50 operations. Send them in several requests.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

type FilterRefusalCode = 'FILTER_UNREADABLE' | 'FILTER_TOO_LARGE';

const COMPARATORS: ReadonlySet<string> = new Set(['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le']);
/** A parenthesis, a text with JSON's escapes, or a word: one at a time, each letter looked at once. */
const TOKEN = /\s*(?:([()])|("(?:[^"\\]|\\.)*")|([^\s()"[\]]+))/suy;
const ATTRIBUTE = /^[a-z][\w$:.-]*$/iu;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,6})?$/u;

/** Reads a filter; `and` binds closer than `or`, `not` stands before a parenthesis. */
export function readScimFilter(text: string): Outcome<ScimFilter, FilterRefusalCode> {
  const refuse = (code: FilterRefusalCode) => refused(code, SCIM_REFUSALS[code]);
  if (text.length > FILTER_LETTERS) return refuse('FILTER_TOO_LARGE');
  const tokens = cut(text);
  if (tokens === null || tokens.length === 0) return refuse('FILTER_UNREADABLE');
  let at = 0;
  let terms = 0;
  const is = (word: string) => tokens[at]?.toLowerCase() === word;

  type Read = ScimFilter | FilterRefusalCode;
  const chain = (kind: 'and' | 'or', next: (depth: number) => Read, depth: number): Read => {
    const of: ScimFilter[] = [];
    do {
      if (of.length > 0) at += 1;
      const read = next(depth);
      if (typeof read === 'string') return read;
      of.push(read);
    } while (is(kind));
    return of.length === 1 ? of[0]! : { kind, of };
  };
  const either = (depth: number): Read => chain('or', both, depth);
  const both = (depth: number): Read => chain('and', one, depth);
  const inside = (depth: number): Read => {
    if (depth >= FILTER_DEPTH) return 'FILTER_TOO_LARGE';
    at += 1;
    const read = either(depth + 1);
    if (typeof read === 'string') return read;
    if (!is(')')) return 'FILTER_UNREADABLE';
    at += 1;
    return read;
  };
  const one = (depth: number): Read => {
    if (is('(')) return inside(depth);
    if (is('not') && tokens[at + 1] === '(') {
      at += 1;
      const read = inside(depth);
      return typeof read === 'string' ? read : { kind: 'not', of: read };
    }
    terms += 1;
    if (terms > FILTER_TERMS) return 'FILTER_TOO_LARGE';
    const [name = '', comparator = '', value] = tokens.slice(at, at + 3);
    const by = comparator.toLowerCase();
    if (!ATTRIBUTE.test(name)) return 'FILTER_UNREADABLE';
    const attribute = name.toLowerCase();
    if (by === 'pr') {
      at += 2;
      return { kind: 'present', attribute };
    }
    const read = value === undefined || !COMPARATORS.has(by) ? undefined : readValue(value);
    if (read === undefined) return 'FILTER_UNREADABLE';
    at += 3;
    return { kind: 'compare', attribute, by: by as Comparator, value: read };
  };

  const read = either(0);
  if (typeof read === 'string') return refuse(read);
  return at === tokens.length ? ok(read) : refuse('FILTER_UNREADABLE');
}

function cut(text: string): string[] | null {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const found = TOKEN.exec(text);
    if (found === null) return null;
    tokens.push(found[1] ?? found[2] ?? found[3]!);
  }
  return tokens;
}

/** Undefined where it is no value of JSON that is simple. */
function readValue(token: string): ScimValue | undefined {
  if (token.startsWith('"')) {
    try {
      return JSON.parse(token) as string;
    } catch {
      return undefined;
    }
  }
  if (NUMBER.test(token)) return Number(token);
  const word = token.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : undefined;
}
