import type { Pantau } from '../app/compose.js';
import type { Stores } from '../app/stores.js';
import { appraiserOn } from '../domain/people/reporting-line.js';
import type { Rating } from '../domain/scoring/rating.js';
import { confirmPredicate } from '../features/appraisals/confirm-predicate.js';
import { ALL_PERIODS } from '../features/indicators/indicator.store.js';
import { DEMO } from './demo-actor.js';
import { stableKey } from './stable-key.js';
import { readStaticFiles } from './static-files.js';
import { APPRAISER, DECIDED_OTHERWISE } from './stories.js';

/** What an appraiser writes, by the rating of the work: the person reads it. */
const NOTES: Readonly<Record<Rating, string>> = {
  ABOVE: 'Hasil kerja melebihi target triwulan. Cara kerjanya patut dibagikan kepada rekan seunit.',
  MEETS: 'Hasil kerja sesuai target triwulan. Pertahankan, terutama ketepatan waktu layanan.',
  BELOW: 'Target triwulan belum tercapai. Sudah kita bicarakan; pendampingan berjalan pada triwulan ini.',
};

/**
 * Has the appraisers of the demo's people confirm the quarters that are closed, all but one as proposed, so that
 * regional HR finds results to pull and to hand on. Nobody is confirmed twice; who has no proposal or no appraiser
 * waits, and so do those of the appraiser whom the demo lets everybody be.
 */
export async function confirmQuarters(
  unitOfWork: Pantau['unitOfWork'],
  { confirmations, employees, indicators, scores, service, regionCode }: Stores,
): Promise<void> {
  const files = await readStaticFiles();
  const people = await employees.byNips(files.employees.map(({ nip }) => nip));
  const lines = await service.linesOf(people.map(({ id }) => id));
  const idOf = (nip: string) => people.find((one) => one.nip === nip)?.id;
  const waitsFor = idOf(APPRAISER);
  const { nip: decidedNip, ...decided } = DECIDED_OTHERWISE;
  const decidedOtherwise = idOf(decidedNip);
  for (const { code: periodCode, endsOn, state } of await indicators.periods(ALL_PERIODS)) {
    if (state !== 'CLOSED') continue;
    const pairs = people.map(({ id }) => ({ employeeId: id, periodCode }));
    const history = await confirmations.historyOf(pairs, 1);
    const confirmed = new Set(history.map(({ employeeId }) => employeeId));
    for (const { employeeId, workRating, behaviourRating } of await scores.storedOf(pairs)) {
      if (confirmed.has(employeeId) || workRating === null || behaviourRating === null) continue;
      const appraiserId = appraiserOn(endsOn, lines, employeeId);
      if (appraiserId === null || appraiserId === waitsFor) continue;
      const input = {
        ...{ employeeId, periodCode, appraiserId, behaviour: behaviourRating },
        ...(employeeId === decidedOtherwise ? decided : { workResult: workRating, note: NOTES[workRating] }),
      };
      await unitOfWork.run(
        {
          ...{ verb: 'confirmPredicate', actor: DEMO, regionCode, input },
          key: stableKey(`confirm ${periodCode} ${employeeId}`),
        },
        (tx) => confirmPredicate(tx, DEMO, input),
      );
    }
  }
}
