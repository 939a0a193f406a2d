import type { RefusalRow } from '../outcome.js';

/** A code that everybody in the room reads off the wall lives for as long as it takes to fetch a phone. */
export const PAIRING_SECONDS = 10 * 60;

/** How often a wall asks whether it has been paired (RFC 8628 §3.5 takes 5 s where nothing else is said). */
export const POLL_SECONDS = 5;

/** Codes that one network may have open: a whole office behind one address unpacks its screens on one day. */
export const OPEN_PER_NETWORK = 20;
/** Codes that a region may have open: few enough that guessing one of them stays hopeless. */
export const OPEN_PER_REGION = 1_000;

/** Why a wall is given no code, or no token. */
export const PAIRING_REFUSALS = {
  PAIRING_TOO_MANY: {
    when: `Of this network ${OPEN_PER_NETWORK} codes are open already, or of the region ${OPEN_PER_REGION}.`,
    field: null,
    mender: 'SENDER',
    message: (seconds: number) => ({
      id: `Terlalu banyak layar yang sedang menunggu dipasangkan. Coba lagi dalam ${Math.ceil(seconds / 60)} menit.`,
      en: `Too many screens are waiting to be paired. Try again in ${Math.ceil(seconds / 60)} min.`,
    }),
  },
  PAIRING_EXPIRED: {
    when: 'The code has run out, was never given out, or the wall was revoked before it came for its token.',
    field: 'pollToken',
    mender: 'SENDER',
    message: {
      id: 'Kode layar ini sudah tidak berlaku. Minta kode baru, lalu pasangkan lagi.',
      en: 'The code of this screen is no longer valid. Ask for a new code and pair it again.',
    },
  },
  PAIRING_CLAIMED: {
    when: 'The token was handed out before; it is given once.',
    field: 'pollToken',
    mender: 'SENDER',
    message: {
      id: 'Kunci layar ini sudah pernah diberikan dan hanya diberikan sekali. Minta kode baru, lalu pasangkan lagi.',
      en: 'The token of this screen was handed out before, and is given once only. Ask for a new code and pair it again.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

/** Why a wall is not paired, changed or revoked. */
export const DEVICE_REFUSALS = {
  PAIRING_CODE_UNKNOWN: {
    when: 'No wall of this region shows this code, it has run out, or it was used before.',
    field: 'code',
    mender: 'SENDER',
    message: {
      id: 'Kode ini tidak sedang ditampilkan layar mana pun di wilayah ini. Periksa hurufnya, atau minta kode baru di layar.',
      en: 'No screen of this region shows this code now. Check the letters, or ask for a new code on the screen.',
    },
  },
  PAIRING_CODE_TOO_OFTEN: {
    when: 'Too many wrong codes came from this account or this network lately; this one was not looked at.',
    field: 'code',
    mender: 'SENDER',
    message: (seconds: number) => ({
      id: `Terlalu banyak kode yang salah. Coba lagi dalam ${seconds} detik.`,
      en: `Too many codes were wrong. Try again in ${seconds} s.`,
    }),
  },
  DEVICE_UNKNOWN: {
    when: 'The region has no wall of this id.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Layar ini tidak ditemukan di wilayah ini. Muat ulang daftar layar, lalu pilih dari sana.',
      en: 'This region has no such screen. Load the list of screens again and choose from there.',
    },
  },
  DEVICE_REVOKED: {
    when: 'The wall was revoked before; it shows nothing any more.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Layar ini sudah dicabut. Untuk memakainya lagi, pasangkan dengan kode baru.',
      en: 'This screen was revoked before. To use it again, pair it with a new code.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type DeviceRefusalCode = keyof typeof DEVICE_REFUSALS;
