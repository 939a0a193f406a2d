import { lazy, type ComponentType } from 'react';
import { NotFoundPage } from '../features/start/NotFoundPage.js';
import { StartPage } from '../features/start/StartPage.js';
import { PAGE_PATHS, PAGE_PATHS_ABOUT, type PagePath, type PagePathAbout } from './page-paths.js';

const PAGES: Readonly<Record<PagePath, ComponentType>> = {
  '/': StartPage,
  '/account': lazy(() => import('../features/account/AccountPage.js')),
  '/accounts': lazy(() => import('../features/accounts/AccountsPage.js')),
  '/audit': lazy(() => import('../features/audit/AuditPage.js')),
  '/complaints': lazy(() => import('../features/complaints/ComplaintsPage.js')),
  '/corrections': lazy(() => import('../features/privacy/CorrectionsPage.js')),
  '/devices': lazy(() => import('../features/devices/DevicesPage.js')),
  '/exports': lazy(() => import('../features/exports/ExportsPage.js')),
  '/explorer': lazy(() => import('../features/explorer/ExplorerPage.js')),
  '/feedback': lazy(() => import('../features/feedback/FeedbackPage.js')),
  '/forum': lazy(() => import('../features/forum/ForumListPage.js')),
  '/hadir': lazy(() => import('../features/forum/hall/HallPage.js')),
  '/forum/plan': lazy(() => import('../features/forum/plan/PlanPage.js')),
  '/imports': lazy(() => import('../features/imports/ImportsPage.js')),
  '/invitation': lazy(() => import('../features/session/InvitationPage.js')),
  '/janji': lazy(() => import('../features/promises/PromisesPage.js')),
  '/keluhan': lazy(() => import('../features/complaints/ComplainPage.js')),
  '/me': lazy(() => import('../features/privacy/MePage.js')),
  '/nilai': lazy(() => import('../features/feedback/LeavePage.js')),
  '/policies': lazy(() => import('../features/policies/PoliciesPage.js')),
  '/promises': lazy(() => import('../features/promises/ReportPage.js')),
  '/services': lazy(() => import('../features/services/ServicesPage.js')),
  '/set-up': lazy(() => import('../features/session/SetUpPage.js')),
  '/sign-in': lazy(() => import('../features/session/SignInPage.js')),
  '/wall': lazy(() => import('../features/wall/WallPage.js')),
  '/webhooks': lazy(() => import('../features/webhooks/WebhooksPage.js')),
};

const PAGES_ABOUT: Readonly<Record<PagePathAbout, ComponentType<{ readonly id: string }>>> = {
  '/forum': lazy(() => import('../features/forum/ConsolePage.js')),
  '/forum/plan': lazy(() => import('../features/forum/plan/ChangePlanPage.js')),
  '/forum/screen': lazy(() => import('../features/forum/screen/ScreenPage.js')),
  '/scores': lazy(() => import('../features/scores/PersonPage.js')),
  '/scores/unit': lazy(() => import('../features/scores/UnitPage.js')),
};

/** Ids are UUIDs and nothing else: an address with a NIP leads nowhere, and is not sent on. */
const ABOUT = /^(.+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The page at this path; a slash at the end makes no difference. */
export function pageAt(path: string): ComponentType {
  const plain = path.replace(/(.)\/+$/, '$1');
  const [, above = '', id = ''] = ABOUT.exec(plain) ?? [];
  const about = PAGE_PATHS_ABOUT.find((one) => one === above);
  if (about !== undefined) {
    const PageAbout = PAGES_ABOUT[about];
    return () => <PageAbout id={id} />;
  }
  const page = PAGE_PATHS.find((one) => one === plain);
  return page === undefined ? NotFoundPage : PAGES[page];
}
