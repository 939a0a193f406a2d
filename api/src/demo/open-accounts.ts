import { uuidv7 } from 'uuidv7';
import type { Pantau } from '../app/compose.js';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../features/accounts/demo-accounts.js';
import { newAccount } from '../features/accounts/new-account.js';
import { hashPassword } from '../platform/auth/password-hash.js';
import { DEMO } from './demo-actor.js';
import { APPRAISER, CONTESTED } from './stories.js';

/** Whose account of the demo is whose: those between whom the open objection plays, and others of the office. */
const NIP_OF: Readonly<Record<string, string | undefined>> = {
  pegawai: CONTESTED.nip,
  penilai: APPRAISER,
  atasan: '197002081994041901',
  pimpinan: '197309181999032902',
  pengamat: '198407192010032904',
  admin: '197503022002011903',
};

/** Makes the demo's accounts where they are missing. What somebody changed of one stays. */
export async function openDemoAccounts(
  { transact }: Pick<Pantau, 'transact'>,
  regionCode: string,
): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await transact(regionCode, async (tx) => {
    let made = 0;
    for (const { login, purpose, roles } of DEMO_ACCOUNTS) {
      if ((await tx.accounts.byLogin(login)) !== null) continue;
      const nip = NIP_OF[login];
      const [employee] = nip === undefined ? [] : await tx.employees.byNips([nip]);
      const id = uuidv7();
      const name = employee?.name ?? purpose.split(':')[0]!;
      const who = { id, login, name, by: DEMO.id, employeeId: employee?.id ?? null, demo: true };
      await tx.accounts.add(newAccount(tx, who, passwordHash));
      made += 1;
      for (const role of roles) {
        await tx.accounts.grant({ id: uuidv7(), accountId: id, role, unitId: null, at: tx.now, by: DEMO.id });
      }
    }
    await tx.sessions.rightsMoved();
    if (made > 0) await tx.trail.write({ actor: DEMO, action: 'openDemoAccounts', outcome: 'DONE' });
  });
}
