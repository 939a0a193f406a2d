import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';

/** A wall or a service that needs more is for the whole region, or for the unit above. */
export const MOST_UNITS = 100;

/** Why a choice of units is not taken. */
export const UNIT_CHOICE_REFUSALS = {
  UNITS_MISSING: {
    when: 'The list of units is there and empty; the whole region is no list at all.',
    field: 'unitIds',
    mender: 'SENDER',
    message: {
      id: 'Belum ada unit kerja yang dipilih. Pilih paling sedikit satu, atau pilih seluruh wilayah.',
      en: 'No unit is chosen. Choose at least one, or choose the whole region.',
    },
  },
  UNITS_TOO_MANY: {
    when: `More than ${MOST_UNITS} units are named.`,
    field: 'unitIds',
    mender: 'SENDER',
    message: {
      id: `Paling banyak ${MOST_UNITS} unit kerja dapat dipilih. Pilih unit di atasnya, atau seluruh wilayah.`,
      en: `At most ${MOST_UNITS} units can be chosen. Choose the unit above them, or the whole region.`,
    },
  },
  UNIT_UNKNOWN: {
    when: 'The region has no unit of one of these ids.',
    field: 'unitIds',
    mender: 'SENDER',
    message: {
      id: 'Salah satu unit kerja tidak ada di wilayah ini. Muat ulang daftar unit, lalu pilih dari sana.',
      en: 'One of the units is not in this region. Load the list of units again and choose from there.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export type UnitChoiceRefusalCode = keyof typeof UNIT_CHOICE_REFUSALS;

/** What somebody may choose from: how many of the chosen units the region has. */
export type CountKnown = (unitIds: readonly string[]) => Promise<number>;

/**
 * The units that a wall or a service is for, each once; null: the whole region (rule AC17 in docs/ACCESS.md).
 */
export async function acceptUnits(
  unitIds: readonly string[] | null,
  countKnown: CountKnown,
): Promise<Outcome<string[] | null, UnitChoiceRefusalCode>> {
  if (unitIds === null) return ok(null);
  const refuse = (code: UnitChoiceRefusalCode) => refused(code, UNIT_CHOICE_REFUSALS[code]);
  const chosen = [...new Set(unitIds.map((id) => id.toLowerCase()))];
  if (chosen.length === 0) return refuse('UNITS_MISSING');
  if (chosen.length > MOST_UNITS) return refuse('UNITS_TOO_MANY');
  if ((await countKnown(chosen)) < chosen.length) return refuse('UNIT_UNKNOWN');
  return ok(chosen);
}
