import type { RefusalRow } from '../outcome.js';

/** Why a sign-in at another provider (the government's SSO, for example) did not lead here. */
export const OIDC_REFUSALS = {
  OIDC_EXPIRED: {
    when: 'More than 10 minutes lie between the beginning of the sign-in and its return.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Proses masuk melalui SSO terlalu lama dan sudah kedaluwarsa. Mulai lagi dari halaman masuk.',
      en: 'The sign-in at the other provider took too long and has expired. Begin again on the sign-in page.',
    },
  },
  OIDC_FOREIGN_STATE: {
    when: 'The return does not belong to a sign-in that this browser began here, or its state was changed.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Proses masuk ini tidak dimulai di peramban ini. Mulai lagi dari halaman masuk, jangan dari tautan kiriman orang.',
      en: 'This sign-in was not begun in this browser. Begin again on the sign-in page, not from a link that somebody sent.',
    },
  },
  OIDC_DENIED: {
    when: 'The person broke the sign-in off at the provider, or the provider did not let them through.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Proses masuk dibatalkan atau ditolak di SSO. Mulai lagi, atau masuk dengan kata sandi.',
      en: 'The sign-in was broken off or refused at the other provider. Begin again, or sign in with your password.',
    },
  },
  OIDC_REJECTED: {
    when: 'What the provider answered does not hold: a code used before, a signature, a nonce, an audience.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Jawaban dari SSO tidak dapat dipercaya dan tidak dipakai. Mulai lagi dari halaman masuk.',
      en: 'The answer of the other provider cannot be trusted and was not used. Begin again on the sign-in page.',
    },
  },
  OIDC_UNREACHABLE: {
    when: 'The provider does not answer, or answers with an error of its own.',
    field: null,
    mender: 'REGIONAL_HR',
    message: {
      id: 'SSO sedang tidak dapat dihubungi. Coba lagi nanti, atau masuk dengan kata sandi.',
      en: 'The other provider cannot be reached. Try again later, or sign in with your password.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type OidcRefusalCode = keyof typeof OIDC_REFUSALS;
