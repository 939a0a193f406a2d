import '../scores/scores.css';
import './session.css';
import type { Language } from '../../lib/text/language.js';
import { VisitProvider } from '../../lib/viewer/visit.js';
import { SiteHeader } from './SiteHeader.js';

/** The header of a page that is there before anybody knows who looks at it. */
export default function StartHeader({ language }: { readonly language: Language }) {
  return (
    <VisitProvider>
      <SiteHeader language={language} signsIn />
    </VisitProvider>
  );
}
