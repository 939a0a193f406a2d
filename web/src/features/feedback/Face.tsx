/** The mouth for 1, 2, 3 and 4; the words beside it say the same. */
const MOUTHS = [
  'M7.5 17c1.2-2.4 2.7-3.4 4.5-3.4s3.3 1 4.5 3.4',
  'M8 16.2c1.2-.9 2.5-1.3 4-1.3s2.8.4 4 1.3',
  'M8 14.8c1.1 1.2 2.5 1.8 4 1.8s2.9-.6 4-1.8',
  'M7 13.6h10c-.5 2.9-2.3 4.6-5 4.6s-4.5-1.7-5-4.6z',
] as const;

/** A face for a rating of 1 (not good) to 4 (very good), drawn in the colour of the text around it. */
export function Face({ rating }: { readonly rating: 1 | 2 | 3 | 4 }) {
  return (
    <svg className="face-drawn" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" />
      <path d="M8.6 9v1.4M15.4 9v1.4" />
      <path d={MOUTHS[rating - 1]} />
    </svg>
  );
}
