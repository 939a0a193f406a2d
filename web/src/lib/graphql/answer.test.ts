import { GraphQLError } from 'graphql';
import { CombinedError } from 'urql';
import { readAnswer, renewed, type Answer } from './answer.js';

const AT = 1_795_000_000_000;

describe('readAnswer', () => {
  it('gives the data with the time at which they came', () => {
    expect(readAnswer({ data: { value: '82.4' } }, AT)).toEqual({
      kind: 'GIVEN',
      data: { value: '82.4' },
      at: AT,
      notRenewed: null,
    });
  });
  it('is UNREACHABLE where the network failed, and where nothing came', () => {
    const error = new CombinedError({ networkError: new TypeError('Failed to fetch') });
    expect(readAnswer({ error }, AT)).toEqual({ kind: 'UNREACHABLE' });
    expect(readAnswer({}, AT)).toEqual({ kind: 'UNREACHABLE' });
  });
  it('is REFUSED in the words of the server, with the name of the failure in its log', () => {
    const refusal = (extensions: Record<string, unknown>) =>
      new CombinedError({ graphQLErrors: [new GraphQLError('Sedang sibuk.', { extensions })] });
    expect(
      readAnswer({ error: refusal({ code: 'UNAVAILABLE', correlationId: 'c-17' }), data: {} }, AT),
    ).toEqual({ kind: 'REFUSED', message: 'Sedang sibuk.', report: 'c-17', code: 'UNAVAILABLE' });
    expect(readAnswer({ error: refusal({ code: 'BAD_INPUT' }) }, AT)).toMatchObject({ report: null });
  });
});

describe('an answer that is asked for again', () => {
  const old: Answer<string> = { kind: 'GIVEN', data: '82.4', at: AT, notRenewed: null };
  const refused = { kind: 'REFUSED', message: 'Sedang sibuk.', report: null, code: 'UNAVAILABLE' } as const;

  it('stays where it could not be renewed, and says so', () => {
    const unrenewed = renewed(old, { kind: 'UNREACHABLE' });
    expect(unrenewed).toEqual({ ...old, notRenewed: 'UNREACHABLE' });
    expect(renewed(unrenewed, refused)).toEqual({ ...old, notRenewed: 'REFUSED' });
  });
  it('goes where it is not open to the viewer any more', () => {
    const closed = { ...refused, code: 'FORBIDDEN' };
    expect(renewed(old, closed)).toEqual(closed);
  });
  it('gives way to a new one', () => {
    const next: Answer<string> = { ...old, data: '83', at: AT + 1 };
    expect(renewed(renewed(old, refused), next)).toEqual(next);
  });
  it('is whatever came where nothing was given before', () => {
    expect(renewed(null, refused)).toEqual(refused);
    expect(renewed(refused, { kind: 'UNREACHABLE' })).toEqual({ kind: 'UNREACHABLE' });
  });
});
