/** Letters of a counter's code. */
const LENGTH = 20;

/** Where the code of a counter can be typed: with its region, for a server may hold several. */
export function typingAddress(origin: string, region: string): string {
  return `${origin}/nilai?${new URLSearchParams({ region })}`;
}

/** What the QR code of a counter opens. The code stands behind the #, which browsers send to no server. */
export function counterAddress(origin: string, region: string, code: string): string {
  return `${typingAddress(origin, region)}#${lettersOf(code)}`;
}

/** The code in what stands behind the # of an address; null where that is something else. */
export function codeInHash(hash: string): string | null {
  const letters = lettersOf(hash);
  return letters.length === LENGTH ? letters : null;
}

function lettersOf(code: string): string {
  return code.replace(/[^A-Za-z]/g, '').toUpperCase();
}
