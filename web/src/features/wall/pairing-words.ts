import type { Text } from '../../lib/text/language.js';

/** What stands around the code by which a screen is paired. */
export const PAIRING_WORDS = {
  title: { id: 'Pasangkan layar ini', en: 'Pair this screen' },
  ended: {
    id: 'Layar ini tidak lagi dipasangkan: administrator mencabutnya. Untuk menampilkan dinding, pasangkan lagi.',
    en: 'This screen is no longer paired: an administrator revoked it. Pair it again to show the wall.',
  },
  none: { id: 'Meminta kode…', en: 'Asking for a code…' },
  unreachable: {
    id: 'Server tidak terjangkau. Layar ini mencoba lagi dengan sendirinya.',
    en: 'The server cannot be reached. This screen tries again by itself.',
  },
  qr: { id: 'Kode QR menuju', en: 'QR code to' },
  signIn: { id: 'Bukan layar dinding? Masuk dengan akun', en: 'No wall screen? Sign in with an account' },
  steps: [
    {
      id: 'Administrator membuka alamat ini di ponsel atau komputernya.',
      en: 'An administrator opens this address on a phone or a computer.',
    },
    {
      id: 'Ia mengetik kode di layar ini, memberi nama tempatnya, dan memilih unitnya.',
      en: 'They type the code on this screen, name the place, and choose the units.',
    },
    {
      id: 'Dinding muncul di sini dengan sendirinya.',
      en: 'The wall appears here by itself.',
    },
  ],
} as const satisfies Record<string, Text | readonly Text[]>;

/** "Kode berlaku 9.42 menit lagi": how long a code still holds. */
export function leftWords(left: number): Text {
  const seconds = Math.max(0, Math.ceil(left / 1_000));
  const [minutes, rest] = [Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0')];
  return {
    id: `Berlaku ${minutes}.${rest} menit lagi, lalu berganti`,
    en: `Good for ${minutes}:${rest} more minutes, then another comes`,
  };
}
