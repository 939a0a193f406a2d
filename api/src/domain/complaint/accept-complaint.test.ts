import fc from 'fast-check';
import { acceptComplainant } from './accept-complainant.js';
import { acceptComplaintAnswer } from './accept-complaint-answer.js';
import { acceptComplaint, tooManyComplaints, type ComplaintInput } from './accept-complaint.js';
import { acceptErasure, tooManyCodes } from './accept-erasure.js';
import { acceptOpening } from './accept-opening.js';

const RATNA = { name: 'Bu Ratna', contact: '0812 0000 0000' };
const COMPLAINT: ComplaintInput = {
  text: 'Loket tutup pukul 11.40 padahal jadwalnya 12.00.',
  channel: 'WEB',
  naming: 'SECRET',
  complainant: RATNA,
};
const CONTEXT = { unitKnown: true, byFacilitator: false };
const codeOf = (change: Partial<ComplaintInput>, context: Partial<typeof CONTEXT> = {}) => {
  const outcome = acceptComplaint({ ...COMPLAINT, ...change }, { ...CONTEXT, ...context });
  return outcome.ok ? null : outcome.refusal.code;
};

describe('a complaint', () => {
  it('is taken with what it says and who says it, tidied', () => {
    const messy = { name: '  Bu   Ratna ', contact: '0812\n0000 0000' };
    expect(
      acceptComplaint({ ...COMPLAINT, text: `  ${COMPLAINT.text}\r\n`, complainant: messy }, CONTEXT),
    ).toEqual({ ok: true, value: { text: COMPLAINT.text, complainant: RATNA } });
  });

  it('is refused with the reason', () => {
    expect({
      COMPLAINT_TEXT_MISSING: codeOf({ text: 'x'.repeat(19) }),
      NOTE_TOO_LONG: codeOf({ text: 'x'.repeat(2_001) }),
      NOTE_UNREADABLE: codeOf({ text: `${COMPLAINT.text}\u0007` }),
      COMPLAINT_UNIT_UNKNOWN: codeOf({}, { unitKnown: false }),
      COMPLAINT_CHANNEL_OF_OFFICE: codeOf({ channel: 'COUNTER' }),
      COMPLAINANT_UNWANTED: codeOf({ naming: 'ANONYMOUS' }),
      COMPLAINANT_MISSING: codeOf({ complainant: null }),
      COMPLAINANT_NAME_LENGTH: codeOf({ complainant: { ...RATNA, name: 'R' } }),
      COMPLAINANT_CONTACT_LENGTH: codeOf({ complainant: { ...RATNA, contact: '0812' } }),
      COMPLAINANT_UNREADABLE: codeOf({ complainant: { ...RATNA, name: 'Ratna\u202e' } }),
    }).toEqual({
      COMPLAINT_TEXT_MISSING: 'COMPLAINT_TEXT_MISSING',
      NOTE_TOO_LONG: 'NOTE_TOO_LONG',
      NOTE_UNREADABLE: 'NOTE_UNREADABLE',
      COMPLAINT_UNIT_UNKNOWN: 'COMPLAINT_UNIT_UNKNOWN',
      COMPLAINT_CHANNEL_OF_OFFICE: 'COMPLAINT_CHANNEL_OF_OFFICE',
      COMPLAINANT_UNWANTED: 'COMPLAINANT_UNWANTED',
      COMPLAINANT_MISSING: 'COMPLAINANT_MISSING',
      COMPLAINANT_NAME_LENGTH: 'COMPLAINANT_NAME_LENGTH',
      COMPLAINANT_CONTACT_LENGTH: 'COMPLAINANT_CONTACT_LENGTH',
      COMPLAINANT_UNREADABLE: 'COMPLAINANT_UNREADABLE',
    });
    expect(codeOf({ text: 'x'.repeat(20) })).toBeNull();
    expect(codeOf({ text: 'x'.repeat(2_000) })).toBeNull();
  });

  it('comes by another way than the web where a facilitator writes it down', () => {
    for (const channel of ['COUNTER', 'FORUM', 'PHONE', 'LAPOR'] as const)
      expect(codeOf({ channel }, { byFacilitator: true })).toBeNull();
  });

  it('of a network that has filed too many waits, in minutes', () => {
    const { refusal } = tooManyComplaints(61);
    expect(refusal).toMatchObject({ code: 'COMPLAINT_TOO_MANY', field: null });
    expect(refusal.message.id).toContain('2 menit');
    expect(refusal.message.en).toContain('2 min');
  });
});

it('an anonymous complaint never has a name, and any other always has one', () => {
  const given = fc.option(fc.record({ name: fc.string(), contact: fc.string() }));
  fc.assert(
    fc.property(
      fc.constantFrom('ANONYMOUS' as const, 'SECRET' as const, 'NAMED' as const),
      given,
      (naming, who) => {
        const outcome = acceptComplainant(naming, who);
        if (outcome.ok) expect(outcome.value === null).toBe(naming === 'ANONYMOUS');
      },
    ),
  );
  expect(acceptComplainant('NAMED', { name: ' ', contact: '' })).toMatchObject({
    refusal: { code: 'COMPLAINANT_MISSING' },
  });
});

it('an answer has words, and is given once', () => {
  const code = (answer: string, complaint: { answered: boolean } | null = { answered: false }) => {
    const outcome = acceptComplaintAnswer(answer, complaint);
    return outcome.ok ? outcome.value : outcome.refusal.code;
  };
  expect(code(' Loket dibuka. ')).toBe('Loket dibuka.');
  expect(code('Sudah ya.')).toBe('COMPLAINT_ANSWER_MISSING');
  expect(code('x'.repeat(2_001))).toBe('NOTE_TOO_LONG');
  expect(code('Loket dibuka.', { answered: true })).toBe('COMPLAINT_ANSWERED');
  expect(code('Loket dibuka.', null)).toBe('COMPLAINT_UNKNOWN');
});

it('a name is opened with a reason, where there is one', () => {
  const code = (
    reason: string,
    complaint: Parameters<typeof acceptOpening>[1] = { naming: 'SECRET', kept: true },
  ) => {
    const outcome = acceptOpening(reason, complaint);
    return outcome.ok ? outcome.value : outcome.refusal.code;
  };
  expect(code(' Menelepon balik. ')).toBe('Menelepon balik.');
  expect(code('Ingin tau')).toBe('OPENING_REASON_LENGTH');
  expect(code('x'.repeat(501))).toBe('OPENING_REASON_LENGTH');
  expect(code('x'.repeat(500))).toBe('x'.repeat(500));
  expect(code('Menelepon balik.', { naming: 'ANONYMOUS', kept: false })).toBe('COMPLAINT_ANONYMOUS');
  expect(code('Menelepon balik.', { naming: 'NAMED', kept: false })).toBe('COMPLAINANT_GONE');
  expect(code('Menelepon balik.', null)).toBe('COMPLAINT_UNKNOWN');
});

it('a name is erased where there is one', () => {
  const code = (complaint: Parameters<typeof acceptErasure>[0]) => {
    const outcome = acceptErasure(complaint);
    return outcome.ok ? null : outcome.refusal.code;
  };
  expect(code({ naming: 'SECRET', kept: true })).toBeNull();
  expect(code({ naming: 'NAMED', kept: false })).toBe('COMPLAINANT_GONE');
  expect(code({ naming: 'ANONYMOUS', kept: false })).toBe('COMPLAINT_ANONYMOUS');
  expect(code(null)).toBe('TRACKING_CODE_UNKNOWN');
  expect(tooManyCodes(7).refusal.message.en).toContain('7 s');
});
