/** Where a contribution lies on the bar of its siblings, from 0 to 1. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Sets the contributions of siblings end to end, each beginning where the one before ended, so that one sees that they
 * add up to the whole. What takes away leads back. Null: contributes nothing by itself, and has no place. For drawing only.
 */
export function contributionSpans(contributions: readonly (string | null)[]): readonly (Span | null)[] {
  let end = 0;
  const steps = contributions.map((contribution) => {
    if (contribution === null) return null;
    const start = end;
    end += Number(contribution);
    return { from: Math.min(start, end), to: Math.max(start, end) };
  });
  const lowest = Math.min(0, ...steps.flatMap((step) => step?.from ?? []));
  const highest = Math.max(0, ...steps.flatMap((step) => step?.to ?? []));
  const length = highest - lowest;
  return steps.map((step) =>
    step === null || length === 0
      ? null
      : { from: (step.from - lowest) / length, to: (step.to - lowest) / length },
  );
}
