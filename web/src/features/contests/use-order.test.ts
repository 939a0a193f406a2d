import { readOrder } from './use-order.js';

describe('readOrder', () => {
  it('gives what was recorded', () => {
    const outcome = { __typename: 'ContestOpened', contest: 'c-1' };
    expect(readOrder(outcome)).toEqual({ kind: 'DONE', done: outcome });
  });
  it('gives what was refused, and beside which field that is said', () => {
    const told = { field: 'reason', message: 'Jelaskan.', messageEn: 'Explain.' };
    const outcome = {
      __typename: 'ContestRefused',
      code: 'CONTEST_REASON_MISSING',
      mender: 'SENDER',
      ...told,
    };
    expect(readOrder(outcome)).toEqual({ kind: 'TOLD', told });
  });
});
