import { QrCode } from '../../../lib/QrCode.js';
import type { Language } from '../../../lib/text/language.js';
import { hallAddress, type HallAddress } from './hall-address.js';
import { HALL_WORDS } from './hall-words.js';

/** The QR code of a hall: black on white, also in the dark. */
export function HallQr({ hall, language }: { readonly hall: HallAddress; readonly language: Language }) {
  return <QrCode text={hallAddress(window.location.origin, hall)} label={HALL_WORDS.qr[language]} />;
}
