import {
  RevokeServiceDocument,
  RotateServiceDocument,
  type ServiceRow_ServiceFragment,
} from '@pantau/schema';
import type { Client } from 'urql';
import { formatCount } from '../../lib/text/format-number.js';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { ConfirmButton } from '../session/ConfirmButton.js';
import { UNITS_WORDS } from '../session/units-words.js';
import { SCOPE_WORDS, SERVICE_STATE_WORDS, SERVICES_WORDS } from './services-words.js';

/** How long the token before stays good beside the new one, hours: a night's run still finds it. */
const OVERLAP = 24;

interface ServiceCardProps {
  readonly client: Client;
  readonly region: string;
  readonly service: ServiceRow_ServiceFragment;
  readonly language: Language;
  /** `token` undefined: there is none to be shown. */
  readonly onRecorded: (service: ServiceRow_ServiceFragment, token: string | null | undefined) => void;
}

/** One program that is let in: what it may read, whether it does, and how to end that. */
export function ServiceCard({ client, region, service, language, onRecorded }: ServiceCardProps) {
  const { id, name, scopes, units, state, expiresAt, lastUsedAt, revokedAt, oldTokenUntil } = service;
  const rotation = useOrder(client, RotateServiceDocument, (data) => data.rotateService);
  const end = useOrder(client, RevokeServiceDocument, (data) => data.revokeService);
  const busy = rotation.progress.kind === 'SENDING' || end.progress.kind === 'SENDING';
  const at = (instant: string) => formatInstant(Date.parse(instant), language);

  async function rotate(): Promise<void> {
    const result = await rotation.send({ region, id, overlapHours: OVERLAP });
    if (result?.kind === 'DONE') onRecorded(result.done.service, result.done.token);
  }
  async function revoke(): Promise<void> {
    const result = await end.send({ region, id });
    if (result?.kind === 'DONE') onRecorded(result.done.service, undefined);
  }

  return (
    <article className="card" aria-label={name}>
      <header className="card-head">
        <h3>{name}</h3>
        <strong className="mark" data-mark={state}>
          {SERVICE_STATE_WORDS[state][language]}
        </strong>
      </header>
      <p>
        {scopes.map((scope) => SCOPE_WORDS[scope].name[language]).join(', ')} ·{' '}
        {units?.map((unit) => unit.name).join(', ') ?? UNITS_WORDS.all[language]}
      </p>
      <p className="hint">
        {lastUsedAt === null
          ? SERVICES_WORDS.neverUsed[language]
          : `${SERVICES_WORDS.lastUsed[language]} ${at(lastUsedAt)}`}{' '}
        ·{' '}
        {revokedAt === null
          ? `${SERVICES_WORDS.until[language]} ${at(expiresAt)}`
          : `${SERVICES_WORDS.revokedAt[language]} ${at(revokedAt)}`}
      </p>
      {state === 'ACTIVE' && (
        <p className="hint">
          {SERVICES_WORDS.thisHour[language]} {formatCount(service.requestsThisHour, language)}{' '}
          {SERVICES_WORDS.of[language]} {formatCount(service.quotaPerHour, language)}{' '}
          {SERVICES_WORDS.requests[language]}
        </p>
      )}
      {oldTokenUntil !== null && (
        <p className="note">
          {SERVICES_WORDS.oldUntil[language]} {at(oldTokenUntil)}.
        </p>
      )}
      <OrderTrouble progress={rotation.progress} fields={[]} language={language} />
      <OrderTrouble progress={end.progress} fields={[]} language={language} />
      {state === 'ACTIVE' && (
        <p className="acts">
          <ConfirmButton
            words={SERVICES_WORDS.rotate}
            about={name}
            busy={busy}
            language={language}
            onConfirmed={() => void rotate()}
          />
          <ConfirmButton
            words={SERVICES_WORDS.revoke}
            about={name}
            busy={busy}
            language={language}
            onConfirmed={() => void revoke()}
          />
          <span className="hint">{SERVICES_WORDS.rotateHint[language]}</span>
        </p>
      )}
    </article>
  );
}
