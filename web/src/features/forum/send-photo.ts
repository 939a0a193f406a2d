import type { QueuedPhoto } from '../../lib/outbox/queued-photo.js';
import type { Failure, PhotoSent } from '../../lib/outbox/transport.js';
import { PHOTO_WORDS } from './forum-words.js';

/** A picture takes longer than words, ms: 250 kB over a weak network. */
const SENT_WITHIN = 60_000;

/** Sends one picture of a session; the server takes each once. */
export function sendPhoto({ id, about, entry, type, bytes }: QueuedPhoto): Promise<PhotoSent> {
  return putPhoto(id, { session: about, outcome: entry }, { type, bytes });
}

/** Sends one picture for what is named; the same id again is the same picture. */
export async function putPhoto(
  id: string,
  of: Readonly<Record<string, string>>,
  { type, bytes }: Pick<QueuedPhoto, 'type' | 'bytes'>,
): Promise<PhotoSent> {
  const query = new URLSearchParams(of);
  try {
    const response = await fetch(`/forum/photos/${id}?${query}`, {
      method: 'PUT',
      headers: { 'content-type': type },
      body: bytes,
      signal: AbortSignal.timeout(SENT_WITHIN),
    });
    if (response.ok) return { kind: 'TAKEN' };
    return failureOf(response.status, await codeIn(response));
  } catch {
    return { kind: 'UNREACHABLE' };
  }
}

/** The code of the server's closed list, wherever it stands; null: something else has answered. */
async function codeIn(response: Response): Promise<string | null> {
  try {
    const told = (await response.json()) as {
      code?: unknown;
      errors?: { extensions?: { code?: unknown } }[];
    };
    const code = told.code ?? told.errors?.[0]?.extensions?.code;
    return typeof code === 'string' ? code : null;
  } catch {
    return null;
  }
}

const MEANING: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  408: 'TIMEOUT',
  429: 'LIMIT_RATE',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'UNAVAILABLE',
};

function failureOf(status: number, said: string | null): PhotoSent {
  const code = said ?? MEANING[status] ?? (status >= 500 ? 'INTERNAL' : null);
  const passes: ReadonlySet<string | null> = new Set([...Object.values(MEANING), 'INTERNAL']);
  if (!passes.has(code)) return { kind: 'REFUSED', refusal: PHOTO_WORDS.refused };
  const { id: message, en: messageEn } = PHOTO_WORDS.refused;
  return {
    kind: 'FAILED',
    code,
    refusal: { code: code!, field: null, message, messageEn },
  } satisfies Failure;
}
