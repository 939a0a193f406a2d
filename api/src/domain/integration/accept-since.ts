import { PERIOD_CHANGE_REFUSALS } from '../period/period-state.js';
import type { RefusalRow } from '../outcome.js';

/** Each looks at everybody of the region. */
export const MOST_IN_AN_HOUR = 60;

/** Why a delivery is neither begun nor kept, in the order in which it is looked at. */
export const DELIVERY_REFUSALS = {
  PERIOD_UNKNOWN: PERIOD_CHANGE_REFUSALS.PERIOD_UNKNOWN,
  SINCE_UNREADABLE: {
    when: 'What is given as since is neither LAST nor the id of a delivery.',
    field: 'since',
    mender: 'SENDER',
    message: {
      id: 'Isi since dengan LAST atau id serah terima yang terakhir Anda simpan; kosongkan untuk semuanya.',
      en: 'Give LAST as since, or the id of the delivery that you kept last; leave it out for everything.',
    },
  },
  DELIVERY_UNKNOWN: {
    when: 'There is no delivery of this id to whoever asks, or it was of another period.',
    field: 'since',
    mender: 'SENDER',
    message: {
      id: 'Tidak ada serah terima ini untuk Anda pada periode ini. Periksa id-nya, atau ambil semuanya tanpa since.',
      en: 'There is no such delivery to you in this period. Check the id, or take everything without since.',
    },
  },
  DELIVERY_EXPIRED: {
    when: 'What was given in this delivery is no longer remembered: later ones were kept.',
    field: 'since',
    mender: 'SENDER',
    message: {
      id: 'Isi serah terima ini tidak disimpan lagi karena yang lebih baru sudah diterima. Ambil semuanya tanpa since.',
      en: 'What was in this delivery is no longer remembered, as later ones were received. Take everything without since.',
    },
  },
  DELIVERIES_TOO_MANY: {
    when: `Whoever asks has begun ${MOST_IN_AN_HOUR} deliveries within an hour.`,
    field: null,
    mender: 'SENDER',
    message: {
      id: `Paling banyak ${MOST_IN_AN_HOUR} serah terima dalam satu jam. Baca lagi yang sudah ada dengan id-nya, atau tunggu.`,
      en: `At most ${MOST_IN_AN_HOUR} deliveries in an hour. Read one that is there again by its id, or wait.`,
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type DeliveryRefusalCode = keyof typeof DELIVERY_REFUSALS;
