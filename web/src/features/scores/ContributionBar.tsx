import type { Span } from './contribution-spans.js';

/** Which part of the whole above comes from here; what the siblings before it brought lies to its left. Says again what stands beside it in figures. */
export function ContributionBar({ span }: { readonly span: Span }) {
  return (
    <svg className="share" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect className="share-before" width={span.from * 100} height="1" />
      <rect className="share-here" x={span.from * 100} width={(span.to - span.from) * 100} height="1" />
    </svg>
  );
}
