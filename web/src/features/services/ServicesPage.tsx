import { ServicesDocument, type ServiceRow_ServiceFragment } from '@pantau/schema';
import { useEffect, useRef, useState } from 'react';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { searchInLanguage } from '../../lib/text/language.js';
import { isOne } from '../../lib/viewer/viewer.js';
import { Asked } from '../session/Asked.js';
import { Page, type OpenPage } from '../session/Page.js';
import { ShownOnce } from '../session/ShownOnce.js';
import { usePages } from '../session/use-pages.js';
import { useUnits } from '../session/use-units.js';
import { CreateServiceForm } from './CreateServiceForm.js';
import { ServiceCard } from './ServiceCard.js';
import { SERVICES_WORDS } from './services-words.js';

/** A token just made; null where it was shown before. */
interface Made {
  readonly name: string;
  readonly token: string | null;
}

/** `/services`: the programs that are let in, for administrators. */
export default function ServicesPage() {
  return (
    <Page title={SERVICES_WORDS.title} opensTo={(viewer) => isOne(viewer, 'ADMINISTRATOR')}>
      {(page) => <Services {...page} />}
    </Page>
  );
}

function Services({ region, client, language, search }: OpenPage) {
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const units = useUnits(client, region);
  const pages = usePages<ServiceRow_ServiceFragment>();
  const asked = useAnswer(client, ServicesDocument, { region, first: 100, after: pages.after });
  useEffect(() => heading.current?.focus({ preventScroll: made === null }), [made]);

  function recorded(service: ServiceRow_ServiceFragment, token: string | null | undefined): void {
    setCreating(false);
    if (token !== undefined) {
      setMade({ name: service.name, token });
      window.scrollTo(0, 0);
    }
    pages.reset();
    asked.again();
  }

  return (
    <>
      <h1>{SERVICES_WORDS.title[language]}</h1>
      <p className="lead">{SERVICES_WORDS.lead[language]}</p>
      <p>
        <a href={`/explorer${searchInLanguage(search, language)}`}>{SERVICES_WORDS.explorer[language]}</a>
      </p>
      {made && (
        <section className="panel hand-over" aria-labelledby="made">
          <h2 id="made" ref={heading} tabIndex={-1}>
            {SERVICES_WORDS.token[language]} {made.name}
          </h2>
          <p>{(made.token === null ? SERVICES_WORDS.tokenGone : SERVICES_WORDS.tokenLead)[language]}</p>
          {made.token !== null && <ShownOnce lines={[made.token]} language={language} />}
          <p className="acts">
            <button type="button" className="button" onClick={() => setMade(null)}>
              {SERVICES_WORDS.close[language]}
            </button>
          </p>
        </section>
      )}
      {creating ? (
        <CreateServiceForm
          client={client}
          region={region}
          units={units}
          language={language}
          onCreated={recorded}
          onCancel={() => setCreating(false)}
        />
      ) : (
        <p className="acts">
          <button type="button" className="button" onClick={() => setCreating(true)}>
            {SERVICES_WORDS.create[language]}
          </button>
        </p>
      )}
      <Asked asked={asked} language={language}>
        {({ services }) => {
          const rows = pages.with(services.edges.map(({ node }) => node));
          return (
            <section aria-labelledby="services">
              <h2 id="services">{SERVICES_WORDS.list[language]}</h2>
              {rows.length === 0 && <p className="none">{SERVICES_WORDS.none[language]}</p>}
              <ul className="cards">
                {rows.toSorted(standing).map((service) => (
                  <li key={service.id}>
                    <ServiceCard
                      client={client}
                      region={region}
                      service={service}
                      language={language}
                      onRecorded={recorded}
                    />
                  </li>
                ))}
              </ul>
              {services.pageInfo.hasNextPage && (
                <p className="acts">
                  <button
                    type="button"
                    className="quiet-button"
                    disabled={asked.asking}
                    onClick={() => pages.next(rows, services.pageInfo.endCursor)}
                  >
                    {SERVICES_WORDS.more[language]}
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

/** Those that are let in before those that are not any more; else as they came. */
function standing(one: ServiceRow_ServiceFragment, other: ServiceRow_ServiceFragment): number {
  return Number(one.state !== 'ACTIVE') - Number(other.state !== 'ACTIVE');
}
