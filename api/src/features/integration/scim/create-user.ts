import { randomUUID } from 'node:crypto';
import { provisionEmployee } from '../../employees/provision-employee.js';
import { changed, mayPlaceIn, type Scim, type ScimAnswer } from './scim-answer.js';
import { ScimProblem, toldRefusal } from './scim-problem.js';
import { bodyOf, type ScimRequest } from './scim-request.js';
import { readUser } from './read-user.js';
import { toWanted } from './scim-user.js';

/** Adds somebody, or lets somebody come back who was let go of. */
export async function createUser(scim: Scim, request: ScimRequest): Promise<ScimAnswer> {
  const wanted = toWanted(readUser(bodyOf(request)), null, 'ENDS');
  const { context, regionCode } = scim;
  const { actor, unitOfWork } = context;
  const done = await unitOfWork.run(
    { verb: 'provisionEmployee', actor, regionCode, key: randomUUID(), input: wanted },
    (tx) => provisionEmployee(tx, actor, wanted, mayPlaceIn(scim)),
  );
  if (!done.ok) throw new ScimProblem(toldRefusal(done.refusal));
  return changed(scim, done.value.employeeId, 201, request);
}
