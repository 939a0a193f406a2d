import { useState } from 'react';
import { useVisit } from '../../lib/viewer/visit.js';
import { Page, type OpenPage } from '../session/Page.js';
import { ROLE_WORDS, SECOND_WORDS } from '../session/session-words.js';
import { ACCOUNT_WORDS } from './account-words.js';
import { ChangePassword } from './ChangePassword.js';
import { EnrolSecondFactor } from './EnrolSecondFactor.js';
import { OwnSessions } from './OwnSessions.js';

/** `/account`: how one gets in, and where one is signed in. */
export default function AccountPage() {
  return (
    <Page title={ACCOUNT_WORDS.title} className="narrow">
      {(page) => <OwnAccount {...page} />}
    </Page>
  );
}

function OwnAccount({ viewer, client, language }: OpenPage) {
  const { again } = useVisit();
  // As it was when the page opened: the recovery codes must not go because the account says by now that it is on.
  const [enrolling, setEnrolling] = useState(viewer.account?.secondFactorOn === false);
  const { account, employee } = viewer;
  if (account === null) return null;
  const { login, name, demo, secondFactorOn, grants } = account;
  return (
    <>
      <h1>{name}</h1>
      <dl className="particulars">
        <div>
          <dt>{ACCOUNT_WORDS.login[language]}</dt>
          <dd>{login}</dd>
        </div>
        {employee && (
          <div>
            <dt>{ACCOUNT_WORDS.employee[language]}</dt>
            <dd>
              {employee.name} · {employee.position}
            </dd>
          </div>
        )}
        <div>
          <dt>{ACCOUNT_WORDS.roles[language]}</dt>
          <dd>
            {grants.length === 0 && (employee ? ACCOUNT_WORDS.ownData : ACCOUNT_WORDS.noRole)[language]}
            <ul>
              {grants.map(({ id, role, unit }) => (
                <li key={id}>
                  {ROLE_WORDS[role].name[language]}, {unit?.name ?? ACCOUNT_WORDS.wholeRegion[language]}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      {demo && <p className="note">{ACCOUNT_WORDS.demo[language]}</p>}
      {!demo && (
        <section className="panel" aria-labelledby="second-factor">
          <h2 id="second-factor">{SECOND_WORDS.title[language]}</h2>
          <p>
            <strong className="mark" data-mark={secondFactorOn ? 'ON' : 'OFF'}>
              {(secondFactorOn ? SECOND_WORDS.on : SECOND_WORDS.off)[language]}
            </strong>
          </p>
          <p className="hint">{(secondFactorOn ? SECOND_WORDS.lost : SECOND_WORDS.lead)[language]}</p>
          {enrolling && (
            <EnrolSecondFactor
              client={client}
              language={language}
              onDone={() => {
                setEnrolling(false);
                again();
              }}
            />
          )}
        </section>
      )}
      {!demo && <ChangePassword client={client} login={login} language={language} />}
      <OwnSessions client={client} language={language} />
    </>
  );
}
