import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Text } from '../../lib/text/language.js';
import { CONTEST_WORDS } from '../contests/contest-words.js';
import { putPhoto } from '../forum/send-photo.js';
import type { ShrunkPhoto } from '../forum/shrink-photo.js';
import { REPORTING_WORDS } from './promises-words.js';

/** What a report may name: the picture that the server has, none, or why it does not have it. */
type Brought =
  | { readonly kind: 'THERE'; readonly photo: string | null }
  | { readonly kind: 'UNSENT'; readonly told: Text };

/** The picture of a report: chosen, and brought to the server under one id however often it must be sent. */
export function useEvidence(commitment: string) {
  const [chosen, setChosen] = useState<{ readonly id: string; readonly photo: ShrunkPhoto } | null>(null);
  return {
    photos: chosen === null ? [] : [chosen.photo],
    choose([photo]: readonly ShrunkPhoto[]): void {
      setChosen(photo === undefined ? null : { id: uuidv7(), photo });
    },
    async bring(): Promise<Brought> {
      if (chosen === null) return { kind: 'THERE', photo: null };
      const sent = await putPhoto(chosen.id, { commitment }, chosen.photo);
      if (sent.kind === 'TAKEN') return { kind: 'THERE', photo: chosen.id };
      if (sent.kind === 'REFUSED') return { kind: 'UNSENT', told: REPORTING_WORDS.photoRefused };
      const code = sent.kind === 'FAILED' ? sent.code : null;
      if (code === 'UNAUTHENTICATED') return { kind: 'UNSENT', told: CONTEST_WORDS.signedOut };
      if (code === 'FORBIDDEN') return { kind: 'UNSENT', told: CONTEST_WORDS.notOpen };
      return { kind: 'UNSENT', told: REPORTING_WORDS.photoUnsent };
    },
  };
}
