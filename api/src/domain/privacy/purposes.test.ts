import { PURPOSES, RETENTION_DAYS } from './purposes.js';

it('each kind of record says in two languages what it is for and what happens at its end', () => {
  for (const { title, purpose, then, basis, days, of } of Object.values(PURPOSES)) {
    for (const sentence of [title, purpose, then]) {
      expect(sentence.id.length).toBeGreaterThan(2);
      expect(sentence.en.length).toBeGreaterThan(2);
      expect(sentence.id).not.toBe(sentence.en);
    }
    expect(basis.law).toMatch(of === 'NOBODY' ? /no personal data/ : /UU|PP/);
    if (days !== null) expect(days).toBeGreaterThan(0);
  }
});

it('what is over after some days is in the register with the same number', () => {
  for (const [table, days] of Object.entries(RETENTION_DAYS)) expect(PURPOSES[table]?.days).toBe(days);
  const ending = Object.entries(PURPOSES).flatMap(([table, { days }]) => (days === null ? [] : [table]));
  expect(ending.sort()).toEqual([...Object.keys(RETENTION_DAYS), 'audit_subject'].sort());
});
