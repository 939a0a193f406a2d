/** Where there are pages. The server knows the same list: what stands in neither is answered as not found. */
export const PAGE_PATHS = [
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
] as const;

/** Where there are pages about one person or one unit; the address below ends with its id. */
export const PAGE_PATHS_ABOUT = [
  '/forum',
  '/forum/plan',
  '/forum/screen',
  '/scores',
  '/scores/unit',
] as const;

export type PagePath = (typeof PAGE_PATHS)[number];
export type PagePathAbout = (typeof PAGE_PATHS_ABOUT)[number];
