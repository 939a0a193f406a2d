import { AccountsDocument, UnitsDocument, type AccountRowFragment } from '@pantau/schema';
import { useState } from 'react';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { isOne } from '../../lib/viewer/viewer.js';
import { Asked } from '../session/Asked.js';
import { Page, type OpenPage } from '../session/Page.js';
import { AccountCard } from './AccountCard.js';
import { ACCOUNTS_WORDS } from './accounts-words.js';
import { HandOver, type Handed } from './HandOver.js';
import { InviteForm } from './InviteForm.js';
import { usePages } from '../session/use-pages.js';

const PAGE = 100;

/** `/accounts`: who gets in and for what, for administrators. */
export default function AccountsPage() {
  return (
    <Page title={ACCOUNTS_WORDS.title} opensTo={(viewer) => isOne(viewer, 'ADMINISTRATOR')}>
      {(page) => <Accounts {...page} />}
    </Page>
  );
}

function Accounts({ region, client, language }: OpenPage) {
  const [inviting, setInviting] = useState(false);
  const [handed, setHanded] = useState<Handed | null>(null);
  const [sought, setSought] = useState('');
  const units = useAnswer(client, UnitsDocument, { region, first: PAGE, after: null });
  const pages = usePages<AccountRowFragment>();
  const asked = useAnswer(client, AccountsDocument, { region, first: PAGE, after: pages.after });
  const choices = units.answer?.kind === 'GIVEN' ? units.answer.data.units.edges.map(({ node }) => node) : [];

  function recorded(account: AccountRowFragment, code: string | null, replayed: boolean): void {
    setInviting(false);
    if (code !== null || replayed) setHanded({ name: account.name, code });
    pages.reset();
    asked.again();
    if (code !== null) window.scrollTo(0, 0);
  }

  return (
    <>
      <h1>{ACCOUNTS_WORDS.title[language]}</h1>
      <p className="lead">{ACCOUNTS_WORDS.lead[language]}</p>
      {handed && (
        <HandOver
          key={handed.code ?? handed.name}
          handed={handed}
          language={language}
          onClose={() => setHanded(null)}
        />
      )}
      {inviting ? (
        <InviteForm
          client={client}
          region={region}
          units={choices}
          language={language}
          onInvited={recorded}
          onCancel={() => setInviting(false)}
        />
      ) : (
        <p className="acts">
          <button type="button" className="button" onClick={() => setInviting(true)}>
            {ACCOUNTS_WORDS.invite[language]}
          </button>
        </p>
      )}
      <Asked asked={asked} language={language}>
        {({ accounts }) => {
          const rows = pages.with(accounts.edges.map(({ node }) => node));
          const wanted = sought.trim().toLowerCase();
          const found = rows.filter(({ name, login }) => `${name} ${login}`.toLowerCase().includes(wanted));
          return (
            <section aria-labelledby="accounts">
              <h2 id="accounts">{ACCOUNTS_WORDS.list[language]}</h2>
              <p className="entry short">
                <label htmlFor="find">{ACCOUNTS_WORDS.find[language]}</label>
                <input
                  id="find"
                  type="text"
                  value={sought}
                  autoComplete="off"
                  onChange={(typed) => setSought(typed.target.value)}
                />
              </p>
              {found.length === 0 && (
                <p className="none">
                  {(rows.length === 0 ? ACCOUNTS_WORDS.none : ACCOUNTS_WORDS.notFound)[language]}
                </p>
              )}
              <ul className="cards">
                {found.map((account) => (
                  <li key={account.id}>
                    <AccountCard
                      client={client}
                      region={region}
                      account={account}
                      units={choices}
                      language={language}
                      onRecorded={recorded}
                    />
                  </li>
                ))}
              </ul>
              {accounts.pageInfo.hasNextPage && (
                <p className="acts">
                  <button
                    type="button"
                    className="quiet-button"
                    disabled={asked.asking}
                    onClick={() => pages.next(rows, accounts.pageInfo.endCursor)}
                  >
                    {ACCOUNTS_WORDS.more[language]}
                  </button>
                </p>
              )}
            </section>
          );
        }}
      </Asked>
    </>
  );
}
