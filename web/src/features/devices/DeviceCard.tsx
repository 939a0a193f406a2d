import { RevokeDeviceDocument, type DeviceRow_WallDeviceFragment } from '@pantau/schema';
import { useState } from 'react';
import type { Client } from 'urql';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { ConfirmButton } from '../session/ConfirmButton.js';
import { UNITS_WORDS } from '../session/units-words.js';
import { ChangeDeviceForm } from './ChangeDeviceForm.js';
import { DEVICE_STATE_WORDS, DEVICES_WORDS, LEVEL_WORDS } from './devices-words.js';

interface DeviceCardProps {
  readonly client: Client;
  readonly region: string;
  readonly device: DeviceRow_WallDeviceFragment;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly language: Language;
  readonly onRecorded: () => void;
}

/** One screen: where it hangs, what it shows and to whom, and when it was last heard of. */
export function DeviceCard({ client, region, device, units, language, onRecorded }: DeviceCardProps) {
  const { id, name, level, state, pairedAt, lastSeenAt, revokedAt } = device;
  const [changing, setChanging] = useState(false);
  const { progress, send } = useOrder(client, RevokeDeviceDocument, (data) => data.revokeDevice);
  const at = (instant: string) => formatInstant(Date.parse(instant), language);

  async function revoke(): Promise<void> {
    const result = await send({ region, id });
    if (result?.kind === 'DONE') onRecorded();
  }

  return (
    <article className="card" aria-label={name}>
      <header className="card-head">
        <h3>{name}</h3>
        <strong className="mark" data-mark={state}>
          {DEVICE_STATE_WORDS[state][language]}
        </strong>
      </header>
      <p>
        {LEVEL_WORDS[level].name[language]} ·{' '}
        {device.units?.map((unit) => unit.name).join(', ') ?? UNITS_WORDS.all[language]}
      </p>
      <p className="hint">
        {DEVICES_WORDS.pairedAt[language]} {at(pairedAt)} ·{' '}
        {lastSeenAt === null
          ? DEVICES_WORDS.neverSeen[language]
          : `${DEVICES_WORDS.lastSeen[language]} ${at(lastSeenAt)}`}
        {revokedAt !== null && ` · ${DEVICES_WORDS.revokedAt[language]} ${at(revokedAt)}`}
      </p>
      <OrderTrouble progress={progress} fields={[]} language={language} />
      {changing && (
        <ChangeDeviceForm
          client={client}
          region={region}
          device={device}
          units={units}
          language={language}
          onChanged={() => {
            setChanging(false);
            onRecorded();
          }}
          onCancel={() => setChanging(false)}
        />
      )}
      {revokedAt === null && !changing && (
        <p className="acts">
          <button
            type="button"
            className="quiet-button"
            aria-label={`${DEVICES_WORDS.change[language]}: ${name}`}
            onClick={() => setChanging(true)}
          >
            {DEVICES_WORDS.change[language]}
          </button>
          <ConfirmButton
            words={DEVICES_WORDS.revoke}
            about={name}
            busy={progress.kind === 'SENDING'}
            language={language}
            onConfirmed={() => void revoke()}
          />
        </p>
      )}
    </article>
  );
}
