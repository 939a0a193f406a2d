const id = (kind: string, n: number) => `0198c1a0-${kind}-7000-8000-${String(n).padStart(12, '0')}`;

/** The id of the n-th unit of the invented office; 0 is the whole of it. */
export function fakeUnitId(n: number): string {
  return id('0001', n);
}

/** The id of the n-th person of the invented office. */
export function fakePersonId(n: number): string {
  return id('0002', n);
}
