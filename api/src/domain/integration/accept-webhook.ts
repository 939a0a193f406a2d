import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import type { AskedType } from './webhook-event.js';

/** In characters; longer addresses are refused by many servers. */
export const LONGEST_URL = 2_000;
/** Endpoints of one region that have not ended. */
export const MOST_WEBHOOKS = 20;
/** Long enough to tell whoever runs the receiver, and for them to change it. */
export const LONGEST_SECRET_OVERLAP_HOURS = 168;

/** Why an endpoint is not made, changed, or sent to. */
export const WEBHOOK_REFUSALS = {
  WEBHOOK_URL_UNREADABLE: {
    when: `The address is not a URL, or has more than ${LONGEST_URL} characters.`,
    field: 'url',
    mender: 'SENDER',
    message: {
      id: 'Alamat tidak terbaca. Tulis alamat lengkap, misalnya https://simpeg.example.go.id/pantau.',
      en: 'The address cannot be read. Write all of it, such as https://simpeg.example.go.id/pantau.',
    },
  },
  WEBHOOK_URL_NOT_HTTPS: {
    when: 'The address does not begin with https. Without TLS whoever is on the way could read it; http is for receivers on the machine of a developer alone.',
    field: 'url',
    mender: 'SENDER',
    message: {
      id: 'Alamat harus diawali https://. Pasang sertifikat pada penerima, lalu kirim lagi.',
      en: 'The address has to begin with https://. Give the receiver a certificate, then send it again.',
    },
  },
  WEBHOOK_URL_HAS_PASSWORD: {
    when: 'The address holds a user name or a password. They would stand in lists; the signature proves who sends.',
    field: 'url',
    mender: 'SENDER',
    message: {
      id: 'Alamat memuat nama pengguna atau kata sandi. Hapus; penerima mengenali Pantau dari tanda tangannya.',
      en: 'The address holds a user name or a password. Take them out; the signature tells the receiver who sends.',
    },
  },
  WEBHOOK_ADDRESS_REFUSED: {
    when: 'The address is one of a private or special network, to which the server does not send.',
    field: 'url',
    mender: 'SENDER',
    message: {
      id: 'Alamat ini milik jaringan dalam. Pakai alamat umum, atau minta pengelola server mengizinkannya (PANTAU_WEBHOOK_ALLOW).',
      en: 'This address belongs to an inner network. Use a public one, or ask whoever runs the server to allow it (PANTAU_WEBHOOK_ALLOW).',
    },
  },
  WEBHOOK_TYPES_MISSING: {
    when: 'No type is chosen: it would never be told of anything.',
    field: 'types',
    mender: 'SENDER',
    message: {
      id: 'Belum ada kejadian yang dipilih. Pilih paling sedikit satu.',
      en: 'No kind of event is chosen. Choose at least one.',
    },
  },
  WEBHOOKS_TOO_MANY: {
    when: `The region has ${MOST_WEBHOOKS} endpoints that have not ended.`,
    field: null,
    mender: 'SENDER',
    message: {
      id: `Satu wilayah paling banyak punya ${MOST_WEBHOOKS} penerima. Hapus yang tidak dipakai lagi.`,
      en: `A region has ${MOST_WEBHOOKS} endpoints at most. End those that are not used any more.`,
    },
  },
  WEBHOOK_UNKNOWN: {
    when: 'The region has no endpoint of this id.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Penerima ini tidak ada. Muat ulang daftarnya.',
      en: 'There is no such endpoint. Load the list again.',
    },
  },
  WEBHOOK_ENDED: {
    when: 'The endpoint was ended; that cannot be undone.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Penerima ini sudah dihapus. Buat yang baru bila masih diperlukan.',
      en: 'This endpoint was ended. Make a new one where it is still needed.',
    },
  },
  WEBHOOK_DISABLED: {
    when: 'The endpoint is disabled, so nothing can be sent to it.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Penerima ini dimatikan. Nyalakan dahulu, lalu kirim lagi.',
      en: 'This endpoint is disabled. Enable it first, then send again.',
    },
  },
  WEBHOOK_OVERLAP_RANGE: {
    when: `The old secret would be good for less than 0 or more than ${LONGEST_SECRET_OVERLAP_HOURS} hours.`,
    field: 'overlapHours',
    mender: 'SENDER',
    message: {
      id: `Rahasia lama dipakai 0 sampai ${LONGEST_SECRET_OVERLAP_HOURS} jam lagi. Tulis angka di antaranya.`,
      en: `The old secret is used for 0 to ${LONGEST_SECRET_OVERLAP_HOURS} hours more. Write a number between them.`,
    },
  },
  DELIVERY_UNKNOWN: {
    when: 'The endpoint has no delivery of this id; deliveries are kept for 30 days.',
    field: 'deliveryId',
    mender: 'SENDER',
    message: {
      id: 'Kiriman ini tidak ada lagi; kiriman disimpan 30 hari. Ambil datanya dengan kueri.',
      en: 'There is no such delivery any more; they are kept for 30 days. Pull the data by a query.',
    },
  },
  REDELIVERY_CHOICE: {
    when: 'Both one delivery and a moment are named, or neither.',
    field: 'deliveryId',
    mender: 'SENDER',
    message: {
      id: 'Sebut satu kiriman, atau sejak kapan kiriman yang gagal dikirim ulang; salah satu saja.',
      en: 'Name one delivery, or since when failed ones are sent again; one of the two.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type WebhookRefusalCode = keyof typeof WEBHOOK_REFUSALS;

/** Where an endpoint is, and what it is told of. */
export interface WebhookTerms {
  readonly url: string;
  readonly types: readonly AskedType[];
}

/** What the rules need to know of an address that somebody else has taken apart; null: it is no URL. */
export interface TakenApart {
  /** As it is sent to. */
  readonly href: string;
  readonly isHttps: boolean;
  readonly hasPassword: boolean;
  /** Whether it names this machine itself. */
  readonly isLoopback: boolean;
  /** Whether it is an address, and one that is not sent to. */
  readonly isRefused: boolean;
}

export const refuseWebhook = (code: WebhookRefusalCode) => refused(code, WEBHOOK_REFUSALS[code]);

/** The terms, each type once. `development`: receivers on this machine may do without TLS. */
export function acceptWebhook(
  { url, types }: WebhookTerms,
  parts: TakenApart | null,
  development: boolean,
): Outcome<WebhookTerms, WebhookRefusalCode> {
  if (parts === null || url.length > LONGEST_URL) return refuseWebhook('WEBHOOK_URL_UNREADABLE');
  if (!parts.isHttps && !(development && parts.isLoopback)) return refuseWebhook('WEBHOOK_URL_NOT_HTTPS');
  if (parts.hasPassword) return refuseWebhook('WEBHOOK_URL_HAS_PASSWORD');
  if (parts.isRefused) return refuseWebhook('WEBHOOK_ADDRESS_REFUSED');
  if (types.length === 0) return refuseWebhook('WEBHOOK_TYPES_MISSING');
  return ok({ url: parts.href, types: [...new Set(types)] });
}

/** Until when the old secret signs beside the new one; null: it ends at once. */
export function acceptSecretOverlap(
  overlapHours: number,
  now: Date,
): Outcome<Date | null, WebhookRefusalCode> {
  if (!Number.isInteger(overlapHours) || overlapHours < 0 || overlapHours > LONGEST_SECRET_OVERLAP_HOURS) {
    return refuseWebhook('WEBHOOK_OVERLAP_RANGE');
  }
  return ok(overlapHours === 0 ? null : new Date(now.getTime() + overlapHours * 60 * 60_000));
}
