import { Bilingual } from '../../lib/text/Bilingual.js';
import { promisesAddress } from '../../lib/addresses.js';
import type { Language } from '../../lib/text/language.js';
import { PromiseTile } from './PromiseTile.js';
import type { WallPage } from './wall-pages.js';
import type { WallState } from './wall-state.js';
import { PAGE_WORDS, WALL_WORDS } from './wall-words.js';
import { PULSE_FOR, WallTile } from './WallTile.js';

const MINUTE = 60_000;

interface WallPageContentProps {
  readonly page: WallPage;
  readonly wall: WallState;
  /** Ms since an instant, by the server's clock; null where there is none. */
  readonly ageOf: (at: string | null) => number | null;
  /** Where a unit's figure is explained; null: nowhere yet. */
  readonly hrefOf: (unit: string) => string | null;
  readonly language: Language;
}

/** What stands on one page of the wall. */
export function WallPageContent({ page, wall, ageOf, hrefOf, language }: WallPageContentProps) {
  if (page.kind === 'PROMISES') {
    const age = ageOf(wall.promiseMoved?.at ?? null);
    const moved = age !== null && age < PULSE_FOR ? wall.promiseMoved!.id : null;
    return (
      <>
        <h2>
          <Bilingual text={PAGE_WORDS.PROMISES} language={language} />
        </h2>
        <ul>
          {page.promises.map((promise) => (
            <li key={promise.id}>
              <PromiseTile promise={promise} moved={promise.id === moved} language={language} />
            </li>
          ))}
        </ul>
        {page.more && wall.region && (
          <a className="promises-more" href={promisesAddress(wall.region.code, language)}>
            {WALL_WORDS.morePromises[language]}
          </a>
        )}
      </>
    );
  }
  return (
    <>
      <h2>{PAGE_WORDS[page.kind][language]}</h2>
      <ul>
        {page.units.map((unit) => (
          <li key={unit.id}>
            <WallTile
              unit={unit}
              delta={wall.lastChanges[unit.id]?.delta ?? null}
              age={asSeen(ageOf(unit.changedAt))}
              href={hrefOf(unit.id)}
              language={language}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** An age rounded down to what a tile shows, so that it is drawn anew only when something on it changes. */
function asSeen(age: number | null): number | null {
  if (age === null || age < PULSE_FOR) return age === null ? null : 0;
  return age < MINUTE ? PULSE_FOR : age - (age % MINUTE);
}
