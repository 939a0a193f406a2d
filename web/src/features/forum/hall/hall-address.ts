/** What the QR code in a hall says. */
export interface HallAddress {
  /** For example '35.78'. */
  readonly region: string;
  /** UUID. */
  readonly session: string;
  /** Its letters alone. */
  readonly code: string;
}

const HASH =
  /^#(\d{2}\.\d{2})\.([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([A-Z]{12})$/i;

/**
 * What the QR code opens. All of it stands behind the #, which browsers send to no server, and it is as short as can be:
 * the fewer modules a code has, the farther away it is read.
 */
export function hallAddress(origin: string, { region, session, code }: HallAddress): string {
  return `${origin}/hadir#${region}.${session.replaceAll('-', '')}.${code.replace(/[^A-Za-z]/g, '')}`;
}

/** What stands behind the # of an address; null where that is something else. */
export function hallInHash(hash: string): HallAddress | null {
  const found = HASH.exec(hash);
  if (found === null) return null;
  const [, region, ...rest] = found;
  const code = rest.pop()!;
  return { region: region!, session: rest.join('-').toLowerCase(), code: code.toUpperCase() };
}
