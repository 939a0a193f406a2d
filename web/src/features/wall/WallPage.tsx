import { lazy, Suspense, useState } from 'react';
import { languageOf } from '../../lib/text/language.js';
import { useEnrolling } from '../../lib/viewer/use-enrolling.js';
import { personOf, seesFigures, type Viewer } from '../../lib/viewer/viewer.js';
import { useVisit, VisitProvider } from '../../lib/viewer/visit.js';
import { LiveWall } from './LiveWall.js';
import { useGraphql } from '../../lib/live/use-graphql.js';
import { useLayout } from './use-layout.js';
import { WallWaits } from './WallWaits.js';
import './wall.css';

// A screen that is let in never needs these: they are no weight on its way to the first picture.
const Pairing = lazy(() => import('./PairingScreen.js'));
const WallSignIn = lazy(() => import('./WallSignIn.js'));

/** `/wall`: a wall on this server, in the language and region of the address, for whoever is let in. */
export default function WallPage() {
  return (
    <VisitProvider>
      <WallDoor />
    </VisitProvider>
  );
}

/** The wall itself; a screen that nobody has paired shows its code, a person who is not signed in signs in. */
function WallDoor() {
  const { origin, search } = window.location;
  // A server that holds one region needs no name of it.
  const region = new URLSearchParams(search).get('region');
  const language = languageOf(search);
  const layout = useLayout();
  const { viewer, again } = useVisit();
  const [was, setWas] = useState<'PERSON' | 'DEVICE' | null>(null);
  const [pairing, setPairing] = useState<boolean | null>(null);
  const [enrolling, finish] = useEnrolling(viewer);
  const person = viewer && personOf(viewer);
  const is = person ? 'PERSON' : viewer?.kind === 'DEVICE' ? 'DEVICE' : null;
  if (is !== null && was !== is) setWas(is);

  if (viewer === null) return <WallWaits layout={layout} language={language} />;
  if (viewer.kind === 'PUBLIC') {
    // Somebody who has put the page in their pocket wants to sign in, a screen on a wall wants to be paired.
    const pairs = pairing ?? (was === 'DEVICE' || (layout === 'WALL' && was === null));
    return (
      <Suspense fallback={<WallWaits layout={layout} language={language} />}>
        {pairs ? (
          <Pairing
            region={region}
            ended={was === 'DEVICE'}
            layout={layout}
            language={language}
            onSignIn={() => setPairing(false)}
          />
        ) : (
          <WallSignIn
            ended={was === 'PERSON'}
            enrolling={false}
            language={language}
            onSignedIn={again}
            onPair={() => setPairing(true)}
          />
        )}
      </Suspense>
    );
  }
  if (viewer.secondFactorDue && !enrolling) return <WallWaits layout={layout} language={language} />;
  if (enrolling || !seesFigures(viewer)) {
    return (
      <Suspense>
        <WallSignIn
          ended={false}
          enrolling={enrolling}
          language={language}
          onSignedIn={() => {
            if (enrolling) finish();
            again();
          }}
          onPair={() => setPairing(true)}
        />
      </Suspense>
    );
  }
  return (
    <ConnectedWall
      key={viewer.account?.id ?? viewer.kind}
      origin={origin}
      viewer={viewer}
      region={region ?? viewer.region}
      layout={layout}
      language={language}
    />
  );
}

interface ConnectedWallProps extends Omit<Parameters<typeof LiveWall>[0], 'graphql'> {
  readonly origin: string;
  readonly viewer: Viewer;
}

/** One connection for one viewer: another one's rights are another connection. */
function ConnectedWall({ origin, ...rest }: ConnectedWallProps) {
  const graphql = useGraphql(origin);
  if (graphql === null) return <WallWaits layout={rest.layout} language={rest.language} />;
  return <LiveWall {...rest} graphql={graphql} />;
}
