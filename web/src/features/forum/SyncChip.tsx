import { formatClock } from '../../lib/text/format-time.js';
import type { Language, Text } from '../../lib/text/language.js';
import { useBox, useStored } from './box-context.js';
import type { ForumBox } from './forum-box.js';
import { isHarmless } from './entry-part.js';
import { OUTBOX_WORDS } from './forum-words.js';
import { useOnline } from './use-online.js';

const look = async (box: ForumBox) => {
  const { store, account } = box;
  const [waiting, refused, { lastSentAt }] = [
    await store.waiting(account),
    await store.refused(account),
    await store.device(),
  ];
  const photos = await store.photosWaiting(account);
  return {
    waiting: waiting.length + photos,
    refused: refused.filter(({ refusal }) => !isHarmless(refusal)).length,
    lastSentAt,
    state: box.sender().kind,
  };
};

/** Always in sight: how much is on this device alone, and when something last got away. */
export function SyncChip({ language }: { readonly language: Language }) {
  const seen = useStored(useBox(), look);
  const online = useOnline();
  if (seen === undefined) return null;
  const { waiting, refused, lastSentAt, state } = seen;
  const why = waiting === 0 ? null : reasonOf(state, online);
  const last =
    lastSentAt === null ? null : `${OUTBOX_WORDS.lastSent[language]} ${formatClock(lastSentAt, language)}`;
  const parts = [
    waiting === 0 && refused > 0
      ? null
      : waiting === 0
        ? (last === null ? OUTBOX_WORDS.nothingYet : OUTBOX_WORDS.allSent)[language]
        : `${OUTBOX_WORDS.kept[language]} · ${waiting} ${OUTBOX_WORDS.waiting[language]}`,
    refused > 0 && `${refused} ${OUTBOX_WORDS.toLookAt[language]}`,
    why?.[language],
    last ?? (waiting > 0 && OUTBOX_WORDS.never[language]),
  ].filter((part): part is string => typeof part === 'string');
  const mood = refused > 0 ? 'LOOK' : waiting > 0 ? 'WAITING' : 'SENT';
  return (
    <output className="sync-chip" data-mood={mood} data-waiting={waiting}>
      {parts.join(' · ')}
    </output>
  );
}

function reasonOf(state: string, online: boolean): Text | null {
  if (!online) return OUTBOX_WORDS.offline;
  switch (state) {
    case 'SENDING':
      return OUTBOX_WORDS.sending;
    case 'RETRYING':
      return OUTBOX_WORDS.offline;
    case 'SIGN_IN':
      return OUTBOX_WORDS.signIn;
    case 'NOT_OPEN':
      return OUTBOX_WORDS.notOpen;
    default:
      return null;
  }
}
