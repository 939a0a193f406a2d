interface ShownPhotoProps {
  readonly photo: { readonly address: string; readonly width: number; readonly height: number };
  /** What it shows, for whoever does not see it. */
  readonly alt: string;
}

/**
 * A picture of the server's, in a frame of one shape, so that nothing moves when it comes in; the whole of it is behind
 * it. It is fetched when somebody comes near it.
 */
export function ShownPhoto({ photo: { address, width, height }, alt }: ShownPhotoProps) {
  return (
    <a className="shown-photo" href={address}>
      <img src={address} width={width} height={height} alt={alt} loading="lazy" decoding="async" />
    </a>
  );
}
