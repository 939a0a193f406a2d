import type { Request } from 'express';

/** Whether a page of another site asks: browsers say where a request comes from, and its link must start nothing here. */
export function isForeign({ headers }: Pick<Request, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
