import { leaving } from './leaving.js';
import type { Assignment } from './service-days.js';

const post = (startsOn: string, endsOn: string | null = null, kind: Assignment['kind'] = 'REGULAR') => ({
  unitId: 'u',
  ...{ kind, startsOn, endsOn },
});

describe('somebody who leaves', () => {
  it('has yesterday as the last day, and of what began today that day', () => {
    expect(leaving('2026-12-03', [post('2020-01-01')])).toEqual([post('2020-01-01', '2026-12-02')]);
    expect(leaving('2026-12-03', [post('2026-12-03')])).toEqual([post('2026-12-03', '2026-12-03')]);
  });

  it('lays down what they stand in for, too, and leaves alone what is over', () => {
    expect(
      leaving('2026-12-03', [
        post('2019-01-01'),
        post('2020-01-01'),
        post('2026-11-01', '2026-12-31', 'ACTING'),
        post('2026-01-01', '2026-02-01', 'ACTING'),
      ]),
    ).toEqual([post('2020-01-01', '2026-12-02'), post('2026-11-01', '2026-12-02', 'ACTING')]);
    expect(leaving('2026-12-03', [post('2020-01-01', '2026-12-02')])).toEqual([]);
  });
});
