import { randomUUID } from 'node:crypto';
import type { Pantau } from '../app/compose.js';
import type { Stores } from '../app/stores.js';
import type { FeedbackTaken } from '../domain/feedback/feedback-standing.js';
import { SURVEY_CODES } from '../domain/survey/satisfaction-index.js';
import { trackingCodes, trackingHash } from '../features/complaints/tracking-code.js';
import { counterCode, counterCodeHash } from '../features/feedback/counter-code.js';
import { feedbackContactPlace } from '../features/feedback/feedback-contact-seal.js';
import { leaveFeedback } from '../features/feedback/leave-feedback.js';
import { makeCounter } from '../features/feedback/make-counter.js';
import { DEMO } from './demo-actor.js';
import { seededRandom } from './seeded-random.js';
import { COUNTERS } from './stories.js';

/** How many rate all nine elements; the others answer the three that are asked first. */
const PATIENT = 0.5;

/** Has citizens say what they think at a few counters, once; where there is a counter, nothing happens. */
export async function leaveFeedbackAtCounters(
  pantau: Pick<Pantau, 'unitOfWork' | 'key'>,
  { serviceCounters, units, regionCode }: Stores,
): Promise<void> {
  const { unitOfWork } = pantau;
  if ((await serviceCounters.page(null, null, 1)).length > 0) return;
  const counterKey = pantau.key('counter-code');
  const codeKey = pantau.key('feedback-code');
  const placeOf = (id: string) => feedbackContactPlace(pantau, regionCode, id);
  for (const { unit: code, name, mood, visitors, waiting, said } of COUNTERS) {
    const [unit] = await units.byCodes([code]);
    if (unit === undefined) continue;
    const made = { unitId: unit.id, name };
    const done = await unitOfWork.run(
      { verb: 'makeCounter', actor: DEMO, regionCode, key: randomUUID(), input: made },
      (tx) =>
        makeCounter(tx, DEMO, made, (counter) =>
          counterCodeHash(counterKey, regionCode, counterCode(counterKey, regionCode, counter)),
        ),
    );
    if (!done.ok) throw new Error(done.refusal.code);
    const { counterId } = done.value;
    const random = seededRandom(`feedback ${code}`);
    for (let n = 0; n < visitors; n += 1) {
      const key = randomUUID();
      const erasureHashes = trackingCodes(codeKey, regionCode, DEMO.id, key).map((one) =>
        trackingHash(codeKey, regionCode, one),
      );
      const asked = random() < PATIENT ? SURVEY_CODES : (['U2', 'U3', 'U7'] as const);
      const taken: FeedbackTaken = n < visitors - waiting ? 'COUNTED' : 'WAITING';
      const left = {
        ...{ counterId, taken, text: said[n]?.text ?? null, contact: said[n]?.contact ?? null },
        ratings: asked.map((element) => ({ element, rating: ratingFor(mood, random()) })),
      };
      // The input stands beside the key as a hash, which anybody could hold against a guess: no word is in it.
      await unitOfWork.run({ verb: 'leaveFeedback', actor: DEMO, regionCode, key, input: {} }, (tx) =>
        leaveFeedback(tx, left, { erasureHashes, placeOf }),
      );
    }
  }
}

/** A whole rating around the mood of the place, which people seldom share exactly. */
function ratingFor(mood: number, drawn: number): number {
  return Math.min(4, Math.max(1, Math.round(mood + (drawn - 0.5) * 2)));
}
