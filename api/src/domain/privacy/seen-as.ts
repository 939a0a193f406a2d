import { AUDIENCE, type Audience } from '../access/audience.js';
import type { Sentence } from '../outcome.js';

/**
 * As what somebody could look at a person's data, in the words that the person is told; the nearest relation first,
 * for whoever is several things at once.
 */
export const SEEN_AS = {
  APPRAISER: { id: 'pejabat penilai Anda', en: 'your appraiser' },
  REVIEW: { id: 'atasan pejabat penilai Anda', en: "your appraiser's superior" },
  LAST_APPRAISER: {
    id: 'pejabat penilai Anda pada akhir periode yang menunggu konfirmasi',
    en: 'your appraiser at the end of a period that waits to be confirmed',
  },
  SUPERIOR: { id: 'pegawai yang Anda nilai', en: 'somebody whom you appraise' },
  LEADERSHIP: { id: 'pimpinan unit', en: 'the leadership of the unit' },
  OBSERVER: { id: 'pengamat unit', en: 'an observer of the unit' },
  ADMINISTRATOR: { id: 'administrator', en: 'an administrator' },
  AUDITOR: { id: 'auditor', en: 'an auditor' },
  HR_NIP: { id: 'layanan kepegawaian', en: 'a service of regional HR' },
  HR_SCORES: { id: 'layanan kepegawaian', en: 'a service of regional HR' },
  HR_PREDICATES: { id: 'layanan kepegawaian', en: 'a service of regional HR' },
  HR_PEOPLE: { id: 'layanan kepegawaian', en: 'a service of regional HR' },
  HR_PROVISION: { id: 'layanan kepegawaian', en: 'a service of regional HR' },
  WALL: { id: 'layar dinding', en: 'a wall screen' },
} as const satisfies Partial<Record<Audience, Sentence>>;

export type SeenAs = keyof typeof SEEN_AS;

/** Whoever wrote an observation may read it again, and is told as nothing more than that. */
const ANOTHER: Sentence = { id: 'pengguna Pantau', en: 'a user of Pantau' };

/** As what an actor saw a person, by what the actor is to that person; null: by nothing but the row itself. */
export function seenAs(relation: number): SeenAs | null {
  for (const name of Object.keys(SEEN_AS) as SeenAs[]) if ((relation & AUDIENCE[name]) !== 0) return name;
  return null;
}

/** The words for it. */
export function seenAsWords(name: string | null): Sentence {
  return name !== null && Object.hasOwn(SEEN_AS, name) ? SEEN_AS[name as SeenAs] : ANOTHER;
}
