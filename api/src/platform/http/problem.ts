import type { Response } from 'express';

/** Why something that is no GraphQL was not done: RFC 9457, with a code, and words in both languages. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly message: { readonly id: string; readonly en: string };
}

/** Answers with a problem. */
export function tellProblem(response: Response, { status, code, message }: Problem): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({ type: 'about:blank', title: message.en, status, code, detail: message.id, message }),
    );
}
