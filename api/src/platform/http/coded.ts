import type { RequestHandler, Response } from 'express';
import type { GraphQLFormattedError } from 'graphql';
import { noteError, statusOf, type ErrorCode } from '../graphql/errors.js';
import { answerTypeOf } from './answer-type.js';

/** An error as every door gives it: the shape of GraphQL's own, with a code of the closed list. */
export function codedBody(code: ErrorCode, message: string): string {
  noteError(code);
  return JSON.stringify({ errors: [{ message, extensions: { code } }] });
}

/** What a door refuses. */
export interface DoorRefusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly status: number;
}

/** Tells a refusal in the words of another protocol than GraphQL. */
export type Wording = (response: Response, refusal: DoorRefusal) => void;

const wordings = new WeakMap<Response, Wording>();

/** Lets every door behind this one, with all its limits, refuse in these words. */
export function refuseInWords(wording: Wording): RequestHandler {
  return (_request, response, next) => {
    wordings.set(response, wording);
    next();
  };
}

/** Answers a request that goes no further. */
export function refuse(response: Response, code: ErrorCode, message: string, status = statusOf(code)): void {
  const wording = wordings.get(response);
  if (wording !== undefined) {
    noteError(code);
    return wording(response, { code, message, status });
  }
  send(response, status, codedBody(code, message));
}

/** The same for an error that has its code already. */
export function refuseFormatted(response: Response, formatted: GraphQLFormattedError): void {
  const code = formatted.extensions?.['code'] as ErrorCode;
  const wording = wordings.get(response);
  if (wording !== undefined)
    return wording(response, { code, message: formatted.message, status: statusOf(code) });
  tellErrors(response, [formatted]);
}

/** Answers with errors that have their codes; the first says with what status. */
export function tellErrors(response: Response, errors: readonly GraphQLFormattedError[]): void {
  send(response, statusOf(errors[0]?.extensions?.['code']), JSON.stringify({ errors }));
}

/** In the form that the client takes: one that knows GraphQL's own believes no other where the status is not 200. */
function send(response: Response, status: number, body: string): void {
  response
    .status(status)
    .type(answerTypeOf(response.req) ?? 'json')
    .send(body);
}
