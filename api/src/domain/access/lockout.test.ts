import fc from 'fast-check';
import {
  countedBy,
  FORGOTTEN_AFTER_SECONDS,
  LONGEST_WAIT_SECONDS,
  secondsToWait,
  SIGN_IN_REFUSALS,
  type CountedBy,
  type Failures,
} from './lockout.js';

/** The world of the rule: who tries, and whose failures are kept under which name. */
class Door {
  readonly #kept = new Map<string, Failures>();
  now = Date.UTC(2026, 10, 25, 2);

  /** The wait that is told; 0 where the attempt was looked at. It counts unless the password is right. */
  attempt(by: { account: string; network: string; browser?: string; right?: boolean }): number {
    const names: Record<CountedBy, string> = {
      BROWSER: `browser ${by.account} ${by.browser}`,
      ACCOUNT_AND_NETWORK: `both ${by.account} ${by.network}`,
      ACCOUNT: `account ${by.account}`,
      NETWORK: `network ${by.network}`,
    };
    const now = new Date(this.now);
    const counts = countedBy(by.browser !== undefined);
    const failures = Object.fromEntries(
      counts.flatMap((one) => {
        const kept = this.#kept.get(names[one]);
        return kept === undefined ? [] : [[one, kept]];
      }),
    );
    const wait = secondsToWait(by.browser !== undefined, failures, now);
    if (wait === 0 && by.right !== true) {
      for (const one of counts) {
        const kept = this.#kept.get(names[one]);
        const fresh =
          kept === undefined || this.now - kept.latest.getTime() >= FORGOTTEN_AFTER_SECONDS * 1000;
        this.#kept.set(names[one], { count: fresh ? 1 : kept.count + 1, latest: now });
      }
    }
    return wait;
  }

  /** Fails as often as told, waiting as told, and gives the waits. */
  fail(by: { account: string; network: string; browser?: string }, times: number): number[] {
    return Array.from({ length: times }, () => {
      const wait = this.attempt(by);
      this.now += wait * 1000;
      if (wait > 0) expect(this.attempt(by)).toBe(0);
      return wait;
    });
  }
}

const OWNER = { account: 'siti', network: 'home' };

it('AC11 waits after failures grow and end', () => {
  const door = new Door();
  const waits = door.fail(OWNER, 21);
  // Each is the wait before the attempt after as many failures.
  expect(waits).toEqual([
    0, 0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900, 900, 900, 900, 900,
  ]);
  expect(Math.max(...waits)).toBe(LONGEST_WAIT_SECONDS);
});

it('AC12 strangers never keep the owner out of a known browser', () => {
  const strangers = fc.array(
    fc.record({
      account: fc.constantFrom('siti', 'budi'),
      network: fc.constantFrom('home', 'office', 'far', 'farther'),
      browser: fc.option(fc.constantFrom('stolen', 'other'), { nil: undefined }),
      right: fc.boolean(),
      pause: fc.integer({ min: 0, max: 2000 }),
      times: fc.integer({ min: 1, max: 100 }),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(strangers, (all) => {
      const door = new Door();
      for (const { pause, times, browser, ...by } of all) {
        door.now += pause * 1000;
        for (let time = 0; time < times; time += 1) {
          door.attempt({ ...by, ...(browser === undefined ? {} : { browser }) });
        }
        expect(door.attempt({ ...OWNER, browser: "the owner's", right: true })).toBe(0);
      }
    }),
  );
});

it('AC13 whoever has to wait waits for 15 minutes at most', () => {
  const others = fc.array(
    fc.record({
      account: fc.constantFrom('siti', 'budi', 'x'),
      network: fc.constantFrom('home', 'office', 'far'),
      pause: fc.integer({ min: 0, max: 1200 }),
      times: fc.integer({ min: 1, max: 80 }),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(others, fc.array(fc.nat(1000), { maxLength: 20 }), (all, tries) => {
      const door = new Door();
      for (const { pause, times, ...by } of all) {
        door.now += pause * 1000;
        for (let time = 0; time < times; time += 1) door.attempt(by);
      }
      const told = door.attempt({ ...OWNER, right: true });
      expect(told).toBeLessThanOrEqual(LONGEST_WAIT_SECONDS);
      expect(told).toBe(Math.floor(told));
      // Whatever anybody tries meanwhile, right or wrong, that wait gets no longer by it.
      const until = door.now + told * 1000;
      for (const milliseconds of tries) {
        if (door.now + milliseconds >= until) break;
        door.now += milliseconds;
        expect(door.attempt(OWNER)).toBeGreaterThan(0);
      }
      door.now = until;
      expect(door.attempt({ ...OWNER, right: true })).toBe(0);
    }),
  );
});

it('many networks together are few looks at one account', () => {
  const door = new Door();
  let looks = 0;
  const end = door.now + 24 * 60 * 60 * 1000;
  for (let round = 0; door.now < end; round += 1) {
    if (door.attempt({ account: 'siti', network: `bot ${round}` }) === 0) looks += 1;
    door.now += 10_000;
  }
  // 15 that are free, and then soon one each quarter of an hour.
  expect(looks).toBeLessThan(15 + 8 + 24 * 4 + 1);
});

it('one network holds up others behind it for a minute at most', () => {
  const door = new Door();
  for (let name = 0; name < 3000; name += 1) {
    door.attempt({ account: `name ${name}`, network: 'office' });
    door.now += 1000;
  }
  expect(door.attempt({ account: 'siti', network: 'office' })).toBeLessThanOrEqual(60);
  expect(door.attempt({ account: 'siti', network: 'office' })).toBeGreaterThan(0);
  expect(door.attempt({ account: 'siti', network: 'home' })).toBe(0);
});

it('an owner who mistypes on a known browser waits by the same measure, there alone', () => {
  const door = new Door();
  expect(door.fail({ ...OWNER, browser: 'tablet' }, 7)).toEqual([0, 0, 0, 0, 0, 5, 10]);
  expect(door.attempt({ ...OWNER, browser: 'tablet' })).toBe(20);
  expect(door.attempt({ ...OWNER, browser: 'telephone' })).toBe(0);
  expect(door.attempt(OWNER)).toBe(0);
});

it('an hour without failures makes everything as at first, and a clock set back lengthens nothing', () => {
  const at = (second: number) => new Date(Date.UTC(2026, 10, 25) + second * 1000);
  const failures = { BROWSER: { count: 1_000_000, latest: at(0) } };
  expect(secondsToWait(true, failures, at(0))).toBe(900);
  expect(secondsToWait(true, failures, at(0.5))).toBe(900);
  expect(secondsToWait(true, failures, at(899))).toBe(1);
  expect(secondsToWait(true, failures, at(900))).toBe(0);
  expect(secondsToWait(true, failures, at(FORGOTTEN_AFTER_SECONDS))).toBe(0);
  expect(secondsToWait(true, failures, at(-86_400))).toBe(900);
  expect(secondsToWait(false, failures, at(0))).toBe(0);
});

it('a wait is told in minutes once it is one, never too few of them', () => {
  const tell = SIGN_IN_REFUSALS.SIGN_IN_TOO_OFTEN.message;
  expect(tell(59).id).toMatch(/ 59 detik\.$/);
  expect(tell(60).id).toMatch(/ 1 menit\.$/);
  expect(tell(61).en).toMatch(/ 2 min\.$/);
  expect(tell(900).en).toMatch(/ 15 min\.$/);
});
