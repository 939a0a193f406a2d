import type { Role } from '../../domain/access/role.js';

/** Whom the demo lets everybody be. The password is public: production refuses a database that holds them. */
export interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly purpose: string;
  readonly purposeEn: string;
  readonly roles: readonly Role[];
}

export const DEMO_PASSWORD = 'coba-pantau-mulyorejo';

const demo = (login: string, roles: readonly Role[], purpose: string, purposeEn: string): DemoAccount => ({
  login,
  password: DEMO_PASSWORD,
  purpose,
  purposeEn,
  roles,
});

/** In the order in which they are shown. Which employee each belongs to, the demo decides. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  demo(
    'pimpinan',
    ['LEADERSHIP'],
    'Pimpinan: dinding dan penjelasan angka',
    'Leadership: the wall and what is behind it',
  ),
  demo(
    'pegawai',
    [],
    'Pegawai: data sendiri, sanggahan, siapa melihat',
    'Employee: own data, objections, who looked',
  ),
  demo('penilai', [], 'Pejabat penilai: menilai stafnya', 'Appraiser: appraises the own staff'),
  demo('atasan', [], 'Atasan pejabat penilai: memutus keberatan', 'Review authority: rules on objections'),
  demo('pengamat', ['OBSERVER'], 'Pengamat: mencatat yang terlihat', 'Observer: logs what is seen'),
  demo('fasilitator', ['FACILITATOR'], 'Fasilitator forum warga', 'Facilitator of the citizens’ forum'),
  demo('auditor', ['AUDITOR'], 'Auditor: jejak audit', 'Auditor: the audit trail'),
  demo(
    'admin',
    ['ADMINISTRATOR'],
    'Administrator: akun, layar, token',
    'Administrator: accounts, screens, tokens',
  ),
];
