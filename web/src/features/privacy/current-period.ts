interface Period {
  readonly code: string;
  /** LocalDate. */
  readonly startsOn: string;
  /** LocalDate. */
  readonly endsOn: string;
}

/** The period under way on this day (LocalDate), else the latest that has begun; null: none has. */
export function currentPeriod<P extends Period>(periods: readonly P[], today: string): P | null {
  const begun = periods
    .filter(({ startsOn }) => startsOn <= today)
    .toSorted((one, other) => (one.startsOn < other.startsOn ? 1 : -1));
  return begun.find(({ endsOn }) => today <= endsOn) ?? begun[0] ?? null;
}
