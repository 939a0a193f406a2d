import { randomUUID } from 'node:crypto';
import { openStores } from '../app/stores.js';
import type { PeriodChange } from '../domain/period/period-state.js';
import { changePeriod } from '../features/appraisals/change-period.js';
import { confirmPredicate, type ConfirmPredicate } from '../features/appraisals/confirm-predicate.js';
import { COMMAND_LINE } from '../platform/auth/actor.js';
import { importTexts, NIPS, NOON, REGION, type SmallOffice } from './small-office.js';

/** A period of the small office that is over at its noon. */
export const FINISHED = '2026-Q3';

/** Everybody but Joko, who heads the office and has no plan of his own in it. */
const PLANNED = [NIPS.sari, NIPS.budi, NIPS.dewi];

export type People = Readonly<Record<keyof typeof NIPS, string>>;

/** Plans the finished quarter: Budi appraises Sari, Joko appraises Budi and Dewi. Gives everybody's ids. */
export async function planFinishedQuarter(
  pantau: Pick<SmallOffice, 'orm' | 'unitOfWork' | 'database'>,
): Promise<People> {
  await importTexts(pantau, {
    targets: `nip,indicator,period,weight,floor,target,stretch
${PLANNED.map((nip) => `${nip},ADM-01,${FINISHED},60,70,95,99\n${nip},ADM-03,${FINISHED},40,45,15,8`).join('\n')}
`,
  });
  const { rows } = await pantau.database.client.query<{ id: string; nip: string }>(
    'select id, nip from employee',
  );
  const idOf = (nip: string) => rows.find((row) => row.nip === nip)!.id;
  const people = {
    sari: idOf(NIPS.sari),
    budi: idOf(NIPS.budi),
    dewi: idOf(NIPS.dewi),
    joko: idOf(NIPS.joko),
  };
  const startsOn = '2026-01-01';
  const { service, trail } = openStores(pantau.orm.em.fork(), REGION, NOON);
  await service.report(
    [
      { employeeId: people.sari, appraiserId: people.budi, startsOn },
      { employeeId: people.budi, appraiserId: people.joko, startsOn },
      { employeeId: people.dewi, appraiserId: people.joko, startsOn },
    ],
    { by: COMMAND_LINE.id, at: NOON },
  );
  await trail.write({ actor: COMMAND_LINE, action: 'report', outcome: 'DONE' });
  return people;
}

/** Measures somebody so that the system proposes BAIK: both results at their targets, four core values as expected. */
export async function measureAsExpected(
  pantau: Pick<SmallOffice, 'unitOfWork'>,
  who: keyof typeof NIPS,
): Promise<void> {
  const observers = Object.values(NIPS).filter((nip) => nip !== NIPS[who]);
  const behaviours = [1, 2, 3, 4].flatMap((value) =>
    observers.map((observer, n) => `${NIPS[who]},AKH-${value},0,2026-09-1${n} 09:00,${observer}`),
  );
  const { findings } = await importTexts(pantau, {
    observations: `nip,indicator,value,observed_at,observer
${NIPS[who]},ADM-01,95,2026-09-10 09:00,
${NIPS[who]},ADM-03,15,2026-09-10 09:00,
${behaviours.join('\n')}
`,
  });
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
}

/** A step with the finished quarter: the step where it was taken, else the code of the refusal. */
export async function step(
  { unitOfWork }: Pick<SmallOffice, 'unitOfWork'>,
  change: PeriodChange,
  reason: string | null = null,
  periodCode: string = FINISHED,
): Promise<string> {
  const input = { periodCode, change, reason };
  const done = await unitOfWork.run(
    { verb: 'changePeriod', actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input },
    (tx) => changePeriod(tx, COMMAND_LINE, input),
  );
  return done.ok ? change : done.refusal.code;
}

/** An appraiser's verdict: the id of the confirmation, or the code of the refusal. */
export async function confirm(
  { unitOfWork }: Pick<SmallOffice, 'unitOfWork'>,
  verdict: Pick<ConfirmPredicate, 'employeeId' | 'appraiserId'> & Partial<ConfirmPredicate>,
): Promise<{ readonly id?: string; readonly code?: string }> {
  const input: ConfirmPredicate = {
    periodCode: FINISHED,
    workResult: 'MEETS',
    behaviour: 'MEETS',
    note: 'Sesuai yang disepakati.',
    ...verdict,
  };
  const done = await unitOfWork.run(
    { verb: 'confirmPredicate', actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input },
    (tx) => confirmPredicate(tx, COMMAND_LINE, input),
  );
  return done.ok ? { id: done.value.confirmationId } : { code: done.refusal.code };
}
