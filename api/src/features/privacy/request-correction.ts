import { uuidv7 } from 'uuidv7';
import {
  acceptDataCorrection,
  dataCorrectionDue,
  type DataCorrectionInput,
  type DataCorrectionRefusalCode,
} from '../../domain/privacy/accept-data-correction.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasDataCorrections } from './data-correction.store.js';

/** Records what somebody says is wrong with the own data; from now on the clock of the answer runs. */
export async function requestCorrection(
  tx: HasDataCorrections & HasClock,
  actor: Actor,
  input: DataCorrectionInput,
): Promise<Verdict<{ requestId: string }, DataCorrectionRefusalCode>> {
  const { employeeId } = actor;
  const open = employeeId === null ? 0 : await tx.dataCorrections.openOf(employeeId);
  const accepted = acceptDataCorrection(input, { hasRecord: employeeId !== null, open });
  if (!accepted.ok) return accepted;
  const requestId = uuidv7();
  const dueAt = dataCorrectionDue(tx.now);
  await tx.dataCorrections.add({
    id: requestId,
    employeeId: employeeId!,
    about: input.about,
    ...accepted.value,
    requestedAt: tx.now,
    requestedBy: actor.id,
    dueAt,
  });
  return did({ requestId }, [
    { kind: 'DataCorrectionRequested', requestId, employeeId: employeeId!, about: input.about, dueAt },
  ]);
}
