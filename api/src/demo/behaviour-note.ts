/** What people of the demo write beside behaviour that they saw: below, at or above what is expected. */
export function behaviourNote(value: -1 | 0 | 1, behaviour: string): string {
  if (value === 1) return `Terlihat jelas: ${behaviour}`;
  return value === 0 ? behaviour : `Perlu dibicarakan bersama: ${behaviour}`;
}
