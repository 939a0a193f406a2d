import { WallDevicesDocument, type DeviceRow_WallDeviceFragment } from '@pantau/schema';
import { useState } from 'react';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { isOne } from '../../lib/viewer/viewer.js';
import { Asked } from '../session/Asked.js';
import { Page, type OpenPage } from '../session/Page.js';
import { usePages } from '../session/use-pages.js';
import { useUnits } from '../session/use-units.js';
import { DeviceCard } from './DeviceCard.js';
import { DEVICES_WORDS } from './devices-words.js';
import { PairForm } from './PairForm.js';

/** `/devices`: the screens on the walls, for administrators. */
export default function DevicesPage() {
  return (
    <Page title={DEVICES_WORDS.title} opensTo={(viewer) => isOne(viewer, 'ADMINISTRATOR')}>
      {(page) => <Devices {...page} />}
    </Page>
  );
}

function Devices({ region, client, language }: OpenPage) {
  const [paired, setPaired] = useState(0);
  const units = useUnits(client, region);
  const pages = usePages<DeviceRow_WallDeviceFragment>();
  const asked = useAnswer(client, WallDevicesDocument, { region, first: 100, after: pages.after });

  function recorded(): void {
    pages.reset();
    asked.again();
  }

  return (
    <>
      <h1>{DEVICES_WORDS.title[language]}</h1>
      <p className="lead">{DEVICES_WORDS.lead[language]}</p>
      {paired > 0 && (
        <output className="done" key={paired}>
          {DEVICES_WORDS.paired[language]}
        </output>
      )}
      <PairForm
        key={`form ${paired}`}
        client={client}
        region={region}
        units={units}
        language={language}
        onPaired={() => {
          setPaired(paired + 1);
          recorded();
          window.scrollTo(0, 0);
        }}
      />
      <Asked asked={asked} language={language}>
        {({ wallDevices }) => {
          const rows = pages.with(wallDevices.edges.map(({ node }) => node));
          return (
            <section aria-labelledby="devices">
              <h2 id="devices">{DEVICES_WORDS.list[language]}</h2>
              {rows.length === 0 && <p className="none">{DEVICES_WORDS.none[language]}</p>}
              <ul className="cards">
                {rows.toSorted(standing).map((device) => (
                  <li key={device.id}>
                    <DeviceCard
                      client={client}
                      region={region}
                      device={device}
                      units={units}
                      language={language}
                      onRecorded={recorded}
                    />
                  </li>
                ))}
              </ul>
              {wallDevices.pageInfo.hasNextPage && (
                <p className="acts">
                  <button
                    type="button"
                    className="quiet-button"
                    disabled={asked.asking}
                    onClick={() => pages.next(rows, wallDevices.pageInfo.endCursor)}
                  >
                    {DEVICES_WORDS.more[language]}
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

/** Those that hang before those that are gone; else as they came. */
function standing(one: DeviceRow_WallDeviceFragment, other: DeviceRow_WallDeviceFragment): number {
  return Number(one.state === 'REVOKED') - Number(other.state === 'REVOKED');
}
