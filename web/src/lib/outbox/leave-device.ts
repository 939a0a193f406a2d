import { indexedDbStore, OUTBOX_DATABASE } from './indexed-db-store.js';
import type { OutboxStore } from './outbox-store.js';

/** Whose it is that somebody was here last: nobody's own. */
export const NOBODY = '';
/** Under which name that is kept. */
export const LAST_VIEWER = 'last';

/** The store, where this browser has ever had one. */
async function storeIfAny(): Promise<OutboxStore<unknown> | null> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === OUTBOX_DATABASE) ? await indexedDbStore() : null;
  } catch {
    return null;
  }
}

/** How much of this account waits on this device to be sent. */
export async function countUnsent(account: string): Promise<number> {
  const store = await storeIfAny();
  if (store === null) return 0;
  const count = (await store.unsent()).get(account) ?? 0;
  store.close();
  return count;
}

/** Forgets who was here last, without a word on what they wrote. */
export async function forgetViewer(): Promise<void> {
  const store = await storeIfAny();
  if (store === null) return;
  await store.drop(NOBODY, 'VIEWER', LAST_VIEWER);
  store.close();
}

/** Forgets on this device who was here and what they were shown; what was never sent waits for them. */
export async function leaveDevice(account: string): Promise<void> {
  const store = await storeIfAny();
  if (store === null) return;
  await store.drop(NOBODY, 'VIEWER', LAST_VIEWER);
  await store.forget(account);
  store.close();
}
