import type { Response } from 'express';
import { statusOf, type ErrorCode } from '../graphql/errors.js';

/** An error as every door gives it: the shape of GraphQL's own, with a code of the closed list. */
export function codedBody(code: ErrorCode, message: string): string {
  return JSON.stringify({ errors: [{ message, extensions: { code } }] });
}

/** Answers a request that goes no further. */
export function refuse(response: Response, code: ErrorCode, message: string, status = statusOf(code)): void {
  response.status(status).type('json').send(codedBody(code, message));
}
