import fc from 'fast-check';
import {
  AMOUNT_REFUSALS,
  amount,
  divideRounded,
  formatAmount,
  multiplyDivide,
  readAmount,
  type AmountRefusalCode,
} from './amount.js';

const amounts = fc.bigInt({ min: -999_999_999_999_999_999n, max: 999_999_999_999_999_999n });

function refusalOf(text: string) {
  const outcome = readAmount(text);
  if (outcome.ok) throw new Error(`"${text}" was read as ${formatAmount(outcome.value)}`);
  return outcome.refusal;
}

it('DE1 an amount is exact to the millionth', () => {
  expect(formatAmount(amount('0.1') + amount('0.2'))).toBe('0.3');
  expect(formatAmount(1000n * amount('0.000001'))).toBe('0.001');
});

describe('DE2 an amount has one canonical text', () => {
  it('DE2 an amount has one canonical text', () => {
    expect(readAmount('12.50')).toEqual({ ok: true, value: 12_500_000n });
    expect(formatAmount(12_500_000n)).toBe('12.5');
  });

  it.each(['0', '-1', '12.5', '999999999999.999999', '-0.000001', '100.000000', '0.0'])(
    'takes %s',
    (text) => {
      expect(readAmount(text)).toEqual({ ok: true, value: amount(text) });
    },
  );

  it.each([
    '',
    ' ',
    ' 1',
    '1 ',
    '1\n',
    '+1',
    '01',
    '-01',
    '00',
    '-0',
    '-0.0',
    '-0.000000',
    '.5',
    '5.',
    '-',
    '.',
    '1.2.3',
    '12,5',
    '1e3',
    '1e309',
    'NaN',
    'Infinity',
    '-Infinity',
    '0x10',
    '1_000',
    '١٢',
    '１２',
    '12.5 menit',
    '--1',
  ])('refuses %j as NOT_A_DECIMAL', (text) => {
    expect(refusalOf(text)).toMatchObject({ code: 'NOT_A_DECIMAL', field: null, mender: 'SENDER' });
  });

  it.each(['1234567890123', '-1234567890123', '0.1234567', '0.0000000', '9'.repeat(1_000_000)])(
    'refuses %.20s as TOO_MANY_DIGITS',
    (text) => {
      expect(refusalOf(text)).toMatchObject({ code: 'TOO_MANY_DIGITS', field: null, mender: 'SENDER' });
    },
  );

  it('reads what it writes', () => {
    fc.assert(
      fc.property(amounts, (a) => {
        expect(readAmount(formatAmount(a))).toEqual({ ok: true, value: a });
        expect(amount(formatAmount(a))).toBe(a);
      }),
    );
  });

  it('writes what it reads, but for zeros at the end', () => {
    const texts = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 1n, max: 999_999_999_999n }), fc.stringMatching(/^(\.\d{1,6})?$/))
      .map(([negative, whole, fraction]) => `${negative ? '-' : ''}${whole}${fraction}`);
    fc.assert(
      fc.property(texts, (text) => {
        const read = readAmount(text);
        expect(read.ok && formatAmount(read.value)).toBe(
          text.includes('.') ? text.replace(/\.?0+$/, '') : text,
        );
      }),
    );
  });

  it('reads any text at all without throwing, and only canonical ones', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123.,-+e% ') })), (text) => {
        const read = readAmount(text);
        if (read.ok)
          expect(formatAmount(read.value)).toBe(text.includes('.') ? text.replace(/\.?0+$/, '') : text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('DE3 a refused number comes with its mended form where there is only one', () => {
  it('DE3 a refused number comes with its mended form where there is only one', () => {
    expect(refusalOf('12,5').message).toEqual({
      id: 'Nilai "12,5" bukan bilangan desimal. Bila maksudnya 12.5, tulis 12.5.',
      en: 'The value "12,5" is not a decimal number. If it means 12.5, write 12.5.',
    });
    expect(refusalOf('1.234,5').message.en).toContain('write 1234.5.');
    expect(refusalOf('1.000.000').message.en).toContain('write 1000000.');
    expect(refusalOf('1,234').message.en).toContain('Write the number alone');
  });

  it('repeats neither letters nor what is as long as a NIP', () => {
    for (const text of [
      'Siti Aminah',
      '19860926 201505 1 001',
      '198609262015051001,0',
      '19860926,201505',
      '15 menit',
    ]) {
      const { id, en } = refusalOf(text).message;
      expect(id).toMatch(/^Nilai ini bukan bilangan desimal\. Tulis angkanya saja/);
      expect(en).toMatch(/^This value is not a decimal number\. Write the number alone/);
    }
    expect(JSON.stringify(refusalOf('198609262015051001'))).not.toContain('1986');
  });

  it('proposes only what it would take', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123.,-+% '), maxLength: 14 }), (text) => {
        const read = readAmount(text);
        if (read.ok) return;
        const proposed = /write (\S+)\.$/.exec(read.refusal.message.en)?.[1];
        if (proposed !== undefined) expect(readAmount(proposed).ok).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays short however long the text', () => {
    expect(refusalOf(' '.repeat(1_000_000) + 'x').message.id.length).toBeLessThan(200);
    expect(refusalOf('1,'.repeat(500_000)).message.id.length).toBeLessThan(200);
  });
});

describe('DE4 rounding is half away from zero at the sixth place', () => {
  it('DE4 rounding is half away from zero at the sixth place', () => {
    expect(formatAmount(multiplyDivide(amount('1'), amount('2'), amount('3')))).toBe('0.666667');
    expect(multiplyDivide(1n, amount('1'), amount('2'))).toBe(1n);
    expect(multiplyDivide(-1n, amount('1'), amount('2'))).toBe(-1n);
    expect(multiplyDivide(1n, amount('1'), amount('-2'))).toBe(-1n);
    expect(multiplyDivide(1n, amount('1'), amount('3'))).toBe(0n);
    expect(divideRounded(-7n, 2n)).toBe(-4n);
  });

  it('gives the nearest amount, and of two equally near ones the one farther from zero', () => {
    const size = (n: bigint) => (n < 0n ? -n : n);
    fc.assert(
      fc.property(
        amounts,
        fc.oneof(amounts, fc.bigInt(-5n, 5n)),
        fc.oneof(amounts, fc.bigInt(-6n, 6n)).filter((c) => c !== 0n),
        (a, b, c) => {
          const result = multiplyDivide(a, b, c);
          // As rationals over 2c, without dividing: |result - ab/c| <= 1/2.
          const error = size(2n * (result * c - a * b));
          expect(error <= size(c)).toBe(true);
          if (error === size(c)) expect(size(result * c) > size(a * b)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never divides by zero in silence', () => {
    expect(() => multiplyDivide(1n, 1n, 0n)).toThrow(RangeError);
  });
});

it('a row of the database may hold a sum that nobody may send', () => {
  expect(amount('123456789012345678901234.123456')).toBe(123456789012345678901234123456n);
  expect(amount('12.500000')).toBe(12_500_000n);
  for (const text of ['', '1,5', 'NaN', '0.1234567']) expect(() => amount(text)).toThrow(RangeError);
});

it('every code of the list is reached', () => {
  const reached = new Set<AmountRefusalCode>(['x', '0.1234567'].map((text) => refusalOf(text).code));
  expect([...reached].sort()).toEqual(Object.keys(AMOUNT_REFUSALS).sort());
});

it.each([
  ['12345.1234567', 'TOO_MANY_DIGITS'],
  ['9.1234567', 'TOO_MANY_DIGITS'],
  ['x9.1234567', 'NOT_A_DECIMAL'],
  ['9.1234567x', 'NOT_A_DECIMAL'],
  ['01.1234567', 'NOT_A_DECIMAL'],
  ['a.1234567', 'NOT_A_DECIMAL'],
])('%s is %s: too fine only where it would be a decimal otherwise', (text, code) => {
  const read = readAmount(text);
  expect(!read.ok && read.refusal.code).toBe(code);
});

describe('a refused text is repeated in the message', () => {
  const repeats = (text: string) => {
    const read = readAmount(text);
    return !read.ok && read.refusal.message.en.includes(`"${text}"`);
  };

  it.each(['12,5', '+1', `${' '.repeat(23)}1`, '+123456789012'])('where it is %s', (text) => {
    expect(repeats(text)).toBe(true);
  });

  it.each([
    ['is empty', ''],
    ['is blank', '   '],
    ['is long', `${' '.repeat(24)}1`],
    ['begins with a letter', 'a1'],
    ['ends with a letter', '1a'],
    ['has more digits than an amount', '+1234567890123'],
  ])('but not where it %s', (_, text) => {
    expect(repeats(text)).toBe(false);
  });
});
