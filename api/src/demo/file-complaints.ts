import { randomUUID } from 'node:crypto';
import type { Pantau } from '../app/compose.js';
import type { Stores } from '../app/stores.js';
import { answerComplaint } from '../features/complaints/answer-complaint.js';
import { complainantPlace } from '../features/complaints/complainant-seal.js';
import { fileComplaint } from '../features/complaints/file-complaint.js';
import { trackingCodes, trackingHash } from '../features/complaints/tracking-code.js';
import { DEMO } from './demo-actor.js';
import { COMPLAINTS } from './stories.js';

/** Has citizens complain, once, so that there is something to answer; where anybody has complained, nothing happens. */
export async function fileComplaints(
  pantau: Pick<Pantau, 'unitOfWork' | 'key'>,
  { complaints, units, regionCode }: Stores,
): Promise<void> {
  const { unitOfWork } = pantau;
  if ((await complaints.page({ unitIds: null, openOnly: false }, null, 1)).length > 0) return;
  const codeKey = pantau.key('complaint-code');
  const placeOf = (id: string) => complainantPlace(pantau, regionCode, id);
  for (const { unit: code, answer, ...told } of COMPLAINTS) {
    const [unit] = await units.byCodes([code]);
    if (unit === undefined) continue;
    const filed = { ...told, unitId: unit.id };
    const key = randomUUID();
    const codes = trackingCodes(codeKey, regionCode, DEMO.id, key);
    const trackingHashes = codes.map((one) => trackingHash(codeKey, regionCode, one));
    // The input stands beside the key as a hash, which anybody could hold against a guess: no word is in it.
    const done = await unitOfWork.run(
      { verb: 'fileComplaint', actor: DEMO, regionCode, key, input: {} },
      (tx) => fileComplaint(tx, DEMO, filed, { trackingHashes, placeOf }),
    );
    if (!done.ok || answer === null) continue;
    const answered = { complaintId: done.value.complaintId, answer };
    await unitOfWork.run(
      { verb: 'answerComplaint', actor: DEMO, regionCode, key: randomUUID(), input: answered },
      (tx) => answerComplaint(tx, DEMO, answered, placeOf),
    );
  }
}
