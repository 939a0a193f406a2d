import { DELIVERY_REFUSALS, type DeliveryRefusalCode } from '../domain/integration/accept-since.js';
import type { Problem } from '../platform/http/problem.js';

const STATUS: Readonly<Record<DeliveryRefusalCode, number>> = {
  PERIOD_UNKNOWN: 404,
  SINCE_UNREADABLE: 400,
  DELIVERY_UNKNOWN: 404,
  DELIVERY_EXPIRED: 410,
  DELIVERIES_TOO_MANY: 429,
};

/** A delivery that is refused, at the door of files. */
export function deliveryProblem(code: DeliveryRefusalCode): Problem {
  return { status: STATUS[code], code, message: DELIVERY_REFUSALS[code].message };
}

/** What else keeps a file of the export from being given: the closed list. */
export const EXPORT_PROBLEMS = {
  BAD_INPUT: {
    status: 400,
    code: 'BAD_INPUT',
    message: {
      id: 'Alamatnya memerlukan region dan period; boleh since atau delivery (salah satu), delimiter=semicolon|comma, dan nip=grouped|plain. Selain itu tidak ada.',
      en: 'The address takes region and period; also since or delivery (one of them), delimiter=semicolon|comma and nip=grouped|plain. Nothing else.',
    },
  },
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
      id: 'Ini hanya untuk pimpinan, dan untuk layanan dengan lingkup PREDICATES, di wilayahnya sendiri.',
      en: 'This is for leadership, and for services with the scope PREDICATES, in their own region.',
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
