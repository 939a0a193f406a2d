import { lazy, type ComponentType } from 'react';
import { NotFoundPage } from '../features/start/NotFoundPage.js';
import { StartPage } from '../features/start/StartPage.js';

const PAGES: Readonly<Record<string, ComponentType>> = {
  '/': StartPage,
  '/wall': lazy(() => import('../features/wall/WallPage.js')),
};

/** The page at this path; a slash at the end makes no difference. */
export function pageAt(path: string): ComponentType {
  return PAGES[path.replace(/(.)\/+$/, '$1')] ?? NotFoundPage;
}
