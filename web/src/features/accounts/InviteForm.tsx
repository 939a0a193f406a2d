import { EmployeesDocument, InviteAccountDocument, type AccountRowFragment, type Role } from '@pantau/schema';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { Refused } from '../policies/Refused.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { ROLE_WORDS, SET_UP_WORDS } from '../session/session-words.js';
import { TextField } from '../session/TextField.js';
import { ACCOUNTS_WORDS } from './accounts-words.js';
import { GRANTED_ROLES, isOfRegion } from './granted-roles.js';
import { UnitChoice, type UnitToChoose } from './UnitChoice.js';

const FIELDS = ['name', 'login', 'loginName', 'employeeId', 'roles', 'role', 'unitId'];

interface InviteFormProps {
  readonly client: Client;
  readonly region: string;
  readonly units: readonly UnitToChoose[];
  readonly language: Language;
  readonly onInvited: (account: AccountRowFragment, code: string | null, replayed: boolean) => void;
  readonly onCancel: () => void;
}

/** Makes an account: whose it is, which civil servant that is, and what it is trusted with. */
export function InviteForm({ client, region, units, language, onInvited, onCancel }: InviteFormProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [unit, setUnit] = useState('');
  const [employeeId, setEmployeeId] = useState('');
  /** The unit of each role that is chosen; empty: the whole region. */
  const [roles, setRoles] = useState<Partial<Record<Role, string>>>({});
  const { progress, told, trouble, send } = useOrder(
    client,
    InviteAccountDocument,
    (data) => data.inviteAccount,
  );
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';
  useEffect(() => heading.current?.focus(), []);

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    const result = await send({
      region,
      name: name.trim(),
      login: login.trim(),
      employeeId: employeeId || null,
      roles: GRANTED_ROLES.filter((role) => roles[role] !== undefined).map((role) => ({
        role,
        unitId: roles[role] || null,
      })),
    });
    if (result?.kind !== 'DONE') return;
    const { account, invitationCode, replayed } = result.done;
    onInvited(account, invitationCode, replayed);
  }

  return (
    <form
      className="panel"
      ref={form}
      aria-labelledby={`${id}title`}
      onSubmit={(submitted) => void submit(submitted)}
    >
      <h2 id={`${id}title`} ref={heading} tabIndex={-1}>
        {ACCOUNTS_WORDS.invite[language]}
      </h2>
      <p className="hint">{ACCOUNTS_WORDS.inviteLead[language]}</p>
      <div className="pair">
        <TextField
          field="name"
          label={ACCOUNTS_WORDS.name[language]}
          value={name}
          told={told}
          language={language}
          onChange={setName}
        />
        <TextField
          field="login"
          alias="loginName"
          label={ACCOUNTS_WORDS.login[language]}
          hint={SET_UP_WORDS.loginHint[language]}
          value={login}
          told={told}
          language={language}
          onChange={setLogin}
        />
        <UnitChoice
          label={ACCOUNTS_WORDS.unitOfPerson[language]}
          units={units}
          value={unit}
          none={ACCOUNTS_WORDS.noEmployee[language]}
          told={null}
          language={language}
          onChange={(chosen) => {
            setUnit(chosen);
            setEmployeeId('');
          }}
        />
        {unit && (
          <div className="entry">
            <label htmlFor={`${id}employee`}>{ACCOUNTS_WORDS.employee[language]}</label>
            <EmployeeChoice
              id={`${id}employee`}
              client={client}
              region={region}
              unit={unit}
              value={employeeId}
              language={language}
              onChange={setEmployeeId}
            />
            <p className="hint">{ACCOUNTS_WORDS.employeeHint[language]}</p>
            <Refused told={told} at={['employeeId']} language={language} />
          </div>
        )}
      </div>
      <fieldset className="entry">
        <legend>{ACCOUNTS_WORDS.roles[language]}</legend>
        <p className="hint">{ACCOUNTS_WORDS.rolesHint[language]}</p>
        {GRANTED_ROLES.map((role) => {
          const chosen = roles[role];
          const { name: words, what } = ROLE_WORDS[role];
          return (
            <div key={role} className="role-choice">
              <label className="choice">
                <input
                  type="checkbox"
                  checked={chosen !== undefined}
                  onChange={() =>
                    setRoles(({ [role]: was, ...rest }) =>
                      was === undefined ? { ...rest, [role]: '' } : rest,
                    )
                  }
                />
                <span>
                  <strong>{words[language]}</strong> <span className="hint">{what[language]}</span>
                </span>
              </label>
              {chosen !== undefined && !isOfRegion(role) && (
                <UnitChoice
                  label={`${ACCOUNTS_WORDS.forUnit[language]} (${words[language]})`}
                  units={units}
                  value={chosen}
                  told={told}
                  language={language}
                  onChange={(unitId) => setRoles((before) => ({ ...before, [role]: unitId }))}
                />
              )}
            </div>
          );
        })}
        <Refused told={told} at={['roles', 'role']} language={language} />
      </fieldset>
      <OrderTrouble progress={progress} fields={FIELDS} language={language} />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? ACCOUNTS_WORDS.sending : ACCOUNTS_WORDS.send)[language]}
        </button>
        <button type="button" className="quiet-button" disabled={sending} onClick={onCancel}>
          {ACCOUNTS_WORDS.cancel[language]}
        </button>
      </p>
    </form>
  );
}

interface EmployeeChoiceProps {
  readonly id: string;
  readonly client: Client;
  readonly region: string;
  readonly unit: string;
  readonly value: string;
  readonly language: Language;
  readonly onChange: (employee: string) => void;
}

/** One of the people of a unit and below. */
function EmployeeChoice({ id, client, region, unit, value, language, onChange }: EmployeeChoiceProps) {
  const { answer } = useAnswer(client, EmployeesDocument, { region, unit, first: 100, after: null });
  const people = answer?.kind === 'GIVEN' ? answer.data.employees.edges.map(({ node }) => node) : [];
  return (
    <select id={id} value={value} required onChange={(chosen) => onChange(chosen.target.value)}>
      <option value="">{ACCOUNTS_WORDS.choose[language]}</option>
      {people.map((person) => (
        <option key={person.id} value={person.id}>
          {person.name} · {person.position}
        </option>
      ))}
    </select>
  );
}
