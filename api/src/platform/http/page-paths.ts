/** The addresses that the web has pages for. A test holds this list against the web's own, so that neither drifts. */
export const PAGE_PATHS: readonly string[] = [
  '/',
  '/account',
  '/accounts',
  '/audit',
  '/complaints',
  '/corrections',
  '/devices',
  '/exports',
  '/explorer',
  '/feedback',
  '/forum',
  '/hadir',
  '/forum/plan',
  '/imports',
  '/invitation',
  '/janji',
  '/keluhan',
  '/me',
  '/nilai',
  '/policies',
  '/promises',
  '/services',
  '/set-up',
  '/sign-in',
  '/wall',
  '/webhooks',
];

/** Those below which there is a page about somebody or a unit, at its id. */
export const PAGE_PATHS_ABOUT: readonly string[] = [
  '/forum',
  '/forum/plan',
  '/forum/screen',
  '/scores',
  '/scores/unit',
];

const pages: ReadonlySet<string> = new Set(PAGE_PATHS);
const pagesAbout: ReadonlySet<string> = new Set(PAGE_PATHS_ABOUT);
/** Ids are UUIDs and nothing else: at an address with a NIP there is nothing. */
const ABOUT = /^(.+)\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the web has a page at this path; a slash at the end makes no difference. */
export function isPage(path: string): boolean {
  const plain = path.replace(/(.)\/$/, '$1');
  const above = ABOUT.exec(plain)?.[1];
  return above === undefined ? pages.has(plain) : pagesAbout.has(above);
}
