import { ofLibrary } from './scim-request.js';
import { ScimUser } from './scim-schema.js';
import { tidyPerson } from './tidy-operations.js';

/** A person as a program sends one. */
export function readUser(body: Readonly<Record<string, unknown>>): ScimUser {
  return ofLibrary(() => new ScimUser(tidyPerson(body), 'in'));
}
