import type { Request } from 'express';

/** The two forms that an answer of GraphQL over HTTP has; the first is what whoever names none is given. */
const TYPES = ['application/json', 'application/graphql-response+json'] as const;

/** As they are written: a client that names the character set, too, is offered it. */
const OFFERED = TYPES.map((type) => `${type}; charset=utf-8`);

export type AnswerType = (typeof TYPES)[number];

/** Which of them a client takes, by what it prefers and then by its own order; null: neither. */
export function answerTypeOf(request: Request): AnswerType | null {
  const { accept } = request.headers;
  if (accept === undefined || accept === '*/*' || accept === TYPES[0]) return TYPES[0];
  const place = OFFERED.indexOf(request.accepts(OFFERED) || '');
  return TYPES[place] ?? null;
}
