import { GrantRoleDocument, type AccountRowFragment, type Role } from '@pantau/schema';
import { useId, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { Refused } from '../policies/Refused.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { ROLE_WORDS } from '../session/session-words.js';
import { ACCOUNTS_WORDS } from './accounts-words.js';
import { GRANTED_ROLES, isOfRegion } from './granted-roles.js';
import { UnitChoice, type UnitToChoose } from './UnitChoice.js';

interface GrantFormProps {
  readonly client: Client;
  readonly region: string;
  readonly account: AccountRowFragment;
  readonly units: readonly UnitToChoose[];
  readonly language: Language;
  readonly onGranted: (account: AccountRowFragment) => void;
  readonly onCancel: () => void;
}

/** One more role for somebody who has an account. */
export function GrantForm(props: GrantFormProps) {
  const { client, region, account, units, language, onGranted, onCancel } = props;
  const id = useId();
  const [role, setRole] = useState<Role>('OBSERVER');
  const [unit, setUnit] = useState('');
  const { progress, told, trouble, send } = useOrder(client, GrantRoleDocument, (data) => data.grantRole);
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    const unitId = isOfRegion(role) ? null : unit || null;
    const result = await send({ region, accountId: account.id, role, unitId });
    if (result?.kind === 'DONE') onGranted(result.done.account);
  }

  return (
    <form className="inner" ref={form} onSubmit={(submitted) => void submit(submitted)}>
      <div className="pair">
        <div className="entry">
          <label htmlFor={`${id}role`}>{ACCOUNTS_WORDS.role[language]}</label>
          <select
            id={`${id}role`}
            value={role}
            aria-describedby={`${id}what`}
            onChange={(chosen) => setRole(chosen.target.value as Role)}
          >
            {GRANTED_ROLES.map((one) => (
              <option key={one} value={one}>
                {ROLE_WORDS[one].name[language]}
              </option>
            ))}
          </select>
          <p id={`${id}what`} className="hint">
            {ROLE_WORDS[role].what[language]}
          </p>
          <Refused told={told} at={['role']} language={language} />
        </div>
        {!isOfRegion(role) && (
          <UnitChoice
            label={ACCOUNTS_WORDS.unit[language]}
            units={units}
            value={unit}
            told={told}
            language={language}
            onChange={setUnit}
          />
        )}
      </div>
      <OrderTrouble progress={progress} fields={['role', 'unitId']} language={language} />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? ACCOUNTS_WORDS.sending : ACCOUNTS_WORDS.grant)[language]}
        </button>
        <button type="button" className="quiet-button" disabled={sending} onClick={onCancel}>
          {ACCOUNTS_WORDS.cancel[language]}
        </button>
      </p>
    </form>
  );
}
