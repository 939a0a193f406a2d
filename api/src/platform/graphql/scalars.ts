import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { readCursor } from '../changes/cursor.js';

export { GraphQLUUID as Uuid } from 'graphql-scalars';

/** The library's scalar under the name that integrators expect. */
export const Instant = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'An instant, ISO 8601 with its offset, such as "2026-11-24T02:30:00Z"; given out in UTC.',
});

/**
 * The library's scalar without its first years: the database knows no year 0, and a day of the year 1 begins in it west
 * of Asia/Jakarta. Which days make sense, the domain says.
 */
export const LocalDate = new GraphQLScalarType<string, string>({
  ...GraphQLLocalDate.toConfig(),
  description: 'A day of the years 1000 to 9999, ISO 8601, such as "2026-11-24".',
  parseValue: (value) => sinceYear1000(GraphQLLocalDate.parseValue(value)),
  parseLiteral: (node) => sinceYear1000(GraphQLLocalDate.parseLiteral(node)),
});

function sinceYear1000(day: string): string {
  if (day >= '1000') return day;
  throw new GraphQLError('LocalDate takes a day of the years 1000 to 9999.', {
    extensions: { code: 'BAD_INPUT' },
  });
}

function textScalar(options: {
  name: string;
  description: string;
  accepts: (text: string) => boolean;
  takes: string;
}): GraphQLScalarType<string, string> {
  const { name, description, accepts, takes } = options;
  const read = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    // The value is not repeated: it may be what somebody pasted into the wrong place.
    const given = typeof value === 'string' ? 'another text' : `a ${typeof value}`;
    throw new GraphQLError(`${name} takes ${takes}; got ${given}.`, { extensions: { code: 'BAD_INPUT' } });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: read,
    parseLiteral: (node: ValueNode) =>
      read(node.kind === Kind.STRING ? node.value : 'value' in node ? Number(node.value) : null),
  });
}

/** Longer texts cannot be amounts; the domain says what is wrong with shorter ones. */
const LONGEST_DECIMAL = 64;

/**
 * Any short text passes here: whether it is a canonical decimal is for the domain to say, since it is the person's
 * typing and gets a refusal that can be mended, not a protocol error. A JSON number is refused: it would be a float.
 */
export const Decimal = textScalar({
  name: 'Decimal',
  description:
    'An exact decimal as text: an optional minus, at most 12 digits, and an optional point with at most 6 places, ' +
    'for example "12.5". Never a JSON number, which would be a float. Source: product choice (DE1 of SCORING.md).',
  accepts: (text) => text.length <= LONGEST_DECIMAL,
  takes: 'a decimal as text of at most 64 characters, such as "12.5" in quotation marks',
});

export const Cursor = textScalar({
  name: 'Cursor',
  description:
    'A place in a region\'s change stream, "<epoch>:<offset>". Within an epoch offsets grow by exactly one for each ' +
    'change, in commit order. Keep the latest one and give it back as `after`.',
  accepts: (text) => readCursor(text) !== null,
  takes: 'a cursor that this server gave out, such as "k3x9f2:1042"',
});

const REGION_CODE = /^\d{2}\.\d{2}$/;

export const RegionCode = textScalar({
  name: 'RegionCode',
  description:
    'Kemendagri code of a kabupaten or kota, two digits, a point, two digits: "35.78" is Kota Surabaya. ' +
    'Source: Kepmendagri on codes of administrative areas.',
  accepts: (text) => REGION_CODE.test(text),
  takes: 'the code of a kabupaten or kota, such as "35.78"',
});
