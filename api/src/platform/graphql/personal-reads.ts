import type { PersonalField } from '../../domain/privacy/personal-field.js';

export type { PersonalField };

/** Whose personal data one request has read. */
export interface PersonalReads {
  note(employeeId: string, field: PersonalField): void;
  /** What has been noted since the last time, and forgets it. */
  take(): ReadonlyMap<string, readonly PersonalField[]>;
}

export function createPersonalReads(): PersonalReads {
  let noted = new Map<string, Set<PersonalField>>();
  return {
    note(employeeId, field) {
      const fields = noted.get(employeeId);
      if (fields === undefined) noted.set(employeeId, new Set([field]));
      else fields.add(field);
    },
    take() {
      const taken = new Map([...noted].map(([employeeId, fields]) => [employeeId, [...fields].sort()]));
      noted = new Map();
      return taken;
    },
  };
}
