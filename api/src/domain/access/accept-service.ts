import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import type { ServiceScope } from './audience.js';

/** A little more than a year, so that a yearly renewal is never late. */
export const LONGEST_LIFE_DAYS = 400;
/** Long enough to tell whoever runs the program, and for them to change it. */
export const LONGEST_OVERLAP_DAYS = 7;
export const MOST_PER_HOUR = 1_000_000;

const DAY_MS = 24 * 60 * 60_000;

/** Why a service is not let in, given another token, or revoked. */
export const SERVICE_REFUSALS = {
  SCOPES_MISSING: {
    when: 'The token would be good for nothing.',
    field: 'scopes',
    mender: 'SENDER',
    message: {
      id: 'Belum ada hak yang dipilih. Pilih paling sedikit satu; hanya yang dipakai layanan itu.',
      en: 'No scope is chosen. Choose at least one, and only those that the service uses.',
    },
  },
  EXPIRY_PAST: {
    when: 'The end lies now or in the past.',
    field: 'expiresAt',
    mender: 'SENDER',
    message: {
      id: 'Akhir masa berlaku sudah lewat. Pilih hari sesudah hari ini.',
      en: 'The end of its validity has passed. Choose a day after today.',
    },
  },
  EXPIRY_TOO_FAR: {
    when: `The end lies more than ${LONGEST_LIFE_DAYS} days ahead.`,
    field: 'expiresAt',
    mender: 'SENDER',
    message: {
      id: `Masa berlaku paling lama ${LONGEST_LIFE_DAYS} hari. Pilih hari yang lebih dekat; kunci dapat diganti kapan saja.`,
      en: `A token lasts ${LONGEST_LIFE_DAYS} days at most. Choose a nearer day; it can be changed at any time.`,
    },
  },
  QUOTA_RANGE: {
    when: `The quota is not 1 to ${MOST_PER_HOUR} requests per hour.`,
    field: 'quotaPerHour',
    mender: 'SENDER',
    message: {
      id: 'Kuota diisi 1 sampai 1.000.000 permintaan per jam. Tulis angka di antaranya.',
      en: 'A quota is 1 to 1,000,000 requests per hour. Write a number between them.',
    },
  },
  OVERLAP_RANGE: {
    when: `The old token would be good for less than 0 or more than ${LONGEST_OVERLAP_DAYS} days.`,
    field: 'overlapHours',
    mender: 'SENDER',
    message: {
      id: `Kunci lama berlaku 0 sampai ${LONGEST_OVERLAP_DAYS * 24} jam lagi. Tulis angka di antaranya.`,
      en: `The old token is good for 0 to ${LONGEST_OVERLAP_DAYS * 24} hours more. Write a number between them.`,
    },
  },
  SERVICE_UNKNOWN: {
    when: 'The region has no service of this id.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Layanan ini tidak ditemukan di wilayah ini. Muat ulang daftar layanan, lalu pilih dari sana.',
      en: 'This region has no such service. Load the list of services again and choose from there.',
    },
  },
  SERVICE_REVOKED: {
    when: 'The service was revoked before; its token lets nobody in any more.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Layanan ini sudah dicabut. Buat layanan baru bila masih diperlukan.',
      en: 'This service was revoked before. Make a new one where it is still needed.',
    },
  },
  SERVICE_EXPIRED: {
    when: 'The service has run out; another token would have run out too.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Masa berlaku layanan ini sudah habis. Buat layanan baru bila masih diperlukan.',
      en: 'This service has run out. Make a new one where it is still needed.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type ServiceRefusalCode = keyof typeof SERVICE_REFUSALS;

/** What a service's token would be good for. */
export interface ServiceTerms {
  readonly scopes: readonly ServiceScope[];
  readonly expiresAt: Date;
  /** Whole requests. */
  readonly quotaPerHour: number;
}

const refuse = (code: ServiceRefusalCode) => refused(code, SERVICE_REFUSALS[code]);

/** The terms, each scope once (rules AC20 and AC21 in docs/ACCESS.md). */
export function acceptService(terms: ServiceTerms, now: Date): Outcome<ServiceTerms, ServiceRefusalCode> {
  const { scopes, expiresAt, quotaPerHour } = terms;
  if (scopes.length === 0) return refuse('SCOPES_MISSING');
  if (expiresAt <= now) return refuse('EXPIRY_PAST');
  if (expiresAt.getTime() - now.getTime() > LONGEST_LIFE_DAYS * DAY_MS) return refuse('EXPIRY_TOO_FAR');
  if (!Number.isInteger(quotaPerHour) || quotaPerHour < 1 || quotaPerHour > MOST_PER_HOUR) {
    return refuse('QUOTA_RANGE');
  }
  return ok({ scopes: [...new Set(scopes)], expiresAt, quotaPerHour });
}

/** Until when the old token is good beside the new one; null: it ends at once (rule AC22). */
export function acceptOverlap(overlapHours: number, now: Date): Outcome<Date | null, ServiceRefusalCode> {
  if (!Number.isInteger(overlapHours) || overlapHours < 0 || overlapHours > LONGEST_OVERLAP_DAYS * 24) {
    return refuse('OVERLAP_RANGE');
  }
  return ok(overlapHours === 0 ? null : new Date(now.getTime() + overlapHours * 60 * 60_000));
}
