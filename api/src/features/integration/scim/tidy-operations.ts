import { ENTERPRISE, USER } from './scim-schema.js';

/** Operations of one PATCH. */
export const MOST_OPERATIONS = 50;

/** Attributes of RFC 7643 that are not kept: a program that sends them as well is not refused for it. */
const NOT_KEPT = new Set(
  (
    'emails phonenumbers addresses ims photos groups entitlements roles x509certificates nickname profileurl ' +
    'preferredlanguage locale timezone password'
  ).split(' '),
);
const NOT_KEPT_OF_ENTERPRISE = new Set(['costcenter', 'organization', 'division', 'employeenumber']);
const NOT_KEPT_OF_NAME = /^name\.(middlename|honorificprefix|honorificsuffix)$/;
const MANAGER = `${ENTERPRISE}:manager`.toLowerCase();

type Operation = Readonly<Record<string, unknown>>;

/**
 * Operations as the library takes them, from those that Entra ID and others send: truth values as texts, a manager as a
 * bare id or in a list, the attributes of a person that are not kept. What is wrong otherwise stays for the library to
 * refuse.
 */
export function tidyOperations(operations: readonly unknown[]): unknown[] {
  return operations.flatMap((given): unknown[] => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return [given];
    const operation = given as Operation;
    const { path, value } = operation;
    if (typeof path === 'string') {
      const plain = path.toLowerCase().startsWith(`${USER}:`.toLowerCase())
        ? path.slice(USER.length + 1)
        : path;
      if (isNotKept(plain)) return [];
      return [{ ...operation, path: plain, ...('value' in operation && { value: tidyValue(plain, value) }) }];
    }
    if (path !== undefined || typeof value !== 'object' || value === null || Array.isArray(value))
      return [given];
    const kept = Object.entries(value as Operation).filter(([name]) => !isNotKept(name));
    if (kept.length === 0) return [];
    return [
      { ...operation, value: Object.fromEntries(kept.map(([name, one]) => [name, tidyValue(name, one)])) },
    ];
  });
}

/** The same for a whole person, who comes with POST and PUT. */
export function tidyPerson(person: Operation): Operation {
  return Object.fromEntries(Object.entries(person).map(([name, value]) => [name, tidyValue(name, value)]));
}

function isNotKept(path: string): boolean {
  const lower = path.toLowerCase();
  const inEnterprise = lower.startsWith(`${ENTERPRISE}:`.toLowerCase());
  const own = inEnterprise ? lower.slice(ENTERPRISE.length + 1) : lower;
  const root = /^[^.[]*/u.exec(own)![0];
  if (inEnterprise) return NOT_KEPT_OF_ENTERPRISE.has(root) || own === 'manager.displayname';
  return NOT_KEPT.has(root) || NOT_KEPT_OF_NAME.test(own);
}

function tidyValue(path: string, value: unknown): unknown {
  const lower = path.toLowerCase();
  if (lower === 'active' && typeof value === 'string' && /^(true|false)$/iu.test(value)) {
    return value.toLowerCase() === 'true';
  }
  if (lower === MANAGER) return tidyManager(value);
  if (
    lower === ENTERPRISE.toLowerCase() &&
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value)
  ) {
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        name.toLowerCase() === 'manager' ? tidyManager(one) : one,
      ]),
    );
  }
  return value;
}

function tidyManager(value: unknown): unknown {
  if (typeof value === 'string') return { value };
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}
