import type { Text } from '../../lib/text/language.js';
import { isOne, seesFigures, type Viewer } from '../../lib/viewer/viewer.js';
import { HEADER_WORDS } from './session-words.js';

/** One way that is open. */
export interface MenuEntry {
  readonly path: string;
  readonly words: Text;
  /** What has to be said with it. */
  readonly search: string;
}

/** The pages that are open to whoever looks, in a fixed order. Nothing else is hinted at. */
export function menuOf(viewer: Viewer): readonly MenuEntry[] {
  if (viewer.secondFactorDue) return [];
  const region = viewer.region === null ? '' : `?${new URLSearchParams({ region: viewer.region })}`;
  const [employee, leader, facilitator, administrator, auditor] = (
    ['SELF', 'LEADERSHIP', 'FACILITATOR', 'ADMINISTRATOR', 'AUDITOR'] as const
  ).map((opener) => isOne(viewer, opener));
  const entries: readonly (MenuEntry & { readonly open: boolean | undefined })[] = [
    { path: '/me', words: HEADER_WORDS.me, search: '', open: employee },
    { path: '/wall', words: HEADER_WORDS.wall, search: region, open: seesFigures(viewer) },
    { path: '/forum', words: HEADER_WORDS.forum, search: '', open: facilitator },
    { path: '/promises', words: HEADER_WORDS.promises, search: '', open: facilitator || leader },
    { path: '/forum/plan', words: HEADER_WORDS.forumPlan, search: '', open: leader && !facilitator },
    { path: '/complaints', words: HEADER_WORDS.complaints, search: '', open: facilitator || leader },
    { path: '/feedback', words: HEADER_WORDS.feedback, search: '', open: facilitator || leader },
    { path: '/policies', words: HEADER_WORDS.policies, search: region, open: leader },
    { path: '/accounts', words: HEADER_WORDS.accounts, search: '', open: administrator },
    { path: '/imports', words: HEADER_WORDS.imports, search: '', open: administrator },
    { path: '/devices', words: HEADER_WORDS.devices, search: '', open: administrator },
    { path: '/services', words: HEADER_WORDS.services, search: '', open: administrator },
    { path: '/webhooks', words: HEADER_WORDS.webhooks, search: '', open: administrator },
    { path: '/exports', words: HEADER_WORDS.exports, search: '', open: leader || administrator },
    { path: '/corrections', words: HEADER_WORDS.corrections, search: '', open: administrator },
    { path: '/audit', words: HEADER_WORDS.audit, search: '', open: auditor },
  ];
  return entries.filter(({ open }) => open).map(({ path, words, search }) => ({ path, words, search }));
}
