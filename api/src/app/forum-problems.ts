import type { Problem } from '../platform/http/problem.js';

/** Why a file of a forum is neither given nor taken: the closed list. */
export const FORUM_PROBLEMS = {
  UNAUTHENTICATED: {
    status: 401,
    code: 'UNAUTHENTICATED',
    message: { id: 'Masuk dulu.', en: 'Sign in first.' },
  },
  FORBIDDEN: {
    status: 403,
    code: 'FORBIDDEN',
    message: {
      id: 'Ini hanya untuk fasilitator, pimpinan, dan auditor unit yang bersangkutan.',
      en: 'This is for facilitators, leadership and auditors of the unit that it is about.',
    },
  },
  NOT_FOUND: {
    status: 404,
    code: 'NOT_FOUND',
    message: { id: 'Tidak ada apa-apa di alamat ini.', en: 'There is nothing at this address.' },
  },
  SESSION_UNKNOWN: {
    status: 404,
    code: 'SESSION_UNKNOWN',
    message: { id: 'Pertemuan ini tidak ada.', en: 'There is no such session.' },
  },
  COMMITMENT_UNKNOWN: {
    status: 404,
    code: 'COMMITMENT_UNKNOWN',
    message: { id: 'Janji ini tidak ada.', en: 'There is no such commitment.' },
  },
  PHOTO_TOO_LARGE: {
    status: 413,
    code: 'PHOTO_TOO_LARGE',
    message: { id: 'Foto paling besar 12 MB.', en: 'A photo has at most 12 MB.' },
  },
  PHOTO_UNREADABLE: {
    status: 415,
    code: 'PHOTO_UNREADABLE',
    message: {
      id: 'Kirim foto JPEG, PNG, atau WebP yang utuh, paling banyak 50 megapiksel.',
      en: 'Send a whole JPEG, PNG or WebP photo of at most 50 megapixels.',
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
      id: 'Belum bisa sekarang. Coba lagi beberapa detik lagi.',
      en: 'Not possible just now. Try again in a few seconds.',
    },
  },
} as const satisfies Record<string, Problem>;
