import { ChangeDeviceDocument, type DeviceRow_WallDeviceFragment, type WallLevel } from '@pantau/schema';
import { useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { TextField } from '../session/TextField.js';
import { UnitsChoice } from '../session/UnitsChoice.js';
import { DEVICES_WORDS } from './devices-words.js';
import { LevelChoice } from './LevelChoice.js';

interface ChangeDeviceFormProps {
  readonly client: Client;
  readonly region: string;
  readonly device: DeviceRow_WallDeviceFragment;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly language: Language;
  readonly onChanged: () => void;
  readonly onCancel: () => void;
}

/** Another name, other units or another level; the screen follows by itself. */
export function ChangeDeviceForm(props: ChangeDeviceFormProps) {
  const { client, region, device, units, language, onChanged, onCancel } = props;
  const [name, setName] = useState(device.name);
  const [level, setLevel] = useState<WallLevel>(device.level);
  const [unitIds, setUnitIds] = useState<readonly string[] | null>(device.unitIds);
  const { progress, told, trouble, send } = useOrder(
    client,
    ChangeDeviceDocument,
    (data) => data.changeDevice,
  );
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    const input = { region, id: device.id, name: name.trim(), level, unitIds: unitIds && [...unitIds] };
    const result = await send(input);
    if (result?.kind === 'DONE') onChanged();
  }

  return (
    <form className="inner" ref={form} onSubmit={(submitted) => void submit(submitted)}>
      <TextField
        field="name"
        label={DEVICES_WORDS.name[language]}
        value={name}
        told={told}
        language={language}
        onChange={setName}
      />
      <LevelChoice value={level} told={told} language={language} onChange={setLevel} />
      <UnitsChoice
        legend={DEVICES_WORDS.units[language]}
        units={units}
        value={unitIds}
        told={told}
        language={language}
        onChange={setUnitIds}
      />
      <OrderTrouble progress={progress} fields={['name', 'level', 'unitIds']} language={language} />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? DEVICES_WORDS.sending : DEVICES_WORDS.save)[language]}
        </button>
        <button type="button" className="quiet-button" disabled={sending} onClick={onCancel}>
          {DEVICES_WORDS.cancel[language]}
        </button>
      </p>
    </form>
  );
}
