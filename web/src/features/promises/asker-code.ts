/** Consonants that are not mistaken for each other; the code of somebody who asked has twelve of them. */
const CODE = /^[BCDFGHJKLMNPQRSTVWXZ]{12}$/;
/** Where the link for keyboards leads: no code, though it stands behind the # too. */
const SKIP = '#content';

/** What stands behind the # of an address: nothing, a code, or something that should have been one. */
export type CodeInHash =
  { readonly kind: 'NONE' } | { readonly kind: 'CODE'; readonly code: string } | { readonly kind: 'BROKEN' };

/** The code in what was typed, whatever its case and however it is grouped; null where it can be none. */
export function readAskerCode(typed: string): string | null {
  const letters = typed.replace(/[\s\-–.·]/g, '').toUpperCase();
  return CODE.test(letters) ? letters : null;
}

/** The code in `window.location.hash`. */
export function codeInHash(hash: string): CodeInHash {
  if (hash.length < 2 || hash === SKIP) return { kind: 'NONE' };
  const code = readAskerCode(decoded(hash.slice(1)));
  return code === null ? { kind: 'BROKEN' } : { kind: 'CODE', code };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
