import { refused, type Refused, type RefusalRow } from '../../domain/outcome.js';

/** Why signing in, or something about an account, was not done. */
export const ACCOUNT_REFUSALS = {
  SIGN_IN_WRONG: {
    when: 'There is no account with this login name and password, or it was never opened. It does not say which.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Nama masuk atau kata sandi tidak cocok. Periksa keduanya; bila lupa, minta kode baru kepada administrator.',
      en: 'Login name and password do not match. Check both; if you forgot, ask the administrator for a new code.',
    },
  },
  SIGN_IN_LOCKED: {
    when: 'Name and password are right, and an administrator has locked the account.',
    field: null,
    mender: 'REGIONAL_HR',
    message: {
      id: 'Akun ini dikunci. Hubungi administrator wilayah Anda.',
      en: 'This account is locked. Ask the administrator of your region.',
    },
  },
  SIGN_IN_BUSY: {
    when: 'Too many people sign in at this moment.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Terlalu banyak orang masuk saat ini. Coba lagi beberapa detik lagi.',
      en: 'Too many people are signing in just now. Try again in a few seconds.',
    },
  },
  SECOND_FACTOR_WRONG: {
    when: 'The code is not that of the authenticator now, was used before, or is no recovery code that is left.',
    field: 'code',
    mender: 'SENDER',
    message: {
      id: 'Kode tidak cocok atau sudah terpakai. Tunggu kode berikutnya di aplikasi autentikator, lalu coba lagi.',
      en: 'The code does not match or was used before. Wait for the next one in your authenticator and try again.',
    },
  },
  SECOND_FACTOR_IS_ON: {
    when: 'A second factor is set up already.',
    field: null,
    mender: 'REGIONAL_HR',
    message: {
      id: 'Faktor kedua sudah aktif. Bila perangkatnya hilang, minta administrator mengatur ulang.',
      en: 'Your second factor is on already. If its device is lost, ask the administrator to reset it.',
    },
  },
  SECOND_FACTOR_NOT_BEGUN: {
    when: 'No second factor is being set up.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Mulai dulu: pindai kode QR, lalu masukkan kodenya.',
      en: 'Begin first: scan the QR code, then enter the code.',
    },
  },
  CODE_INVALID: {
    when: 'The one-time code is none, was used before, or has run out.',
    field: 'code',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Kode tidak berlaku: salah ketik, sudah dipakai, atau kedaluwarsa. Periksa lagi, atau minta kode baru.',
      en: 'The code is not valid: mistyped, used before, or run out. Check it, or ask for a new one.',
    },
  },
  PASSWORD_NOT_YOURS: {
    when: 'The present password is not right.',
    field: 'current',
    mender: 'SENDER',
    message: {
      id: 'Kata sandi saat ini tidak cocok.',
      en: 'The present password does not match.',
    },
  },
  REGION_UNKNOWN: {
    when: 'The code is none of a kabupaten or kota.',
    field: 'region',
    mender: 'SENDER',
    message: {
      id: 'Bukan kode kabupaten atau kota. Contoh: 35.78 untuk Kota Surabaya.',
      en: 'No code of a kabupaten or kota. Example: 35.78 for Kota Surabaya.',
    },
  },
  REGION_HAS_ADMINISTRATOR: {
    when: 'Somebody administers the region already.',
    field: 'region',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Wilayah ini sudah punya administrator. Minta undangan kepadanya.',
      en: 'This region has an administrator already. Ask them for an invitation.',
    },
  },
  NAME_MISSING: {
    when: 'The name is empty or has more than 120 characters.',
    field: 'name',
    mender: 'SENDER',
    message: { id: 'Nama: 1 sampai 120 karakter.', en: 'The name: 1 to 120 characters.' },
  },
  LOGIN_TAKEN: {
    when: 'Somebody in the region has this login name.',
    field: 'login',
    mender: 'SENDER',
    message: {
      id: 'Nama masuk ini sudah dipakai. Pilih yang lain.',
      en: 'This login name is taken. Choose another.',
    },
  },
  EMPLOYEE_UNKNOWN: {
    when: 'The region has no employee of this id.',
    field: 'employeeId',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Pegawai tidak dikenal di wilayah ini.',
      en: 'The region has no such employee.',
    },
  },
  EMPLOYEE_HAS_ACCOUNT: {
    when: 'The employee has an account already.',
    field: 'employeeId',
    mender: 'SENDER',
    message: {
      id: 'Pegawai ini sudah punya akun. Ubah akun itu.',
      en: 'This employee has an account already. Change that one.',
    },
  },
  ACCOUNT_UNKNOWN: {
    when: 'The region has no account of this id.',
    field: 'accountId',
    mender: 'SENDER',
    message: { id: 'Akun tidak ditemukan.', en: 'There is no such account.' },
  },
  GRANT_UNKNOWN: {
    when: 'The grant is none of the region, or was revoked before.',
    field: 'grantId',
    mender: 'SENDER',
    message: { id: 'Peran itu tidak ada lagi.', en: 'There is no such grant any more.' },
  },
  UNIT_UNKNOWN: {
    when: 'The region has no unit of this id.',
    field: 'unitId',
    mender: 'SENDER',
    message: { id: 'Unit tidak dikenal di wilayah ini.', en: 'The region has no such unit.' },
  },
  ROLE_IS_OF_REGION: {
    when: 'Auditors and administrators are so for the whole region.',
    field: 'unitId',
    mender: 'SENDER',
    message: {
      id: 'Peran ini berlaku untuk seluruh wilayah: kosongkan unit.',
      en: 'This role holds for the whole region: leave the unit out.',
    },
  },
  ROLE_NEEDS_NO_GRANT: {
    when: 'Everybody with an employee record has the role EMPLOYEE already.',
    field: 'role',
    mender: 'SENDER',
    message: {
      id: 'Setiap pegawai sudah melihat datanya sendiri; peran ini tidak perlu diberikan.',
      en: 'Every employee sees their own data already; this role is not granted.',
    },
  },
  LAST_ADMINISTRATOR: {
    when: 'Without this account or grant nobody could let anybody in.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Ini administrator terakhir. Tunjuk administrator lain dulu.',
      en: 'This is the last administrator. Make somebody else one first.',
    },
  },
  DEMO_ACCOUNT: {
    when: 'Accounts of the demo are as they are, so that everybody can use them.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Akun contoh tidak dapat diubah. Buat akun sendiri lewat undangan.',
      en: 'Accounts of the demo cannot be changed. Make one of your own by an invitation.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type AccountRefusalCode = keyof typeof ACCOUNT_REFUSALS;

/** The refusal of this code. */
export function refuse<C extends AccountRefusalCode>(code: C): Refused<C> {
  return refused(code, ACCOUNT_REFUSALS[code]);
}
