import { useRef, useState } from 'react';
import type { Text } from '../../lib/text/language.js';
import { EXPORTS_WORDS } from './exports-words.js';

/** How far a download has come. */
export type Download =
  { readonly kind: 'IDLE' | 'TAKING' | 'TAKEN' } | { readonly kind: 'TOLD'; readonly message: Text };

/** Fetches a file and hands it to the browser whole: why there is none is said on the page, and never kept as a file. */
export function useDownload(onTaken: () => void) {
  const [state, setState] = useState<Download>({ kind: 'IDLE' });
  const underWay = useRef(false);

  async function take(address: string): Promise<void> {
    if (underWay.current) return; // a second click before the button is drawn as disabled
    underWay.current = true;
    setState({ kind: 'TAKING' });
    const message = await fetchInto(address).catch(() => EXPORTS_WORDS.unreachable);
    underWay.current = false;
    setState(message === null ? { kind: 'TAKEN' } : { kind: 'TOLD', message });
    if (message === null) onTaken();
  }

  return { state, take };
}

/** Why there is no file; null: it was handed over. */
async function fetchInto(address: string): Promise<Text | null> {
  const response = await fetch(address);
  if (!response.ok) return problemOf(response);
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name ?? 'kinerja-periodik';
  link.click();
  // The browser reads it after this turn; it is given the time.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return null;
}

async function problemOf(response: Response): Promise<Text> {
  const problem = (await response.json().catch(() => null)) as { message?: Partial<Text> } | null;
  const { id, en } = problem?.message ?? {};
  return typeof id === 'string' && typeof en === 'string' ? { id, en } : EXPORTS_WORDS.unreachable;
}
