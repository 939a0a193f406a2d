import { amount, type Amount } from '../amount.js';

/** The weights that everybody of one role is scored with, whatever the targets say. */
export interface WeightSet {
  /** The role's code, as plans name it: 'LOKET'. Occurs once in a policy. */
  readonly role: string;
  /** In per cent, each above zero, the sum 100; an indicator, told by its code, occurs once. */
  readonly weights: readonly { readonly indicator: string; readonly weight: Amount }[];
}

/** The numbers of the scoring rules. A version, once scores name it, never changes; new numbers are a new version. */
export interface ScoringPolicy {
  /** '2026-1': a year and a count. */
  readonly version: string;
  /** POINTS: straight lines between floor, target and stretch. RATIO: realisation over target, as the SKP has it. */
  readonly attainmentMethod: 'POINTS' | 'RATIO';
  /** The most that an attainment can be, in points, 100 to 200. */
  readonly cap: Amount;
  /** Share of the planned weight that must have data before there is a value, 0 to 1. */
  readonly minimumCoverage: Amount;
  /** Lower edges, in points, each inside the better side. All three set a unit's state, the upper two a person's ratings. */
  readonly bands: {
    readonly above: Amount;
    readonly meets: Amount;
    readonly decide: Amount;
  };
  /** What work result and behaviour bring into the number shown, in per cent, the sum 100. */
  readonly shares: { readonly results: Amount; readonly behaviour: Amount };
  readonly behaviour: {
    /** Whole days after which an observation weighs half. */
    readonly halfLifeDays: number;
    /** Observations of a core value before it counts, and the different observers they come from. */
    readonly minimumObservations: number;
    readonly minimumObservers: number;
    /** Core values, of the seven, that must count before there is a behaviour value. */
    readonly minimumValues: number;
    /** Points of an observation below, at and above expectations (-1, 0 and +1), straight lines between. */
    readonly points: { readonly below: Amount; readonly meets: Amount; readonly above: Amount };
  };
  /** People with a value that a unit needs before its value is shown. */
  readonly minimumPeople: number;
  /** Days in which a score may be contested. */
  readonly contest: { readonly days: number; readonly calendar: 'WORKING' | 'CALENDAR' };
  /** Decimal places that people are shown, 0 to 6. Nothing is computed with it. */
  readonly shownPlaces: number;
  /** Empty: the weights of the targets hold. */
  readonly weightSets: readonly WeightSet[];
}

/**
 * The policy of 2026. Cap 120, the edges 110, 90 and 70, the shares 70 and 30 and the fourteen days are the ones that
 * PP 30/2019 uses; what they decide here, and every other number, is a choice of this product.
 */
export const FIRST_POLICY: ScoringPolicy = {
  version: '2026-1',
  attainmentMethod: 'POINTS',
  cap: amount('120'),
  minimumCoverage: amount('0.6'),
  bands: { above: amount('110'), meets: amount('90'), decide: amount('70') },
  shares: { results: amount('70'), behaviour: amount('30') },
  behaviour: {
    halfLifeDays: 45,
    minimumObservations: 3,
    minimumObservers: 2,
    minimumValues: 4,
    points: { below: amount('60'), meets: amount('100'), above: amount('120') },
  },
  minimumPeople: 3,
  contest: { days: 14, calendar: 'WORKING' },
  shownPlaces: 2,
  weightSets: [],
};
