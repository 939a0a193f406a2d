interface PageDotsProps {
  readonly pages: number;
  readonly page: number;
  readonly held: boolean;
}

/** Which page is shown. Dots, not a bar that always moves: nothing may burn in or draw the eye for no reason. */
export function PageDots({ pages, page, held }: PageDotsProps) {
  if (pages < 2) return null;
  return (
    <div className="dots" aria-hidden="true">
      {held && (
        <svg className="pause" viewBox="0 0 20 20">
          <path d="M3 2h5v16H3zM12 2h5v16h-5z" />
        </svg>
      )}
      {Array.from({ length: pages }, (_, n) => (
        <span key={n} className={n === page ? 'dot dot-shown' : 'dot'} />
      ))}
    </div>
  );
}
