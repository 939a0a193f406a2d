import type { Problem } from '../platform/http/problem.js';

/** Most bytes of a file that is sent. */
export const MOST_IMPORT_MB = 12;

/** Why a file of master data is not taken, beside what is wrong with the file itself: the closed list. */
export const IMPORT_PROBLEMS = {
  UNAUTHENTICATED: {
    status: 401,
    code: 'UNAUTHENTICATED',
    message: {
      id: 'Masuk dulu, atau kirim token layanan.',
      en: 'Sign in first, or send the token of a service.',
    },
  },
  FORBIDDEN: {
    status: 403,
    code: 'FORBIDDEN',
    message: {
      id: 'Ini hanya untuk administrator wilayah dan layanan dengan cakupan PROVISION.',
      en: 'This is for administrators of the region and services with the scope PROVISION.',
    },
  },
  NOT_FOUND: {
    status: 404,
    code: 'NOT_FOUND',
    message: {
      id: 'Alamatnya /imports/<UUID baru>?region=35.78&kind=units, employees atau reporting-lines.',
      en: 'The address is /imports/<new UUID>?region=35.78&kind=units, employees or reporting-lines.',
    },
  },
  IMPORT_TOO_LARGE: {
    status: 413,
    code: 'IMPORT_TOO_LARGE',
    message: {
      id: `Berkas paling besar ${MOST_IMPORT_MB} MB. Bagi menjadi beberapa berkas.`,
      en: `A file has at most ${MOST_IMPORT_MB} MB. Split it into several.`,
    },
  },
  IMPORT_UNREADABLE: {
    status: 400,
    code: 'IMPORT_UNREADABLE',
    message: {
      id: 'Berkasnya tidak sampai utuh, atau dikirim terkompresi. Kirim sekali lagi sebagaimana adanya.',
      en: 'The file did not come whole, or was sent compressed. Send it again as it is.',
    },
  },
  LIMIT_RATE: {
    status: 429,
    code: 'LIMIT_RATE',
    message: {
      id: 'Terlalu sering. Coba lagi beberapa menit lagi.',
      en: 'Too often. Try again in some minutes.',
    },
  },
  UNAVAILABLE: {
    status: 503,
    code: 'UNAVAILABLE',
    message: {
      id: 'Belum bisa sekarang. Kirim lagi dengan alamat yang sama beberapa detik lagi.',
      en: 'Not possible just now. Send it again to the same address in a few seconds.',
    },
  },
} as const satisfies Record<string, Problem>;
