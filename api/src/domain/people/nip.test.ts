import fc from 'fast-check';
import {
  formatNip,
  maskNip,
  NIP_REFUSALS,
  readNip,
  type EmploymentStatus,
  type NipRefusalCode,
} from './nip.js';

const TODAY = '2026-11-24';

/** The parts of a NIP as people know them. */
interface Parts {
  readonly status: EmploymentStatus;
  readonly birth: string;
  readonly year: string;
  readonly code: string;
  readonly sex: string;
  readonly sequence: string;
}

const nipOf = ({ birth, year, code, sex, sequence }: Parts) => `${birth}${year}${code}${sex}${sequence}`;
const digits = (n: number, length: number) => n.toString().padStart(length, '0');

/** Every person of 18 to 59 years at an appointment until last year: inside all limits, by construction. */
const people: fc.Arbitrary<Parts> = fc
  .record({
    status: fc.constantFrom('PNS' as const, 'PPPK' as const, 'PPPK_PART_TIME' as const),
    born: fc.date({ min: new Date('1940-01-01'), max: new Date('2005-12-31'), noInvalidDate: true }),
    age: fc.integer({ min: 18, max: 59 }),
    month: fc.integer({ min: 1, max: 12 }),
    agreement: fc.integer({ min: 13, max: 99 }),
    sex: fc.constantFrom('1', '2'),
    sequence: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ status, born, age, month, agreement, sex, sequence }) => ({
    status,
    birth: born.toISOString().slice(0, 10).replaceAll('-', ''),
    // In the year after the birthday of that age: whatever the month, the age is `age` or one more.
    year: digits(born.getUTCFullYear() + age + 1, 4),
    code: digits(status === 'PNS' ? month : agreement, 2),
    sex,
    sequence: digits(sequence, 3),
  }))
  .filter(({ year }) => year < '2026');

function codeOf(parts: Parts): NipRefusalCode | null {
  const outcome = readNip(nipOf(parts), parts.status, TODAY);
  return outcome.ok ? null : outcome.refusal.code;
}

it('reads the printed form and prints it again', () => {
  expect(readNip(' 19860926 201505 1 001\n', 'PNS', TODAY)).toEqual({
    ok: true,
    value: '198609262015051001',
  });
  expect(formatNip('198609262015051001')).toBe('19860926 201505 1 001');
  expect(readNip('19900913 2025 24 2 014', 'PPPK_PART_TIME', TODAY).ok).toBe(true);
});

it('masks birth date, appointment and sex', () => {
  expect(maskNip('198609262015051001')).toBe('•••••••• •••••• • 001');
  fc.assert(
    fc.property(people, (parts) => {
      expect(maskNip(nipOf(parts)).replace(/\D/g, '')).toBe(parts.sequence);
    }),
  );
});

it('takes every NIP that is built by its rules', () => {
  fc.assert(
    fc.property(people, (parts) => {
      expect(readNip(formatNip(nipOf(parts)), parts.status, TODAY)).toEqual({
        ok: true,
        value: nipOf(parts),
      });
    }),
    { numRuns: 1000 },
  );
});

describe('refuses each broken part with its own code', () => {
  const anyPerson = (check: (parts: Parts) => void) =>
    fc.assert(fc.property(people, check), { numRuns: 300 });

  it('NIP_LENGTH: a digit too few, one too many, or none', () => {
    const mutations = fc.integer({ min: 0, max: 17 });
    fc.assert(
      fc.property(people, mutations, fc.constantFrom('', '00', 'A', '\u0663', '-'), (parts, at, instead) => {
        const nip = nipOf(parts);
        const outcome = readNip(nip.slice(0, at) + instead + nip.slice(at + 1), parts.status, TODAY);
        expect(!outcome.ok && outcome.refusal.code).toBe('NIP_LENGTH');
      }),
    );
  });

  it('NIP_BIRTH_DATE: a day that does not exist, or is still to come', () => {
    anyPerson((parts) => {
      const year = parts.birth.slice(0, 4);
      const impossible = ['0000', '0001', '0100', '1301', '0132', '0230', '0431', '9999'];
      for (const day of impossible) {
        expect(codeOf({ ...parts, birth: `${year}${day}` })).toBe('NIP_BIRTH_DATE');
      }
      expect(codeOf({ ...parts, birth: '20261125' })).toBe('NIP_BIRTH_DATE');
    });
    const born29February = { status: 'PNS', year: '2010', code: '01', sex: '1', sequence: '901' } as const;
    expect(codeOf({ ...born29February, birth: '19840229' })).toBeNull();
    expect(codeOf({ ...born29February, birth: '19850229' })).toBe('NIP_BIRTH_DATE');
  });

  it('NIP_STATUS: the month of a PNS in a PPPK, or the other way round', () => {
    anyPerson((parts) => {
      expect(codeOf({ ...parts, code: parts.status === 'PNS' ? '21' : '05' })).toBe('NIP_STATUS');
      expect(codeOf({ ...parts, status: parts.status === 'PNS' ? 'PPPK' : 'PNS' })).toBe('NIP_STATUS');
    });
  });

  it('NIP_APPOINTMENT: after today', () => {
    anyPerson((parts) => {
      expect(codeOf({ ...parts, year: '2027' })).toBe('NIP_APPOINTMENT');
    });
    const young = { status: 'PNS', birth: '20000101', year: '2026', sex: '2', sequence: '901' } as const;
    expect(codeOf({ ...young, code: '11' })).toBeNull();
    expect(codeOf({ ...young, code: '12' })).toBe('NIP_APPOINTMENT');
  });

  it('NIP_AGE: a child or an elder at appointment', () => {
    anyPerson((parts) => {
      const born = Number(parts.birth.slice(0, 4));
      // Age 16 at the very most, 61 at the very least, on any day of the year.
      expect(codeOf({ ...parts, year: digits(born + 16, 4) })).toBe('NIP_AGE');
      expect(codeOf({ ...parts, birth: `18${parts.birth.slice(2)}`.replace('0229', '0228') })).toBe(
        'NIP_AGE',
      );
      expect(codeOf({ ...parts, birth: `${Number(parts.year) - 62}0715` })).toBe('NIP_AGE');
    });
  });

  it('NIP_AGE: 17 and 60 are inside, counted to the month', () => {
    const person = { status: 'PNS', birth: '20000615', sex: '1', sequence: '901' } as const;
    expect(codeOf({ ...person, year: '2017', code: '05' })).toBe('NIP_AGE');
    expect(codeOf({ ...person, year: '2017', code: '06' })).toBeNull();
    const elder = { ...person, birth: '19500615' };
    expect(codeOf({ ...elder, year: '2011', code: '06' })).toBeNull();
    expect(codeOf({ ...elder, year: '2011', code: '07' })).toBe('NIP_AGE');
    // Sixty-one on the very first day on which the appointment can have been.
    expect(codeOf({ ...elder, birth: '19500601', year: '2011', code: '06' })).toBe('NIP_AGE');
    const agreement = { ...elder, status: 'PPPK', code: '21' } as const;
    expect(codeOf({ ...agreement, year: '2011' })).toBeNull();
    expect(codeOf({ ...agreement, year: '2012' })).toBe('NIP_AGE');
  });

  it('NIP_SEX: neither 1 nor 2', () => {
    anyPerson((parts) => {
      for (const sex of '03456789') expect(codeOf({ ...parts, sex })).toBe('NIP_SEX');
    });
  });

  it('NIP_SEQUENCE: 000', () => {
    anyPerson((parts) => {
      expect(codeOf({ ...parts, sequence: '000' })).toBe('NIP_SEQUENCE');
    });
  });
});

it('no refusal repeats what was given', () => {
  const broken = fc
    .tuple(people, fc.integer({ min: 0, max: 17 }), fc.constantFrom('', '9', '0', 'A'))
    .map(([parts, at, instead]) => {
      const nip = nipOf(parts);
      return { status: parts.status, text: nip.slice(0, at) + instead + nip.slice(at + 1) };
    });
  fc.assert(
    fc.property(broken, ({ status, text }) => {
      const outcome = readNip(text, status, TODAY);
      if (outcome.ok) return;
      const said = JSON.stringify(outcome.refusal);
      for (let at = 0; at + 4 <= text.length; at += 1) expect(said).not.toContain(text.slice(at, at + 4));
    }),
    { numRuns: 500 },
  );
});

it('every code of the list says when it happens, in a row of its own', () => {
  const whens = Object.values(NIP_REFUSALS).map(({ when }) => when);
  expect(new Set(whens).size).toBe(7);
});
