import { currentMoment } from '../../lib/moment.js';
import type { Language } from '../../lib/text/language.js';
import type { Layout } from './use-layout.js';
import { Wall } from './Wall.js';
import { EMPTY_WALL } from './wall-state.js';

interface WallWaitsProps {
  readonly layout: Layout;
  readonly language: Language;
}

const NOTHING = { held: EMPTY_WALL, connection: 'CONNECTING', problem: null } as const;

/** The wall before anything is known. */
export function WallWaits({ layout, language }: WallWaitsProps) {
  return <Wall view={NOTHING} now={currentMoment()} layout={layout} language={language} />;
}
