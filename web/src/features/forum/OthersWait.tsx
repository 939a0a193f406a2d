import type { Language } from '../../lib/text/language.js';
import { useBox, useStored } from './box-context.js';
import type { ForumBox } from './forum-box.js';
import { OUTBOX_WORDS } from './forum-words.js';

const countOthers = async ({ store, account }: ForumBox) =>
  [...(await store.unsent())].reduce((sum, [whose, count]) => (whose === account ? sum : sum + count), 0);

/** That somebody else's entries wait on this device, and nothing of what they say. */
export function OthersWait({ language }: { readonly language: Language }) {
  const count = useStored(useBox(), countOthers) ?? 0;
  if (count === 0) return null;
  return (
    <p className="note">
      {count} {OUTBOX_WORDS.ofOthers[language]}
    </p>
  );
}
