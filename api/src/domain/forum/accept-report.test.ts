import fc from 'fast-check';
import { acceptReport, type Report, type Reported } from './accept-report.js';

const promise: Reported = { id: 'lampu', state: 'PROMISED', withdrawn: false };
const done: Report = { state: 'DONE', note: ' Enam lampu menyala. ', photo: null };
const codeOf = (outcome: ReturnType<typeof acceptReport>) => (outcome.ok ? null : outcome.refusal.code);

describe('a report', () => {
  it('is taken with its picture, or without one', () => {
    const kept = { state: 'DONE', note: 'Enam lampu menyala.' };
    expect(acceptReport(done, promise, null)).toMatchObject({ ok: true, value: { ...kept, photoId: null } });
    const shown = acceptReport({ ...done, photo: 'foto' }, promise, { commitmentId: 'lampu' });
    expect(shown).toMatchObject({ ok: true, value: { ...kept, photoId: 'foto' } });
  });

  it.each([
    ['has not come in', null],
    ['is of a session', {}],
    ['is of a session, and of no promise', { commitmentId: null }],
    ['is of another promise', { commitmentId: 'saluran' }],
  ])('names no picture that %s', (_, picture) => {
    expect(codeOf(acceptReport({ ...done, photo: 'foto' }, promise, picture))).toBe('REPORT_PHOTO_UNKNOWN');
  });

  it('is of a promise that is there and under way, whatever picture it names', () => {
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom('lampu', 'saluran').map((commitmentId) => ({ commitmentId }))),
        fc.option(fc.constant('foto')),
        (picture, photo) => {
          const report = { ...done, photo };
          expect(codeOf(acceptReport(report, null, picture))).toBe('COMMITMENT_UNKNOWN');
          expect(codeOf(acceptReport(report, { ...promise, withdrawn: true }, picture))).toBe(
            'COMMITMENT_UNKNOWN',
          );
          for (const state of ['DONE', 'CANNOT'] as const) {
            expect(codeOf(acceptReport(report, { ...promise, state }, picture))).toBe('COMMITMENT_SETTLED');
          }
        },
      ),
    );
  });

  it('that it cannot be done needs its reason, with a picture too', () => {
    const cannot = { state: 'CANNOT', note: 'Tidak.', photo: 'foto' } as const;
    expect(codeOf(acceptReport(cannot, promise, { commitmentId: 'lampu' }))).toBe('REPORT_NOTE_MISSING');
  });
});
