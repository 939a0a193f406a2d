/** The door through which a request came in: what a sign-in has to know of it, and may leave at it. */
export interface Door {
  /** The network that it came from, as an address range; for counting attempts, never stored or logged in clear. */
  readonly network: string;
  /** The mark of a browser in which somebody has signed in before; null: none. */
  readonly knownBrowser: string | null;
  /** Leaves a session in the browser; over a websocket there is nowhere to leave one. */
  keepSession(token: string, expiresAt: Date): void;
  /** Leaves the mark of a known browser. */
  keepBrowser(mark: string): void;
  /** Takes the session out of the browser. */
  dropSession(): void;
}
