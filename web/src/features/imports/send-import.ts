import type { ImportKind } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';
import { newKey } from '../policies/kept-key.js';
import { IMPORTS_WORDS, KIND_WORDS } from './imports-words.js';

/** What became of a file that was sent: a draft, or why it was not taken. */
export type Sent =
  { readonly kind: 'TAKEN'; readonly id: string } | { readonly kind: 'TOLD'; readonly why: Text };

/** A large file over a slow network, ms. */
const SENT_WITHIN = 120_000;

/** Sends a file to be looked at. Each file has an id of its own, so that a second try is no second draft. */
export async function sendImport(region: string, kind: ImportKind, file: Blob, id = newKey()): Promise<Sent> {
  const query = new URLSearchParams({ region, kind: KIND_WORDS[kind].path });
  try {
    const response = await fetch(`/imports/${id}?${query}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
      signal: AbortSignal.timeout(SENT_WITHIN),
    });
    if (response.ok) return { kind: 'TAKEN', id };
    const told = (await response.json()) as { message?: Partial<Text> };
    const { id: said, en } = told.message ?? {};
    if (said !== undefined && en !== undefined) return { kind: 'TOLD', why: { id: said, en } };
  } catch {
    // Cut off, or something else has answered.
  }
  return { kind: 'TOLD', why: IMPORTS_WORDS.unreachable };
}
