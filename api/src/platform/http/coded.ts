import type { RequestHandler, Response } from 'express';
import type { GraphQLFormattedError } from 'graphql';
import { statusOf, type ErrorCode } from '../graphql/errors.js';

/** An error as every door gives it: the shape of GraphQL's own, with a code of the closed list. */
export function codedBody(code: ErrorCode, message: string): string {
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
  if (wording !== undefined) return wording(response, { code, message, status });
  response.status(status).type('json').send(codedBody(code, message));
}

/** The same for an error that has its code already. */
export function refuseFormatted(response: Response, formatted: GraphQLFormattedError): void {
  const code = formatted.extensions?.['code'] as ErrorCode;
  const wording = wordings.get(response);
  if (wording !== undefined)
    return wording(response, { code, message: formatted.message, status: statusOf(code) });
  response.status(statusOf(code)).json({ errors: [formatted] });
}
