import { Types } from 'scimmy';

/** The schemas of somebody, by their names. */
export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const PANTAU = 'urn:ietf:params:scim:schemas:extension:pantau:2.0:User';

const { Attribute, SchemaDefinition } = Types;
type Config = ConstructorParameters<typeof Attribute>[2];

const text = (name: string, description: string, config: Config = {}) =>
  new Attribute('string', name, { description, ...config });

const PANTAU_USER = new SchemaDefinition(
  'PantauUser',
  PANTAU,
  'What Pantau keeps of a civil servant beside that.',
  [
    text('employmentStatus', 'How the person is employed (UU 20/2023). Needed when the person is added.', {
      canonicalValues: ['PNS', 'PPPK', 'PPPK_PART_TIME'],
    }),
    text(
      'unit',
      'Code of the unit that the person works in; the same as the department of the enterprise extension.',
    ),
    text(
      'since',
      'TMT: first day of the present appointment, "2026-11-24", today at the latest. Give it together with another unit or title; without it the change holds from today.',
    ),
  ],
);

const ENTERPRISE_USER = new SchemaDefinition('EnterpriseUser', ENTERPRISE, 'Enterprise User', [
  text('employeeNumber', 'The NIP again. Read only.', { mutable: false }),
  text('department', 'Code of the unit that the person works in, e.g. "35.78.26.1006".'),
  new Attribute(
    'complex',
    'manager',
    { description: 'Pejabat penilai: who appraises the person, from today on.' },
    [
      text('value', 'The id of that person.'),
      new Attribute('reference', '$ref', { description: 'Their address.', referenceTypes: ['User'] }),
    ],
  ),
]);

/** What is kept of somebody, and no more: whatever else a program sends is left out. */
const DEFINITION = new SchemaDefinition('User', USER, 'User Account', [
  text('userName', 'NIP or NI PPPK, 18 digits. It does not change; it is no login.', {
    required: true,
    uniqueness: 'server',
  }),
  new Attribute('complex', 'name', { description: 'The name of the person.' }, [
    text('formatted', 'The name with titles, 1 to 120 characters.'),
    text('givenName', 'Taken where neither `formatted` nor `displayName` says the name; never given back.'),
    text('familyName', 'As `givenName`.'),
  ]),
  text('displayName', 'The same as `name.formatted`.'),
  text('title', 'Jabatan: title of the position, 1 to 160 characters. Needed when the person is added.'),
  text('userType', 'The same as `employmentStatus` of the Pantau extension.', {
    canonicalValues: ['PNS', 'PPPK', 'PPPK_PART_TIME'],
  }),
  new Attribute('boolean', 'active', {
    description:
      'Whether the person is in service. False takes them out of it from today on; nothing of them is deleted.',
  }),
]);
DEFINITION.extend(ENTERPRISE_USER);
DEFINITION.extend(PANTAU_USER);

/** What Pantau's schemas say of themselves at `/Schemas`. */
export const DEFINITIONS = [DEFINITION, ENTERPRISE_USER, PANTAU_USER];

/** A name by which an attribute is asked for: those of our schemas, in any case. */
export const isAttribute = (path: string): boolean => {
  try {
    DEFINITION.attribute(path);
    return true;
  } catch {
    return false;
  }
};

/** Somebody in the form of SCIM. */
export class ScimUser extends Types.Schema {
  static override get id(): string {
    return USER;
  }

  static override get definition(): Types.SchemaDefinition {
    return DEFINITION;
  }

  constructor(data: object, direction = 'both', basepath?: string, filter?: Types.Filter) {
    super(data, direction);
    Object.assign(this, DEFINITION.coerce(data, direction, basepath, filter));
  }
}
