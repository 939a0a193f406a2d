import type { CounterRowFragment } from '@pantau/schema';
import { QrCode } from '../../lib/QrCode.js';
import { beside, type Language } from '../../lib/text/language.js';
import { counterAddress, typingAddress } from './counter-address.js';
import { OFFICE_WORDS } from './feedback-words.js';

interface CounterSheetProps {
  readonly region: string;
  readonly counter: CounterRowFragment;
  readonly language: Language;
}

/** The sheet that hangs at a counter: in black on white, printed alone, Indonesian first whatever the page speaks. */
export function CounterSheet({ region, counter, language }: CounterSheetProps) {
  const { name, code, unit } = counter;
  const { origin } = window.location;
  return (
    <>
      <section className="sheet" lang="id" aria-label={`${OFFICE_WORDS.sheet[language]}: ${name}`}>
        <p className="sheet-title">{OFFICE_WORDS.sheetTitle.id}</p>
        <p lang={beside('id')}>{OFFICE_WORDS.sheetTitle.en}</p>
        <QrCode text={counterAddress(origin, region, code)} label={`${OFFICE_WORDS.qr[language]} ${name}`} />
        <p className="sheet-lead">{OFFICE_WORDS.sheetLead.id}</p>
        <p lang={beside('id')}>{OFFICE_WORDS.sheetLead.en}</p>
        <p className="sheet-place">
          {name} · {unit.name}
        </p>
        <p className="sheet-typed">
          {OFFICE_WORDS.sheetTyped.id} {typingAddress(origin, region)} {OFFICE_WORDS.sheetLetters.id}{' '}
          <code>{code}</code>
        </p>
      </section>
      <p className="acts">
        <button type="button" className="button" onClick={() => window.print()}>
          {OFFICE_WORDS.print[language]}
        </button>
      </p>
    </>
  );
}
