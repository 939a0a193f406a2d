/**
 * What became of one row as its import was undone. PUT_BACK: it is as it was before. DEACTIVATED: the person was added
 * and stays, out of service. CHANGED_SINCE: somebody has changed it meanwhile, and it was left as it is. UNIT_STAYS: the
 * unit was added, and units are never taken away.
 */
export type RowUndo = 'PUT_BACK' | 'DEACTIVATED' | 'CHANGED_SINCE' | 'UNIT_STAYS';

type Values = Readonly<Record<string, string>>;

/** Cells that say the same, in whatever order they are named. */
export function sameValues(one: Values | null, other: Values | null): boolean {
  if (one === null || other === null) return one === other;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/**
 * What undoing a row comes to. `now` is what is recorded, null where there is nothing; `touched` says that something
 * beside it was recorded since, such as an appointment.
 */
export function undoRow(
  about: 'EMPLOYEE' | 'UNIT' | 'REPORTING_LINE',
  { before, after }: { readonly before: Values | null; readonly after: Values },
  now: Values | null,
  touched: boolean,
): RowUndo {
  if (touched || !sameValues(after, now)) return 'CHANGED_SINCE';
  if (before !== null || about === 'REPORTING_LINE') return 'PUT_BACK';
  return about === 'EMPLOYEE' ? 'DEACTIVATED' : 'UNIT_STAYS';
}
