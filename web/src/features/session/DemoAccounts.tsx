import type { SignInOptionsQuery } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { SIGN_IN_WORDS } from './session-words.js';

type DemoAccount = SignInOptionsQuery['signInOptions']['demo'][number];

interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[];
  readonly disabled: boolean;
  readonly language: Language;
  readonly onChoose: (account: DemoAccount) => void;
}

/** Whom the demo lets everybody be, one touch each; never to be taken for real people. */
export function DemoAccounts({ accounts, disabled, language, onChoose }: DemoAccountsProps) {
  const passwords = [...new Set(accounts.map(({ password }) => password))];
  return (
    <section className="demo-accounts" aria-labelledby="demo-accounts">
      <p className="demo-mark">{SIGN_IN_WORDS.demoMark[language]}</p>
      <h2 id="demo-accounts">{SIGN_IN_WORDS.demo[language]}</h2>
      <p className="hint">{SIGN_IN_WORDS.demoLead[language]}</p>
      <ul>
        {accounts.map((account) => {
          const purpose = language === 'id' ? account.purpose : account.purposeEn;
          return (
            <li key={account.login}>
              <button
                type="button"
                disabled={disabled}
                aria-label={`${SIGN_IN_WORDS.as[language]} ${account.login}: ${purpose}`}
                onClick={() => onChoose(account)}
              >
                <strong>{account.login}</strong>
                <span className="hint">{purpose}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {passwords.length === 1 && (
        <p className="hint">
          {SIGN_IN_WORDS.demoPassword[language]}: <code>{passwords[0]}</code>
        </p>
      )}
    </section>
  );
}
