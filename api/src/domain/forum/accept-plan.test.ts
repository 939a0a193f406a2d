import fc from 'fast-check';
import { acceptNames, acceptPlan, PLAN_REFUSALS } from './accept-plan.js';
import { FORUM_PHASES, hasCome } from './session-phase.js';

const words = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom('Balai RW 3'),
);
const minutes = fc.oneof(fc.integer({ min: -5, max: 300 }), fc.double());
const plan = fc.record({
  startsAt: fc.oneof(fc.string(), fc.constantFrom('19:00', '24:00', '00:60', '9:00')),
  quorum: fc.oneof(fc.integer({ min: -5, max: 6_000 }), fc.double()),
  agenda: fc.array(fc.record({ title: words, minutes }), { maxLength: 40 }),
});
const phase = fc.option(fc.constantFrom(...FORUM_PHASES));

it('whatever is planned is taken, or refused with a code of the list', () => {
  fc.assert(
    fc.property(plan, words, words, phase, (one, name, place, now) => {
      for (const answer of [acceptPlan(one, now), acceptNames({ name, place })])
        if (!answer.ok) expect(Object.keys(PLAN_REFUSALS)).toContain(answer.refusal.code);
    }),
  );
});

it('a session that has begun keeps its plan, whatever the new one is', () => {
  fc.assert(
    fc.property(plan, fc.constantFrom(...FORUM_PHASES), (one, now) => {
      const answer = acceptPlan(one, now);
      const begun = !answer.ok && answer.refusal.code === 'FORUM_BEGUN';
      expect(begun).toBe(hasCome(now, 'OPEN'));
    }),
  );
});

it('what is planned can be held: a time of the day, items of minutes, names on one line', () => {
  const item = fc.record({
    title: fc.constantFrom('Lama urus KK', '  Lampu  '),
    minutes: fc.integer({ min: 1, max: 240 }),
  });
  const good = fc.record({
    startsAt: fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((all) => all.map((n) => String(n).padStart(2, '0')).join(':')),
    ...{ quorum: fc.nat(5_000), agenda: fc.array(item, { maxLength: 30 }) },
  });
  fc.assert(
    fc.property(good, (one) => {
      const answer = acceptPlan(one, 'PLANNED');
      if (!answer.ok) throw new Error(answer.refusal.code);
      expect(answer.value.map(({ title }) => title)).toEqual(one.agenda.map(({ title }) => title.trim()));
    }),
  );
});

it.each([
  ['24:00', 0, [], 'FORUM_NUMBERS'],
  ['19:00', 5_001, [], 'FORUM_NUMBERS'],
  ['19:00', 0, [{ title: 'Lampu', minutes: 0 }], 'FORUM_NUMBERS'],
  ['19:00', 0, [{ title: 'Lampu', minutes: 241 }], 'FORUM_NUMBERS'],
  ['19:00', 0, [{ title: 'Lampu\njalan', minutes: 5 }], 'FORUM_NAME_LENGTH'],
  ['19:00', 0, Array.from({ length: 31 }, () => ({ title: 'Lampu', minutes: 5 })), 'FORUM_NUMBERS'],
])('at %s with a quorum of %i and %j is no plan', (startsAt, quorum, agenda, code) => {
  expect(acceptPlan({ startsAt, quorum, agenda }, null)).toMatchObject({ refusal: { code } });
});
