import { randomUUID } from 'node:crypto';
import { Messages } from 'scimmy';
import { SCIM_REFUSALS } from '../../../domain/integration/scim-filter.js';
import { refused } from '../../../domain/outcome.js';
import { Denied } from '../../../platform/auth/denied.js';
import { isUuid } from '../../../platform/is-uuid.js';
import { did } from '../../../platform/unit-of-work.js';
import {
  changeProvisioned,
  PROVISION_REFUSALS,
  type WantedEmployee,
} from '../../employees/provision-employee.js';
import { readUser } from './read-user.js';
import { changed, mayPlaceIn, today, type Scim, type ScimAnswer } from './scim-answer.js';
import { problemOf, problemOfLibrary, ScimProblem, toldRefusal } from './scim-problem.js';
import { bodyOf, ofLibrary, sameVersion, unknown, type ScimRequest } from './scim-request.js';
import type { ScimPerson } from './scim-user.store.js';
import { toChangeable, toWanted, versionOf } from './scim-user.js';
import { MOST_OPERATIONS, tidyOperations } from './tidy-operations.js';

/** PUT: all of somebody anew. */
export async function replaceUser(scim: Scim, id: string, request: ScimRequest): Promise<ScimAnswer> {
  const user = readUser(bodyOf(request));
  await change(scim, id, request, async (current) => ({
    wanted: toWanted(user, current, 'STAYS'),
    letGo: false,
  }));
  return changed(scim, id, 200, request);
}

/** PATCH: what the operations name. */
export async function patchUser(scim: Scim, id: string, request: ScimRequest): Promise<ScimAnswer> {
  const body = bodyOf(request);
  const operations = Object.entries(body).find(([name]) => name.toLowerCase() === 'operations')?.[1];
  if (Array.isArray(operations) && operations.length > MOST_OPERATIONS) {
    throw problemOf('OPERATIONS_TOO_MANY', SCIM_REFUSALS);
  }
  // The library looks through all of them, those too that are not kept.
  ofLibrary(() => new Messages.PatchOp({ ...body, Operations: operations ?? [] } as never));
  const tidy = tidyOperations(operations as unknown[]);
  await change(scim, id, request, async (current) => {
    if (tidy.length === 0) return null;
    const message = ofLibrary(() => new Messages.PatchOp({ ...body, Operations: tidy } as never));
    const after = await message.apply(toChangeable(current)).catch((error: unknown) => {
      throw problemOfLibrary(error) ?? error;
    });
    return after === undefined ? null : { wanted: toWanted(after, current, 'ENDS'), letGo: false };
  });
  return changed(scim, id, 200, request);
}

/** DELETE: out of service, and shown no more; the person stays. */
export async function removeUser(scim: Scim, id: string, request: ScimRequest): Promise<ScimAnswer> {
  await change(scim, id, request, async (current) => ({
    wanted: { ...toWanted(toChangeable(current), current, 'STAYS'), active: false },
    letGo: true,
  }));
  return { status: 204, body: null };
}

/** Changes somebody as they are now, with nobody else changing them meanwhile; null: nothing is to be changed. */
async function change(
  scim: Scim,
  id: string,
  { ifMatch }: ScimRequest,
  edit: (current: ScimPerson) => Promise<{ readonly wanted: WantedEmployee; readonly letGo: boolean } | null>,
): Promise<void> {
  if (!isUuid(id)) throw unknown();
  const { context, regionCode } = scim;
  const { actor, unitOfWork } = context;
  const command = {
    verb: 'changeProvisioned',
    actor,
    regionCode,
    key: randomUUID(),
    input: { employeeId: id },
  };
  const done = await unitOfWork
    .run(command, async (tx) => {
      await tx.service.lock([id]);
      const current = await tx.scimUsers.get(id, today(scim));
      if (current === null) return refused('PERSON_UNKNOWN', PROVISION_REFUSALS.PERSON_UNKNOWN);
      if (ifMatch !== null && !sameVersion(ifMatch, versionOf(current))) {
        return refused('VERSION_PASSED', SCIM_REFUSALS.VERSION_PASSED);
      }
      const edited = await edit(current);
      if (edited === null) return did({ employeeId: id }, []);
      return changeProvisioned(tx, actor, { ...edited, employeeId: id, mayPlaceIn: mayPlaceIn(scim) });
    })
    .catch((error: unknown) => {
      // Whom a token may not provision is not there for it.
      throw error instanceof Denied && error.code === 'FORBIDDEN' ? unknown() : error;
    });
  if (!done.ok) throw new ScimProblem(toldRefusal(done.refusal));
}
