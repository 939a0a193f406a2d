import {
  ChangeAccountDocument,
  RevokeGrantDocument,
  type AccountRowFragment,
  type AccountStep,
} from '@pantau/schema';
import { useState } from 'react';
import type { Client } from 'urql';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { ConfirmButton } from '../session/ConfirmButton.js';
import { ROLE_WORDS } from '../session/session-words.js';
import { ACCOUNT_STATE_WORDS, ACCOUNTS_WORDS, STEP_WORDS } from './accounts-words.js';
import { GrantForm } from './GrantForm.js';
import type { UnitToChoose } from './UnitChoice.js';

interface AccountCardProps {
  readonly client: Client;
  readonly region: string;
  readonly account: AccountRowFragment;
  readonly units: readonly UnitToChoose[];
  readonly language: Language;
  readonly onRecorded: (account: AccountRowFragment, code: string | null, replayed: boolean) => void;
}

/** One account: whose it is, what it is trusted with, and what can be done with it. */
export function AccountCard({ client, region, account, units, language, onRecorded }: AccountCardProps) {
  const { id, login, name, state, demo, secondFactorOn, createdAt, employee, grants } = account;
  const [granting, setGranting] = useState(false);
  const step = useOrder(client, ChangeAccountDocument, (data) => data.changeAccount);
  const revoke = useOrder(client, RevokeGrantDocument, (data) => data.revokeGrant);
  const busy = step.progress.kind === 'SENDING' || revoke.progress.kind === 'SENDING';

  async function take(what: AccountStep): Promise<void> {
    const result = await step.send({ region, accountId: id, step: what });
    if (result?.kind !== 'DONE') return;
    const { account: now, invitationCode, replayed } = result.done;
    onRecorded(
      now,
      invitationCode,
      replayed && invitationCode === null && what !== 'LOCK' && what !== 'UNLOCK',
    );
  }
  async function takeBack(grantId: string): Promise<void> {
    const result = await revoke.send({ region, grantId });
    if (result?.kind === 'DONE') onRecorded(result.done.account, null, false);
  }

  return (
    <article className="card" aria-label={name}>
      <header className="card-head">
        <h3>{name}</h3>
        <strong className="mark" data-mark={state}>
          {ACCOUNT_STATE_WORDS[state][language]}
        </strong>
      </header>
      <p>
        <code>{login}</code>
        {employee && ` · ${employee.name === name ? '' : `${employee.name}, `}${employee.position}`}
      </p>
      <p className="hint">
        {(secondFactorOn ? ACCOUNTS_WORDS.secondOn : ACCOUNTS_WORDS.secondOff)[language]} ·{' '}
        {ACCOUNTS_WORDS.made[language]} {formatInstant(Date.parse(createdAt), language)}
        {demo && ` · ${ACCOUNTS_WORDS.sample[language]}`}
      </p>
      <ul className="rows">
        {grants.length === 0 && <li className="hint">{ACCOUNTS_WORDS.noRoles[language]}</li>}
        {grants.map((grant) => {
          const words = `${ROLE_WORDS[grant.role].name[language]} · ${grant.unit?.name ?? ACCOUNTS_WORDS.wholeRegion[language]}`;
          return (
            <li key={grant.id}>
              <span>{words}</span>
              {!demo && (
                <ConfirmButton
                  words={ACCOUNTS_WORDS.revoke}
                  about={`${words}, ${name}`}
                  busy={busy}
                  language={language}
                  onConfirmed={() => void takeBack(grant.id)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {granting && (
        <GrantForm
          client={client}
          region={region}
          account={account}
          units={units}
          language={language}
          onGranted={(now) => {
            setGranting(false);
            onRecorded(now, null, false);
          }}
          onCancel={() => setGranting(false)}
        />
      )}
      <OrderTrouble progress={step.progress} fields={[]} language={language} />
      <OrderTrouble progress={revoke.progress} fields={[]} language={language} />
      {!demo && (
        <p className="acts">
          {!granting && (
            <button
              type="button"
              className="quiet-button"
              aria-label={`${ACCOUNTS_WORDS.grant[language]}: ${name}`}
              disabled={busy}
              onClick={() => setGranting(true)}
            >
              {ACCOUNTS_WORDS.grant[language]}
            </button>
          )}
          {stepsOf(account).map((what) => (
            <ConfirmButton
              key={what}
              words={STEP_WORDS[what]}
              about={name}
              busy={busy}
              language={language}
              onConfirmed={() => void take(what)}
            />
          ))}
        </p>
      )}
    </article>
  );
}

function stepsOf({ state, secondFactorOn }: AccountRowFragment): readonly AccountStep[] {
  if (state === 'LOCKED') return ['UNLOCK'];
  return ['RENEW', ...(secondFactorOn ? (['RESET_SECOND_FACTOR'] as const) : []), 'LOCK'];
}
