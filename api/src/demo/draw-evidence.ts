import sharp from 'sharp';

const WIDTH = 800;
const HEIGHT = 600;

/** What the demo has pictures of. No people are in them, and no place that there is. */
export type EvidenceScene = 'LAMPS' | 'NOTICE';

/** Four lamps along a lane in the evening, or a notice on a board: drawn here, so that no photo of anybody is needed. */
const SCENES: Readonly<Record<EvidenceScene, string>> = { LAMPS: lamps(), NOTICE: notice() };

/** A small JPEG, as a telephone would send it. */
export function drawEvidence(scene: EvidenceScene): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${SCENES[scene]}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}

function lamps(): string {
  const along = [0, 1, 2, 3].map((n) => {
    const near = 0.62 ** n;
    const [x, foot, high] = [400 + 300 * near, 330 + 230 * near, 420 * near];
    const [top, arm, light] = [foot - high, x - 70 * near, 90 * near];
    return `<path d="M${x} ${foot}V${top}H${arm}" fill="none" stroke="#59616e" stroke-width="${12 * near}"/>
      <path d="M${arm} ${top}L${arm - 190 * near} ${foot}H${arm + 110 * near}z" fill="#ffd98a" opacity=".2"/>
      <circle cx="${arm}" cy="${top + 8 * near}" r="${light}" fill="url(#glow)"/>
      <circle cx="${arm}" cy="${top + 8 * near}" r="${12 * near}" fill="#fff6d8"/>`;
  });
  return `<defs>
      <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#101a33"/><stop offset="1" stop-color="#3a4a70"/></linearGradient>
      <radialGradient id="glow"><stop stop-color="#ffe9b0" stop-opacity=".9"/><stop offset="1" stop-color="#ffd98a" stop-opacity="0"/></radialGradient>
    </defs>
    <rect width="800" height="600" fill="url(#sky)"/>
    <path d="M0 250h90v-60h120v80h90v-30h70v90H0z" fill="#1b2540"/>
    <path d="M400 320 80 600h720z" fill="#39404f"/><path d="M0 330h400L80 600H0z" fill="#222c3f"/>
    <path d="M400 320h400v280z" fill="#2a3246"/>
    ${along.toReversed().join('')}`;
}

function notice(): string {
  const lines = [0, 1, 2, 3, 4, 5].map(
    (n) =>
      `<rect x="310" y="${250 + n * 38}" width="${[180, 150, 170, 130, 165, 90][n]}" height="12" rx="6" fill="#6d7480"/>`,
  );
  return `<rect width="800" height="600" fill="#d9cfb8"/><rect y="470" width="800" height="130" fill="#a99b7d"/>
    <rect x="150" y="80" width="500" height="420" rx="10" fill="#7a5a38"/><rect x="172" y="102" width="456" height="376" fill="#c79a63"/>
    <rect x="280" y="130" width="240" height="330" fill="#fbfaf5"/><rect x="310" y="170" width="180" height="34" rx="6" fill="#1d5f8a"/>
    ${lines.join('')}<circle cx="400" cy="142" r="9" fill="#c23b3b"/>`;
}
