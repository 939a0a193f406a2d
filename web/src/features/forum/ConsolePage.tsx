import type { Language } from '../../lib/text/language.js';
import { searchInLanguage } from '../../lib/text/language.js';
import { GATE_WORDS } from '../session/session-words.js';
import { useBox } from './box-context.js';
import { Console } from './Console.js';
import { CONSOLE_WORDS, LIST_WORDS } from './forum-words.js';
import { ForumPage } from './ForumPage.js';
import { FollowSession } from './FollowSession.js';
import { useForumSession } from './use-forum-session.js';

/** `/forum/<id>`: one session, written down as it goes, with a network or without. */
export default function ConsolePage({ id }: { readonly id: string }) {
  return (
    <ForumPage title={LIST_WORDS.title}>{(language) => <OneSession id={id} language={language} />}</ForumPage>
  );
}

function OneSession({ id, language }: { readonly id: string; readonly language: Language }) {
  const box = useBox();
  const { known, unrefreshed, again } = useForumSession(box, id);
  const back = (
    <p>
      <a href={`/forum${searchInLanguage('', language)}`}>← {CONSOLE_WORDS.back[language]}</a>
    </p>
  );
  if (known === undefined || (known === null && unrefreshed === null)) {
    return <output className="loading">{GATE_WORDS.loading[language]}</output>;
  }
  if (known === null) {
    return (
      <>
        {back}
        <h1>{(unrefreshed === 'REFUSED' ? CONSOLE_WORDS.refused : CONSOLE_WORDS.notPrepared)[language]}</h1>
        <p className="lead">{CONSOLE_WORDS.notPreparedHint[language]}</p>
      </>
    );
  }
  return (
    <>
      {back}
      <Console known={known} language={language} />
      <FollowSession id={id} onNews={again} />
    </>
  );
}
