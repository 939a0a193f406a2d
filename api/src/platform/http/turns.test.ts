import fc from 'fast-check';
import { createTurns } from './turns.js';

describe('turns', () => {
  it('let no more run at a time than they are for, everybody in order, also where work fails', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.record({ steps: fc.nat(5), fails: fc.boolean() }), { maxLength: 20 }),
        async (atOnce, works) => {
          const turns = createTurns(atOnce);
          let running = 0;
          const began: number[] = [];
          const ends = await Promise.allSettled(
            works.map(({ steps, fails }, n) =>
              turns.take(async () => {
                began.push(n);
                running += 1;
                expect(running).toBeLessThanOrEqual(atOnce);
                for (let step = 0; step < steps; step += 1) await Promise.resolve();
                running -= 1;
                if (fails) throw new Error('as wished');
              }),
            ),
          );
          expect(ends.map(({ status }) => status === 'rejected')).toEqual(works.map(({ fails }) => fails));
          expect(began).toEqual(works.map((_, n) => n));
        },
      ),
    );
  });
});
